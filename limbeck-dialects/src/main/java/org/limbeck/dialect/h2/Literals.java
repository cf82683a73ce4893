package org.limbeck.dialect.h2;

import java.time.OffsetDateTime;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.StandardLiterals;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.schema.DataType;
import org.limbeck.schema.TypeKind;

/** Values as literals of H2. A backslash is a backslash, a line break stays as it is. */
final class Literals extends StandardLiterals {

    @Override
    protected String string(String value, @Nullable DataType type) {
        if (value.indexOf('\0') >= 0) {
            throw Problem.of(ErrorCode.INVALID_OPERATION, "A text with a NUL character cannot be written as SQL")
                    .todo("Store it as bytes")
                    .exception();
        }
        String quoted = super.string(value, type);
        // Without the word a text becomes a JSON string, not the document that it holds.
        return is(type, TypeKind.JSON) ? "JSON " + quoted : quoted;
    }

    @Override
    protected String uuid(UUID value, @Nullable DataType type) {
        boolean text = is(type, TypeKind.VARCHAR) || is(type, TypeKind.CHAR) || is(type, TypeKind.TEXT);
        return text ? super.uuid(value, type) : "UUID '" + value + "'";
    }

    /** In a column without zone the instant stands in UTC; else H2 would take the session's zone. */
    @Override
    protected String instant(OffsetDateTime utc, @Nullable DataType type) {
        return is(type, TypeKind.TIMESTAMP)
                ? timestamp(utc.toLocalDate() + " " + seconds(utc.toLocalTime()), type)
                : super.instant(utc, type);
    }

    private static boolean is(@Nullable DataType type, TypeKind kind) {
        return type != null && type.kind() == kind;
    }
}
