package org.limbeck.migration;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.limbeck.schema.Check;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.Exclusion;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Index;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Table;
import org.limbeck.schema.Unique;

/**
 * Names for constraints and indexes that have none: {@code pk_ fk_ uq_ ck_ ex_ ix_}, the table, the columns. They are
 * cut at 60 bytes, with a hash of the whole, on every dialect alike, so that one downgrade fits all databases.
 */
public final class Naming {
    /** Least of the limits of the databases (63 on PostgreSQL, 64 on MySQL), less what suffixes need. */
    static final int MOST_BYTES = 60;

    private Naming() {}

    /** The same table, in which everything has a name. */
    public static Table named(Table table) {
        List<Constraint> constraints = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            constraints.add(named(table.name(), constraint));
        }
        List<Index> indexes = new ArrayList<>();
        for (Index index : table.indexes()) {
            indexes.add(named(table.name(), index));
        }
        return table.withConstraints(constraints).withIndexes(indexes);
    }

    /** The same constraint, with a name. */
    public static Constraint named(QualifiedName table, Constraint constraint) {
        return constraint.name() != null ? constraint : constraint.named(name(table, constraint));
    }

    /** The same index, with a name. */
    public static Index named(QualifiedName table, Index index) {
        return index.name() != null ? index : index.named(name(table, index));
    }

    /** The name that a constraint of a table gets when it has none. */
    public static String name(QualifiedName table, Constraint constraint) {
        if (constraint instanceof PrimaryKey) {
            return cut("pk_" + table.name());
        }
        if (constraint instanceof Check check) {
            return cut("ck_" + table.name() + "_" + hash(check.expression().sql()));
        }
        return cut(prefix(constraint) + table.name() + "_" + String.join("_", constraint.columns()));
    }

    private static String prefix(Constraint constraint) {
        if (constraint instanceof ForeignKey) {
            return "fk_";
        }
        if (constraint instanceof Unique) {
            return "uq_";
        }
        return constraint instanceof Exclusion ? "ex_" : "ck_";
    }

    /** The name that an index of a table gets when it has none. */
    public static String name(QualifiedName table, Index index) {
        StringBuilder name = new StringBuilder(index.distinct() ? "uq_" : "ix_").append(table.name());
        index.members()
                .forEach(member -> name.append('_')
                        .append(
                                member.column() != null
                                        ? member.column()
                                        : hash(
                                                member.expression() == null
                                                        ? ""
                                                        : member.expression().sql())));
        return cut(name.toString());
    }

    static String cut(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= MOST_BYTES) {
            return name;
        }
        int keep = MOST_BYTES - 9;
        while ((bytes[keep] & 0xC0) == 0x80) {
            keep--;
        }
        return new String(bytes, 0, keep, StandardCharsets.UTF_8) + "_" + hash(name);
    }

    /** Eight hexadecimal digits (32-bit FNV-1a over UTF-8), the same for ever. */
    static String hash(String text) {
        int hash = 0x811c9dc5;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x01000193;
        }
        String hex = Integer.toHexString(hash);
        return "0".repeat(8 - hex.length()) + hex;
    }
}
