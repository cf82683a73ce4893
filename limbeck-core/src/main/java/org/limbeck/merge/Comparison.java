package org.limbeck.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.limbeck.merge.Access.Way;
import org.limbeck.merge.Conflict.Change;
import org.limbeck.merge.Conflict.Kind;
import org.limbeck.merge.Conflict.Severity;
import org.limbeck.operation.Row;

/** Finds where the changes of two lines get in each other's way. Pure. */
final class Comparison {
    private final Keys keys;
    private final Map<String, Found> found = new LinkedHashMap<>();

    private record Found(Thing thing, String pair, Conflict conflict) {}

    /** The columns of primary keys. */
    interface Keys {
        /** Of a table by its name in lower case; empty where it is not known. */
        List<String> of(String table);
    }

    /**
     * One operation of a line.
     *
     * @param sure false if it depends on a condition
     */
    record Done(Change change, List<Access> accesses, boolean sure) {
        Done {
            accesses = List.copyOf(accesses);
        }
    }

    Comparison(Keys keys) {
        this.keys = keys;
    }

    /** Compares two lines; what is found already is not found again. */
    void compare(List<Done> one, List<Done> other) {
        for (Done a : one) {
            for (Done b : other) {
                compare(a, b);
            }
        }
    }

    /** The conflicts, the certain ones first. */
    List<Conflict> conflicts() {
        return found.values().stream()
                .filter(this::worthTelling)
                .map(Found::conflict)
                .sorted(Comparator.comparing(Conflict::severity))
                .toList();
    }

    /** Parts of a table that both create, and text that names what is compared anyway, say nothing new. */
    private boolean worthTelling(Found one) {
        Kind kind = one.conflict().kind();
        boolean part = one.thing().kind() != Thing.Kind.TABLE;
        return found.values().stream()
                .filter(other -> other != one && !other.thing().table().isEmpty())
                .filter(other -> other.thing().table().equals(one.thing().table()))
                .noneMatch(other -> kind == Kind.RAW_SQL && other.pair().equals(one.pair()) && before(other, one)
                        || part
                                && other.conflict().kind() == Kind.BOTH_CREATE
                                && other.thing().kind() == Thing.Kind.TABLE);
    }

    private static boolean before(Found other, Found one) {
        return other.conflict().kind() != Kind.RAW_SQL
                || other.thing().kind() == Thing.Kind.TABLE && one.thing().kind() != Thing.Kind.TABLE;
    }

    private void compare(Done a, Done b) {
        for (Access x : a.accesses()) {
            for (Access y : b.accesses()) {
                if (x.way() == Way.MENTION || y.way() == Way.MENTION) {
                    mention(a, x, b, y);
                } else if (x.thing().equals(y.thing())) {
                    same(a, x, b, y);
                }
            }
        }
    }

    private void add(Done a, Done b, Thing thing, Kind kind, boolean certain, String text) {
        Severity severity = certain && a.sure() && b.sure() ? Severity.CERTAIN : Severity.POSSIBLE;
        Conflict conflict = new Conflict(kind, severity, thing.words(), text, a.change(), b.change());
        String pair = a.change().revision().id() + " " + b.change().revision().id();
        found.putIfAbsent(kind + " " + thing.words() + " " + pair, new Found(thing, pair, conflict));
    }

    private void same(Done a, Access x, Done b, Access y) {
        Set<Way> ways = EnumSet.of(x.way(), y.way());
        boolean alike = Objects.equals(x.value(), y.value());
        Thing thing = x.thing();
        if (ways.equals(EnumSet.of(Way.CREATE))) {
            add(a, b, thing, Kind.BOTH_CREATE, true, "both create it" + (alike ? ", alike" : ", differently"));
        } else if (ways.equals(EnumSet.of(Way.DROP))) {
            add(a, b, thing, Kind.BOTH_DROP, true, "both drop it");
        } else if (ways.equals(EnumSet.of(Way.RENAME))) {
            add(a, b, thing, Kind.BOTH_RENAME, true, "both rename it, to " + x.value() + " and to " + y.value());
        } else if (ways.equals(EnumSet.of(Way.ALTER))) {
            altered(a, x, b, y, alike);
        } else if (ways.equals(EnumSet.of(Way.INSERT))) {
            inserted(a, x, b, y);
        } else if (thing.kind() == Thing.Kind.ROWS) {
            add(a, b, thing, Kind.ROWS_CHANGED, false, "both change them");
        } else {
            mixed(a, x, b, y);
        }
    }

    private void altered(Done a, Access x, Done b, Access y, boolean alike) {
        Thing thing = x.thing();
        if (thing.kind() == Thing.Kind.ENUM) {
            if (!alike) {
                add(a, b, thing, Kind.BOTH_ALTER, false, "both add values, whose order depends on which line is first");
            }
            return;
        }
        if (!x.aspect().equals(y.aspect())) {
            String text = "one changes its " + x.aspect() + ", the other its " + y.aspect();
            add(a, b, thing, Kind.BOTH_ALTER, false, text);
        } else {
            String text = "both change its " + x.aspect() + (alike ? ", alike" : ", differently");
            add(a, b, thing, Kind.BOTH_ALTER, !alike, text);
        }
    }

    /** One drops or renames, the other does something else. */
    private void mixed(Done a, Access x, Done b, Access y) {
        boolean first = x.way() == Way.DROP || x.way() == Way.RENAME;
        Access gone = first ? x : y;
        Access kept = first ? y : x;
        if (gone.way() != Way.DROP && gone.way() != Way.RENAME) {
            return;
        }
        String does = gone.way() == Way.DROP ? "one drops it" : "one renames it to " + gone.value();
        switch (kept.way()) {
            case CREATE -> add(a, b, x.thing(), Kind.DROPPED_AND_CREATED, true, does + ", the other creates it");
            case DROP -> add(a, b, x.thing(), Kind.RENAMED_AND_USED, true, does + ", the other drops it");
            case RENAME -> add(a, b, x.thing(), Kind.DROPPED_AND_USED, true, does + ", the other renames it");
            default -> {
                Kind kind = gone.way() == Way.DROP ? Kind.DROPPED_AND_USED : Kind.RENAMED_AND_USED;
                String uses = kept.way() == Way.ALTER ? "changes its " + kept.aspect() : "uses it";
                add(a, b, x.thing(), kind, true, does + ", the other " + uses);
            }
        }
    }

    private void inserted(Done a, Access x, Done b, Access y) {
        List<String> key = keys.of(x.thing().owner());
        for (Row one : rows(x)) {
            for (Row other : rows(y)) {
                if (sameRow(one, other, key)) {
                    String which = key.isEmpty() ? "" : " with " + shown(one, key);
                    String text = "both insert the same row" + which + (one.equals(other) ? "" : ", differently");
                    add(a, b, x.thing(), Kind.SAME_ROWS, true, text);
                    return;
                }
            }
        }
    }

    private static List<Row> rows(Access access) {
        List<Row> rows = new ArrayList<>();
        if (access.value() instanceof List<?> list) {
            list.forEach(row -> rows.add((Row) row));
        }
        return rows;
    }

    private static boolean sameRow(Row one, Row other, List<String> key) {
        boolean keyed = !key.isEmpty()
                && one.values().keySet().containsAll(key)
                && other.values().keySet().containsAll(key);
        return keyed
                ? key.stream()
                        .allMatch(column -> Objects.deepEquals(
                                one.values().get(column), other.values().get(column)))
                : one.equals(other);
    }

    private static String shown(Row row, List<String> key) {
        List<String> parts = new ArrayList<>();
        for (String column : key) {
            parts.add(column + " " + row.values().get(column));
        }
        return String.join(", ", parts);
    }

    /** Text names what the other line touches. */
    private void mention(Done a, Access x, Done b, Access y) {
        Access text = x.way() == Way.MENTION ? x : y;
        Access access = x.way() == Way.MENTION ? y : x;
        Thing thing = access.thing();
        boolean gone = access.way() == Way.DROP || access.way() == Way.RENAME;
        boolean touches = access.way() != Way.MENTION && access.way() != Way.USE && (gone || !text.reads());
        if (!touches || !names(text.words(), thing, gone)) {
            return;
        }
        String does = access.way() == Way.DROP ? "drops it" : access.way() == Way.RENAME ? "renames it" : "changes it";
        add(
                a,
                b,
                gone ? thing : new Thing(Thing.Kind.TABLE, "", thing.table()),
                Kind.RAW_SQL,
                false,
                "the SQL text of one names it, the other " + does);
    }

    private static boolean names(Set<String> words, Thing thing, boolean gone) {
        boolean table = !thing.table().isEmpty() && words.contains(last(thing.table()));
        return table && (!gone || thing.kind() != Thing.Kind.COLUMN || words.contains(thing.name()));
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
