package org.limbeck.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Collects calls on a value, in the order in which they are written. Not thread-safe. */
final class Links {
    private final Code start;
    private final List<Code.Call> calls = new ArrayList<>();

    Links(Code start) {
        this.start = start;
    }

    Links then(String name, Code... arguments) {
        return then(name, List.of(arguments));
    }

    Links then(String name, List<Code> arguments) {
        calls.add(new Code.Call(name, arguments, null, false));
        return this;
    }

    /** The call only where it says something. */
    Links when(boolean needed, String name, Code... arguments) {
        return needed ? then(name, arguments) : this;
    }

    /** The call with a text, if there is one. */
    Links text(String name, @Nullable String value) {
        return value == null ? this : then(name, Code.text(value));
    }

    /** The call with a number, if there is one. */
    Links number(String name, @Nullable Number value) {
        if (value == null) {
            return this;
        }
        boolean small = value.longValue() == value.intValue();
        return then(name, Code.plain(small ? value : value + "L"));
    }

    /** A call for each dialect with its words. */
    Links each(String name, Map<String, String> words) {
        words.forEach((dialect, text) -> then(name, Code.text(dialect), Code.text(text)));
        return this;
    }

    Code code() {
        return calls.isEmpty() ? start : new Code.Chain(start, calls);
    }
}
