package org.limbeck.dialect.h2;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Names;
import org.limbeck.dialect.Unsupported;
import org.limbeck.error.LimbeckException;
import org.limbeck.operation.DropIndex;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Index;
import org.limbeck.schema.IndexMember;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Table;
import org.limbeck.schema.Unique;

/** CREATE INDEX, the refusal of what H2's indexes cannot be, and what hangs on them. */
final class Indexes {
    private final Dialect dialect;

    Indexes(Dialect dialect) {
        this.dialect = dialect;
    }

    String create(QualifiedName table, Index index) {
        if (index.where() != null) {
            throw refused(index, "a predicate", "It has no partial indexes.");
        }
        if (!index.include().isEmpty() && !index.distinct()) {
            throw refused(index, "INCLUDE without UNIQUE", "Only unique indexes include further columns.");
        }
        String name = index.name() == null ? "" : dialect.identifier(index.name()) + " ";
        String members = index.members().stream().map(m -> member(index, m)).collect(Collectors.joining(", "));
        return "CREATE " + kind(index) + "INDEX " + name + "ON " + Names.qualified(dialect, table) + " (" + members
                + ")" + include(index.include())
                + index.options().getOrDefault(H2Dialect.NAME, "").replaceFirst("^(?=.)", " ");
    }

    private String kind(Index index) {
        String distinct = index.distinct() ? "UNIQUE " : "";
        String nulls = !index.distinct() ? "" : index.nullsDistinct() ? "NULLS DISTINCT " : "NULLS NOT DISTINCT ";
        String method = index.method() == null ? "btree" : index.method().toLowerCase(Locale.ROOT);
        return distinct
                + nulls
                + switch (method) {
                    case "btree" -> "";
                    case "hash", "spatial" -> method.toUpperCase(Locale.ROOT) + " ";
                    default -> throw refused(index, "method " + method, "It knows btree, hash and spatial.");
                };
    }

    private String include(List<String> columns) {
        return columns.isEmpty()
                ? ""
                : columns.stream().map(dialect::identifier).collect(Collectors.joining(", ", " INCLUDE (", ")"));
    }

    private String member(Index index, IndexMember member) {
        if (member.column() == null) {
            throw refused(index, "an expression", "Its indexes are over columns.");
        }
        if (member.operatorClass() != null || member.collation() != null || member.prefix() != null) {
            throw refused(
                    index,
                    "an operator class, a collation or a prefix of column " + member.column(),
                    "Its indexes are over whole columns in their own order.");
        }
        return dialect.identifier(member.column())
                + (member.descending() ? " DESC" : "")
                + (member.nulls() == null ? "" : " NULLS " + member.nulls());
    }

    /**
     * The constraints that may use an index, which cannot be dropped then (error 90085): those added later than it, and
     * after any change that makes H2 copy the table, such as a new column, also those with an index of their own.
     */
    static List<Constraint> users(Table table, DropIndex operation) {
        Index index = operation.find(table).orElse(null);
        return index == null
                ? List.of()
                : table.constraints().stream()
                        .filter(constraint -> constraint.name() != null && mayUse(constraint, index))
                        .toList();
    }

    private static boolean mayUse(Constraint constraint, Index index) {
        int size = constraint.columns().size();
        if (index.columns().size() < size) {
            return false;
        }
        boolean same = Set.copyOf(index.columns().subList(0, size)).equals(Set.copyOf(constraint.columns()));
        return same
                && (constraint instanceof ForeignKey
                        || (constraint instanceof Unique
                                && index.distinct()
                                && index.columns().size() == size));
    }

    private LimbeckException refused(Index index, String what, String why) {
        return Unsupported.on(
                dialect,
                what + " of index " + index.name(),
                why,
                "Put it into  op.on(\"postgresql\", ...)  or index a computed column:  column(...).storedAs(...)");
    }
}
