package org.limbeck.dialect.mysql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.mysql.Piece.Kind;
import org.limbeck.schema.QualifiedName;

/**
 * Queries of views as the server keeps them: every column is qualified by its table or alias. Such a text is changed
 * exactly; any other only as far as it is clear.
 */
final class ViewText {
    private ViewText() {}

    /** The query without the name of the schema before tables: {@code `s`.`t`.`c`} becomes {@code `t`.`c`}. */
    static String withoutSchema(String query, String schema) {
        List<Piece> pieces = Piece.of(query);
        List<Piece> kept = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            boolean qualifies = piece.kind() == Kind.NAME
                    && piece.value().equals(schema)
                    && i + 2 < pieces.size()
                    && pieces.get(i + 1).isSign(".")
                    && pieces.get(i + 2).kind() == Kind.NAME
                    && (i == 0 || !pieces.get(i - 1).isSign("."));
            if (qualifies) {
                i++;
            } else {
                kept.add(piece);
            }
        }
        return Piece.join(kept);
    }

    /** Whether the query, as the catalogue keeps it, names a table or view. */
    static boolean reads(String query, String schema, String table) {
        List<Piece> pieces = Piece.solid(query);
        for (int i = 0; i + 2 < pieces.size(); i++) {
            boolean found = pieces.get(i).isName()
                    && pieces.get(i).value().equals(schema)
                    && pieces.get(i + 1).isSign(".")
                    && pieces.get(i + 2).isName()
                    && pieces.get(i + 2).value().equals(table);
            if (found) {
                return true;
            }
        }
        return false;
    }

    /**
     * The query after a column of a table got another name; the view's own columns keep theirs.
     *
     * @return empty if the text does not tell which column is meant
     */
    static Optional<String> renameColumn(String query, QualifiedName table, String from, String to) {
        List<Piece> pieces = Piece.of(query);
        List<Integer> solid = solid(pieces);
        Map<String, Boolean> aliases = aliases(pieces, solid, table);
        for (int i = 0; i < solid.size(); i++) {
            Piece piece = pieces.get(solid.get(i));
            if (!piece.isName() || !piece.value().equalsIgnoreCase(from) || isAlias(pieces, solid, i)) {
                continue;
            }
            Boolean ours = owner(pieces, solid, i, aliases);
            if (ours == null) {
                return Optional.empty();
            }
            if (ours) {
                pieces.set(solid.get(i), new Piece(Kind.NAME, "`" + to.replace("`", "``") + "`"));
            }
        }
        return Optional.of(Piece.join(pieces));
    }

    /** The query after a table got another name; its columns are still qualified by the old one, now an alias. */
    static String renameTable(String query, QualifiedName from, String quotedTo) {
        List<Piece> pieces = Piece.of(query);
        List<Integer> solid = solid(pieces);
        for (int i = 0; i < solid.size(); i++) {
            if (isReference(pieces, solid, i, from)) {
                boolean aliased = alias(pieces, solid, i) != null;
                String old = pieces.get(solid.get(i)).text();
                if (from.schema() != null) {
                    pieces.set(solid.get(i - 1), new Piece(Kind.BLANK, ""));
                    pieces.set(solid.get(i - 2), new Piece(Kind.BLANK, ""));
                }
                pieces.set(solid.get(i), new Piece(Kind.NAME, aliased ? quotedTo : quotedTo + " " + old));
            }
        }
        return Piece.join(pieces);
    }

    private static List<Integer> solid(List<Piece> pieces) {
        List<Integer> solid = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).kind() != Kind.BLANK) {
                solid.add(i);
            }
        }
        return solid;
    }

    private static @Nullable Piece at(List<Piece> pieces, List<Integer> solid, int i) {
        return i >= 0 && i < solid.size() ? pieces.get(solid.get(i)) : null;
    }

    /** {@code AS name}: the name that a column of the view has. */
    private static boolean isAlias(List<Piece> pieces, List<Integer> solid, int i) {
        Piece before = at(pieces, solid, i - 1);
        return before != null && before.is("as");
    }

    /** Whether the column belongs to the table; null if that is not clear. */
    private static @Nullable Boolean owner(
            List<Piece> pieces, List<Integer> solid, int i, Map<String, Boolean> aliases) {
        Piece before = at(pieces, solid, i - 1);
        Piece after = at(pieces, solid, i + 1);
        if (after != null && (after.isSign(".") || (after.isSign("(") && before != null && !before.isSign(".")))) {
            return false;
        }
        Piece qualifier = at(pieces, solid, i - 2);
        if (before == null || !before.isSign(".") || qualifier == null) {
            return aliases.containsKey(String.valueOf(pieces.get(solid.get(i)).value())) ? Boolean.FALSE : null;
        }
        return aliases.get(qualifier.value());
    }

    /** Names of tables in the query: true for ours, false for others, absent if one name stands for both. */
    private static Map<String, Boolean> aliases(List<Piece> pieces, List<Integer> solid, QualifiedName table) {
        Map<String, Boolean> aliases = new HashMap<>();
        Map<String, Boolean> unclear = new HashMap<>();
        for (int i = 0; i < solid.size(); i++) {
            if (!followsFrom(pieces, solid, i)) {
                continue;
            }
            int name = last(pieces, solid, i);
            Piece alias = alias(pieces, solid, name);
            String shown = (alias == null ? pieces.get(solid.get(name)) : alias).value();
            boolean ours = isReference(pieces, solid, name, table);
            Boolean known = aliases.putIfAbsent(shown, ours);
            if (known != null && known != ours) {
                unclear.put(shown, true);
            }
        }
        aliases.keySet().removeAll(unclear.keySet());
        return aliases;
    }

    /** Whether a name that stands here is a table after FROM, JOIN or a comma between tables. */
    private static boolean followsFrom(List<Piece> pieces, List<Integer> solid, int i) {
        Piece here = at(pieces, solid, i);
        if (here == null || here.kind() != Kind.NAME) {
            return false;
        }
        int before = i - 1;
        for (Piece piece = at(pieces, solid, before); piece != null && piece.isSign("("); ) {
            before--;
            piece = at(pieces, solid, before);
        }
        Piece word = at(pieces, solid, before);
        return word != null && (word.is("from") || word.is("join") || word.is("straight_join"));
    }

    private static int last(List<Piece> pieces, List<Integer> solid, int i) {
        Piece dot = at(pieces, solid, i + 1);
        return dot != null && dot.isSign(".") ? i + 2 : i;
    }

    private static @Nullable Piece alias(List<Piece> pieces, List<Integer> solid, int name) {
        Piece next = at(pieces, solid, name + 1);
        if (next != null && next.is("as")) {
            return at(pieces, solid, name + 2);
        }
        return next != null && next.kind() == Kind.NAME ? next : null;
    }

    /** Whether the name at this place is the table, written in a FROM clause. */
    private static boolean isReference(List<Piece> pieces, List<Integer> solid, int name, QualifiedName table) {
        Piece piece = at(pieces, solid, name);
        if (piece == null || !piece.isName() || !piece.value().equals(table.name())) {
            return false;
        }
        Piece dot = at(pieces, solid, name - 1);
        boolean qualified = dot != null && dot.isSign(".");
        if (!qualified) {
            return table.schema() == null && followsFrom(pieces, solid, name) && !isQualifier(pieces, solid, name);
        }
        Piece schema = at(pieces, solid, name - 2);
        return schema != null && schema.value().equals(table.schema()) && followsFrom(pieces, solid, name - 2);
    }

    private static boolean isQualifier(List<Piece> pieces, List<Integer> solid, int name) {
        Piece dot = at(pieces, solid, name + 1);
        return dot != null && dot.isSign(".");
    }
}
