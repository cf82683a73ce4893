package org.limbeck.dialect.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.DataType;
import org.limbeck.schema.TypeKind;

/** Words of a column's definition that have no place of their own in a column: ON UPDATE, INVISIBLE, SRID, CHECK ... */
final class ColumnOptions {
    private static final Set<String> BEGINNINGS = Set.of(
            "on",
            "invisible",
            "visible",
            "srid",
            "ref_system_id",
            "check",
            "column_format",
            "storage",
            "without",
            "compressed",
            "engine_attribute");

    private ColumnOptions() {}

    /** Each clause by itself. */
    static List<String> clauses(@Nullable String words) {
        List<String> clauses = new ArrayList<>();
        StringBuilder clause = new StringBuilder();
        int depth = 0;
        for (Piece piece : Piece.of(words == null ? "" : words)) {
            if (depth == 0
                    && BEGINNINGS.contains(piece.lower())
                    && !clause.toString().isBlank()) {
                clauses.add(clause.toString().strip());
                clause.setLength(0);
            }
            depth += piece.isSign("(") ? 1 : piece.isSign(")") ? -1 : 0;
            clause.append(piece.text());
        }
        if (!clause.toString().isBlank()) {
            clauses.add(clause.toString().strip());
        }
        return clauses;
    }

    /** The clauses that a column of this type can have, as they stand in its definition. */
    static String forType(@Nullable String words, DataType type) {
        StringBuilder kept = new StringBuilder();
        for (String clause : clauses(words)) {
            if (fits(clause, type)) {
                kept.append(' ').append(isOnUpdate(clause) ? "ON UPDATE " + ColumnText.clock(type) : clause);
            }
        }
        return kept.toString();
    }

    static boolean updatesItself(@Nullable String words) {
        return clauses(words).stream().anyMatch(ColumnOptions::isOnUpdate);
    }

    /** Whether they refuse values. */
    static boolean limitValues(String words) {
        return clauses(words).stream()
                .anyMatch(clause -> Piece.solid(clause).get(0).is("check"));
    }

    private static boolean isOnUpdate(String clause) {
        List<Piece> pieces = Piece.solid(clause);
        return pieces.size() > 1 && pieces.get(0).is("on") && pieces.get(1).is("update");
    }

    private static boolean fits(String clause, DataType type) {
        if (isOnUpdate(clause)) {
            return MySqlTypes.isTemporal(type);
        }
        boolean spatial = clause.toLowerCase(Locale.ROOT).startsWith("srid");
        return !spatial || type.kind() == TypeKind.NATIVE;
    }

    static Map<String, String> normal(@Nullable String words, DataType type, String dialect) {
        List<String> normal = new ArrayList<>();
        for (String clause : clauses(words)) {
            if (fits(clause, type) && !clause.equalsIgnoreCase("visible")) {
                normal.add(normalClause(clause));
            }
        }
        normal.sort(null);
        return normal.isEmpty() ? Map.of() : Map.of(dialect, String.join(" ", normal));
    }

    private static String normalClause(String clause) {
        if (isOnUpdate(clause)) {
            return "on update current_timestamp";
        }
        List<Piece> pieces = Piece.solid(clause);
        return pieces.get(0).is("check")
                ? "check (" + Expressions.normal(clause.substring("check".length())) + ")"
                : String.join(" ", pieces.stream().map(Piece::lower).toList());
    }
}
