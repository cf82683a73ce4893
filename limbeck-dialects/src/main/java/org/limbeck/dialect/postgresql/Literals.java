package org.limbeck.dialect.postgresql;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.StandardLiterals;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.schema.DataType;
import org.limbeck.schema.TypeKind;

/** Values as PostgreSQL reads them, with standard_conforming_strings on, which is its default. */
final class Literals extends StandardLiterals {

    @Override
    protected String string(String value, @Nullable DataType type) {
        if (value.indexOf('\0') >= 0) {
            throw Problem.of(ErrorCode.INVALID_OPERATION, "A text holds a NUL character")
                    .why("PostgreSQL keeps no NUL in text.")
                    .todo("Take it out, or keep the value in a column of bytes.")
                    .exception();
        }
        return super.string(value, type);
    }

    @Override
    protected String bool(boolean value, @Nullable DataType type) {
        if (type != null && isNumber(type.kind())) {
            return value ? "1" : "0";
        }
        return super.bool(value, type);
    }

    @Override
    protected String bytes(String hex, @Nullable DataType type) {
        return "'\\x" + hex + "'" + (type == null ? "::bytea" : "");
    }

    /** A column without a zone gets the instant in UTC, whatever the session's time zone is. */
    @Override
    protected String instant(OffsetDateTime utc, @Nullable DataType type) {
        if (type != null && type.kind() == TypeKind.TIMESTAMP) {
            return timestamp(utc.toLocalDate() + " " + seconds(utc.toLocalTime()), type);
        }
        return super.instant(utc, type);
    }

    static boolean isNumber(TypeKind kind) {
        return switch (kind) {
            case TINYINT, SMALLINT, INTEGER, BIGINT, DECIMAL, REAL, DOUBLE -> true;
            default -> false;
        };
    }
}
