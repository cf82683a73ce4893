package org.limbeck.dialect.mysql;

import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.StandardLiterals;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.schema.DataType;
import org.limbeck.schema.TypeKind;

/**
 * Values as MySQL and MariaDB write them. Backslashes are doubled, so NO_BACKSLASH_ESCAPES must be off. An instant goes
 * into a {@code timestamp} column as that instant whatever the time zone of the session, elsewhere as its time in UTC.
 */
final class MySqlLiterals extends StandardLiterals {
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private final boolean offsets;

    /** @param offsets whether a timestamp literal may have an offset (MySQL 8.0.19 and later, not MariaDB) */
    MySqlLiterals(boolean offsets) {
        this.offsets = offsets;
    }

    /** A text in quotes. */
    static String quoted(String value) {
        if (value.indexOf('\0') >= 0) {
            throw Problem.of(ErrorCode.INVALID_OPERATION, "A text with a NUL character cannot be written as SQL")
                    .todo("Take it out, or keep the value as bytes.")
                    .exception();
        }
        return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** A text that the catalogue keeps, which both servers hold in three bytes a character and show as question marks. */
    static String catalogued(String value, String what) {
        if (value.codePoints().anyMatch(c -> c > 0xffff)) {
            throw Problem.of(ErrorCode.NOT_SUPPORTED_HERE, what + " holds a character above U+FFFF, such as an emoji")
                    .why("The catalogue of MySQL and MariaDB cannot hold it and would show a question mark.")
                    .todo("Leave it out; rows may hold it.")
                    .exception();
        }
        return quoted(value);
    }

    @Override
    protected String string(String value, @Nullable DataType type) {
        boolean uuid =
                type != null && isSixteenBytes(type) && UUID_TEXT.matcher(value).matches();
        return uuid ? hex(UUID.fromString(value)) : quoted(value);
    }

    @Override
    protected String bool(boolean value, @Nullable DataType type) {
        return value ? "1" : "0";
    }

    @Override
    protected String uuid(UUID value, @Nullable DataType type) {
        return type != null && MySqlTypes.isBinary(type) || type != null && isSixteenBytes(type)
                ? hex(value)
                : "'" + value + "'";
    }

    private static boolean isSixteenBytes(DataType type) {
        return type.kind() == TypeKind.BINARY && Integer.valueOf(16).equals(type.argument(0));
    }

    private static String hex(UUID value) {
        return "X'" + value.toString().replace("-", "").toUpperCase(Locale.ROOT) + "'";
    }

    @Override
    protected String date(String iso, @Nullable DataType type) {
        return "'" + iso + "'";
    }

    @Override
    protected String timeOfDay(String iso, @Nullable DataType type) {
        return "'" + iso + "'";
    }

    @Override
    protected String timestamp(String text, @Nullable DataType type) {
        return "'" + text + "'";
    }

    @Override
    protected String instant(OffsetDateTime utc, @Nullable DataType type) {
        String text = utc.toLocalDate() + " " + seconds(utc.toLocalTime());
        if (type == null || type.kind() != TypeKind.TIMESTAMP_TZ) {
            return "'" + text + "'";
        }
        return offsets ? "TIMESTAMP'" + text + "+00:00'" : "CONVERT_TZ('" + text + "','+00:00',@@session.time_zone)";
    }
}
