package org.limbeck.dialect.sqlite;

import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.StandardLiterals;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.schema.DataType;
import org.limbeck.schema.TypeKind;

/** Literals as SQLite keeps values: booleans are 1 and 0, times are ISO text. */
final class SqliteLiterals extends StandardLiterals {
    private static final Set<TypeKind> BYTES = Set.of(TypeKind.BINARY, TypeKind.VARBINARY, TypeKind.BLOB);

    @Override
    protected String string(String value, @Nullable DataType type) {
        if (value.indexOf('\0') >= 0) {
            throw Problem.of(ErrorCode.INVALID_OPERATION, "A text holds a NUL character")
                    .why("SQLite ends a literal there.")
                    .todo("Give the value by an expression: sqlValue(\"...\" || char(0) || \"...\")")
                    .exception();
        }
        return super.string(value, type);
    }

    @Override
    protected String bool(boolean value, @Nullable DataType type) {
        return value ? "1" : "0";
    }

    @Override
    protected String uuid(UUID value, @Nullable DataType type) {
        return type != null && BYTES.contains(type.kind())
                ? bytes(value.toString().replace("-", "").toUpperCase(java.util.Locale.ROOT), type)
                : super.uuid(value, type);
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
        return "'" + utc.toLocalDate() + " " + seconds(utc.toLocalTime()) + "+00:00'";
    }
}
