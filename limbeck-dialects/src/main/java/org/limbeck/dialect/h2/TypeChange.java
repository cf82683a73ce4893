package org.limbeck.dialect.h2;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Names;
import org.limbeck.operation.SetType;
import org.limbeck.schema.DataType;
import org.limbeck.schema.TypeKind;

/**
 * A change of type. H2 rounds numbers and times without a word, and an ALTER that fails at a value leaves the column
 * without its default (measured on 2.5.252); so a query looks at the values first.
 */
final class TypeChange {
    private static final List<TypeKind> WHOLE =
            List.of(TypeKind.TINYINT, TypeKind.SMALLINT, TypeKind.INTEGER, TypeKind.BIGINT);
    private static final Set<TypeKind> ROUNDED = Set.of(
            TypeKind.TINYINT,
            TypeKind.SMALLINT,
            TypeKind.INTEGER,
            TypeKind.BIGINT,
            TypeKind.DECIMAL,
            TypeKind.DATE,
            TypeKind.TIME,
            TypeKind.TIMESTAMP,
            TypeKind.TIMESTAMP_TZ);
    private static final Set<TypeKind> CUT =
            Set.of(TypeKind.CHAR, TypeKind.VARCHAR, TypeKind.BINARY, TypeKind.VARBINARY);
    private static final Set<TypeKind> BYTES = Set.of(TypeKind.BINARY, TypeKind.VARBINARY);

    private final Dialect dialect;
    private final SetType operation;
    private final Optional<DataType> from;
    private final DataType to;

    TypeChange(Dialect dialect, SetType operation, Optional<DataType> from, DataType to) {
        this.dialect = dialect;
        this.operation = operation;
        this.from = from;
        this.to = to;
    }

    /** The expression for USING. */
    Optional<String> conversion() {
        String value = value();
        if (!operation.requireFits() && CUT.contains(to.kind())) {
            return Optional.of("CAST(" + value + " AS " + dialect.type(to) + ")");
        }
        return operation.using() == null ? Optional.empty() : Optional.of(value);
    }

    /** A query that fails, before anything is changed, when a value does not fit. */
    Optional<String> guard() {
        if (!operation.requireFits() || (operation.using() == null && widens())) {
            return Optional.empty();
        }
        String table = Names.qualified(dialect, operation.table());
        return Optional.of(misfit().map(condition -> "SELECT CASE WHEN EXISTS (SELECT 1 FROM " + table + " WHERE "
                        + condition + ") THEN SIGNAL('22000', " + dialect.literal(message(), null) + ") END")
                .orElse("SELECT COUNT(" + cast() + ") FROM " + table));
    }

    private String message() {
        return "A value of column " + operation.table() + "." + operation.column() + " does not fit into "
                + dialect.type(to);
    }

    private Optional<String> misfit() {
        if (CUT.contains(to.kind()) && to.argument(0) != null) {
            String length = BYTES.contains(to.kind())
                    ? "OCTET_LENGTH(" + value() + ")"
                    : "CHAR_LENGTH(CAST(" + value() + " AS VARCHAR))";
            return Optional.of(length + " > " + to.argument(0));
        }
        boolean rounded = ROUNDED.contains(to.kind()) && operation.using() == null && mayRound();
        return rounded ? Optional.of(cast() + " IS DISTINCT FROM " + value()) : Optional.empty();
    }

    /** A time of day gets a date when it becomes a timestamp: nothing to compare. */
    private boolean mayRound() {
        boolean timeInvolved =
                to.kind() == TypeKind.TIME || from.map(DataType::kind).equals(Optional.of(TypeKind.TIME));
        return !timeInvolved || from.map(DataType::kind).equals(Optional.of(to.kind()));
    }

    private String cast() {
        return "CAST(" + value() + " AS " + dialect.type(to) + ")";
    }

    private String value() {
        return operation.using() == null
                ? dialect.identifier(operation.column())
                : "(" + dialect.words(operation.using()) + ")";
    }

    private boolean widens() {
        DataType normal = from.map(DataType::plain).orElse(to);
        if (from.isEmpty()) {
            return false;
        }
        if (WHOLE.contains(normal.kind()) && WHOLE.contains(to.kind())) {
            return WHOLE.indexOf(normal.kind()) <= WHOLE.indexOf(to.kind());
        }
        boolean text = to.kind() == TypeKind.TEXT || to.kind() == TypeKind.LONG_TEXT;
        if (text || normal.equals(to)) {
            return true;
        }
        boolean grows = normal.kind() == to.kind() || (normal.kind() == TypeKind.CHAR && to.kind() == TypeKind.VARCHAR);
        return grows && CUT.contains(to.kind()) && longer(normal);
    }

    private boolean longer(DataType old) {
        Integer before = old.argument(0);
        Integer after = to.argument(0);
        return after == null || (before != null && after >= before);
    }
}
