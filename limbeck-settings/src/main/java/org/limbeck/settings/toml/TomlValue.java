package org.limbeck.settings.toml;

import java.util.List;

/** A value and where it begins. */
public sealed interface TomlValue
        permits TomlTable,
                TomlValue.Text,
                TomlValue.Whole,
                TomlValue.Decimal,
                TomlValue.Flag,
                TomlValue.Moment,
                TomlValue.Items {

    Position at();

    /** What it is, in words that follow "is". */
    String kind();

    record Text(Position at, String value) implements TomlValue {
        @Override
        public String kind() {
            return "a text";
        }
    }

    record Whole(Position at, long value) implements TomlValue {
        @Override
        public String kind() {
            return "a whole number";
        }
    }

    record Decimal(Position at, double value) implements TomlValue {
        @Override
        public String kind() {
            return "a decimal number";
        }
    }

    record Flag(Position at, boolean value) implements TomlValue {
        @Override
        public String kind() {
            return value ? "true" : "false";
        }
    }

    /** A date, a time, or both, as it is written. */
    record Moment(Position at, String text) implements TomlValue {
        @Override
        public String kind() {
            return "a date or time";
        }
    }

    /** An array. */
    record Items(Position at, List<TomlValue> values) implements TomlValue {
        public Items {
            values = List.copyOf(values);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }
}
