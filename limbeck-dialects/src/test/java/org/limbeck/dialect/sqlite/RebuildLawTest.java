package org.limbeck.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.migration.Words.*;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

import org.limbeck.dialect.Live;
import org.limbeck.error.LimbeckException;
import org.limbeck.migration.Block;
import org.limbeck.testkit.server.TestDatabase;

/**
 * Random tables in SQLite's own words, with rows, children, triggers, views and indexes: after an operation everything
 * but what it says is as it was, and after one that fails everything is.
 */
final class RebuildLawTest {
    private static final List<String> NAMES = List.of("t", "or.der", "Sel\"ect", "it's", "Tüte", "my table");

    /** What a case consists of; made from one number, so that a failure names it. */
    private static final class Case {
        final Random random;
        final String table;
        final String id;
        final boolean rowless;
        final boolean strict;
        final List<String> statements = new ArrayList<>();

        Case(long seed) {
            random = new Random(seed);
            table = pick(NAMES);
            id = "\"" + table.replace("\"", "\"\"") + "\"";
            rowless = chance(4);
            strict = chance(4);
            schema();
            rows();
        }

        boolean chance(int in) {
            return random.nextInt(in) == 0;
        }

        <T> T pick(List<T> from) {
            return from.get(random.nextInt(from.size()));
        }

        String maybe(String words) {
            return chance(2) ? " " + words : "";
        }

        private void schema() {
            List<String> parts = new ArrayList<>();
            boolean counted = chance(2) && !rowless;
            String key =
                    pick(List.of("PRIMARY KEY", "CONSTRAINT pk PRIMARY KEY ASC", "PRIMARY KEY ON CONFLICT REPLACE"));
            parts.add("id INTEGER " + key + (counted ? " AUTOINCREMENT" : "") + maybe("/* the key, */"));
            parts.add("a TEXT" + maybe("COLLATE NOCASE") + maybe("CONSTRAINT nn NOT NULL ON CONFLICT FAIL")
                    + maybe("DEFAULT 'it''s'") + maybe("CHECK (length(a) < 50) -- short\n"));
            parts.add("[b b] INTEGER" + maybe("NULL") + maybe("DEFAULT (1 + 2)")
                    + maybe("CONSTRAINT \"Ck B\" CHECK ([b b] < 100)"));
            parts.add("\"c\" "
                    + (strict
                            ? "ANY"
                            : pick(List.of("", "DECIMAL ( 12 , 2 )", "JSON TEXT", "UNSIGNED BIG INT", "datetime"))));
            if (chance(2)) {
                parts.add("g INTEGER GENERATED ALWAYS AS ([b b] * 2)" + maybe("STORED"));
            }
            parts.add("parent INTEGER"
                    + maybe("REFERENCES " + id + " (ID) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED"));
            parts.add("u TEXT" + maybe("UNIQUE ON CONFLICT IGNORE"));
            if (chance(2)) {
                parts.add(
                        "CONSTRAINT \"uq.a\" UNIQUE (a, u COLLATE RTRIM, \"c\" DESC)" + maybe("ON CONFLICT ROLLBACK"));
            }
            if (chance(2)) {
                parts.add("CHECK (u <> ',)(')" + maybe("CONSTRAINT nocomma CHECK (id > 0)"));
            }
            if (chance(2)) {
                parts.add("FOREIGN KEY (u) REFERENCES other (\"name\") MATCH FULL ON UPDATE CASCADE NOT DEFERRABLE");
            }
            String options =
                    (rowless ? "WITHOUT ROWID" : "") + (rowless && strict ? ", " : "") + (strict ? "strict" : "");
            statements.add("CREATE TABLE other (\"name\" TEXT PRIMARY KEY)");
            statements.add("CREATE TABLE " + id + " (" + String.join(", ", parts) + ") " + options);
            statements.add("CREATE TABLE child (id INTEGER PRIMARY KEY, t INTEGER REFERENCES " + id
                    + " ON DELETE CASCADE ON UPDATE CASCADE)");
            statements.add("CREATE TABLE log (what TEXT, n INT)");
            things();
        }

        private void things() {
            add("CREATE INDEX ix1 ON " + id + " (a COLLATE BINARY DESC, \"b b\")");
            add("CREATE UNIQUE INDEX \"ix 2\" ON " + id + " (coalesce(u, id)) WHERE [b b] > 2");
            add("CREATE VIEW v1 AS SELECT * FROM " + id);
            add("CREATE VIEW v2 (x, y) AS SELECT t1.id, count(*) FROM " + id + " AS t1, " + id + " t2 GROUP BY 1");
            add("CREATE TRIGGER tr1 AFTER INSERT ON " + id
                    + " BEGIN INSERT INTO log VALUES ('ins;', new.id); UPDATE log SET n = n; END");
            add("CREATE TRIGGER tr2 BEFORE UPDATE OF a ON " + id
                    + " FOR EACH ROW WHEN new.a IS NOT NULL BEGIN DELETE FROM log WHERE n = old.id; END");
            add("CREATE TRIGGER tr3 AFTER DELETE ON child BEGIN UPDATE " + id + " SET \"c\" = 7 WHERE id = old.t; END");
        }

        private void add(String sql) {
            if (chance(2)) {
                statements.add(sql);
            }
        }

        private void rows() {
            statements.add("INSERT INTO other VALUES ('o1'), ('o2')");
            int rows = random.nextInt(8);
            for (int i = 1; i <= rows; i++) {
                statements.add("INSERT OR IGNORE INTO " + id + " (id, a, [b b], \"c\", parent, u) VALUES (" + i * 3
                        + ", "
                        + pick(List.of("'x'", "'Y" + i + "'", "''", "'1'")) + ", "
                        + pick(List.of("NULL", "0", "7", "99"))
                        + ", " + pick(List.of("NULL", "1.50", "'12'", "X'00FF'", "'text'", "9007199254740993")) + ", "
                        + pick(List.of("NULL", "3")) + ", " + pick(List.of("NULL", "'o1'", "'o2'")) + ")");
                statements.add("INSERT INTO child (t) SELECT max(id) FROM " + id);
            }
            add("DELETE FROM child WHERE id = 1");
            add("DELETE FROM " + id + " WHERE id = " + rows * 3);
            add("ANALYZE");
        }
    }

    /** An operation, the columns and other things that it may change. */
    private record Change(Block block, Set<String> touched) {}

    private static Change change(Case c) {
        String t = c.id.startsWith("\"") ? c.id : "\"" + c.table + "\"";
        List<Change> changes = List.of(
                new Change(op -> op.setDefault(t, "a", "neu"), Set.of("a")),
                new Change(op -> op.dropDefault(t, "b b"), Set.of("b b")),
                new Change(op -> op.setNotNull(t, "b b"), Set.of("b b")),
                new Change(op -> op.setNullable(t, "a"), Set.of("a")),
                new Change(op -> op.setType(t, "b b", bigint()), Set.of("b b")),
                new Change(
                        op -> op.addColumn(t, column("z", integer()).notNull().defaultSql("40 + 2")), Set.of("z")),
                new Change(op -> op.addColumn(t, column("z", integer()).storedAs("id + 1")), Set.of("z")),
                new Change(op -> op.addConstraint(t, check("id < 1000").named("ck_new")), Set.of("ck_new")),
                new Change(op -> op.addConstraint(t, unique("id", "a").named("uq_new")), Set.of("uq_new")),
                new Change(
                        op -> op.addConstraint(
                                t, foreignKey("u").references("other", "name").named("fk_new")),
                        Set.of("fk_new")),
                new Change(op -> op.dropConstraint(t, "nocomma"), Set.of("nocomma")),
                new Change(op -> op.dropColumn(t, "c"), Set.of("c", "uq.a")),
                new Change(op -> op.renameConstraint(t, "uq.a", "uq b"), Set.of("uq.a", "uq b")),
                new Change(
                        op -> {
                            op.setDefault(t, "a", "x");
                            op.addConstraint(t, check("a <> 'zz'").named("ck_new"));
                            op.createIndex(t, index("parent").named("ix_new"));
                            op.setNullable(t, "a");
                        },
                        Set.of("a", "ck_new", "ix_new")));
        return c.pick(changes);
    }

    @Property(tries = 400)
    @StatisticsReport(onFailureOnly = true)
    void nothingElseChanges(@ForAll("seeds") long seed) throws SQLException {
        Case c = new Case(seed);
        Change change = change(c);
        try (TestDatabase database = TestDatabase.sqliteInMemory();
                Live live = Live.on(database, new SqliteProvider())) {
            live.execute(c.statements.toArray(String[]::new));
            live.execute("PRAGMA user_version = 7", "PRAGMA foreign_keys = " + (c.chance(2) ? "ON" : "OFF"));
            Snapshot before = Snapshot.of(live);
            TableText text = text(live, c.table);
            List<String> rows = values(live, c, change);
            try {
                live.apply(change.block);
            } catch (LimbeckException | SQLException e) {
                Statistics.collect("refused");
                assertThat(Snapshot.of(live)).as("after " + e.getMessage()).isEqualTo(before);
                return;
            }
            Statistics.collect("done");
            Snapshot after = Snapshot.of(live);
            assertThat(without(after, c.table, change)).isEqualTo(without(before, c.table, change));
            assertThat(values(live, c, change)).isEqualTo(rows);
            assertThat(parts(text(live, c.table), change)).isEqualTo(parts(text, change));
            live.execute(
                    "EXPLAIN INSERT INTO " + c.id + " (a, [b b]) VALUES ('new', 50)",
                    "EXPLAIN UPDATE " + c.id + " SET a = 'new'",
                    "EXPLAIN DELETE FROM " + c.id,
                    "EXPLAIN DELETE FROM child");
        }
        Statistics.coverage(cases -> cases.check("done").percentage(p -> p > 70));
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs().between(0, 1_000_000_000);
    }

    private static Snapshot without(Snapshot snapshot, String table, Change change) {
        Snapshot others = snapshot.without(table);
        Map<String, String> definitions = new TreeMap<>(others.definitions());
        change.touched.forEach(name -> definitions.remove("index " + name));
        Map<String, List<String>> rows = new TreeMap<>(others.rows());
        return new Snapshot(definitions, rows, others.settings());
    }

    private static TableText text(Live live, String table) throws SQLException {
        return TableParser.parse(live.texts("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = "
                        + live.dialect().literal(table, null))
                .get(0));
    }

    /** The values of all columns that the change does not concern, with the rows' numbers. */
    private static List<String> values(Live live, Case c, Change change) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (String name : List.of("id", "a", "b b", "c", "parent", "u")) {
            if (!name.equals("c") || !change.touched.contains(name)) {
                columns.add("quote(\"" + name + "\")");
            }
        }
        String number = c.rowless ? "" : "rowid, ";
        return live.texts("SELECT " + number + String.join(", ", columns) + " FROM " + c.id + " ORDER BY id");
    }

    private static String words(String sql) {
        return Token.all(sql).stream().map(Token::normal).collect(Collectors.joining(" "));
    }

    /** The words of all columns and constraints that the change does not concern. */
    private static List<String> parts(TableText text, Change change) {
        List<String> parts = new ArrayList<>(List.of(text.suffix()));
        for (ColumnText column : text.columns()) {
            if (!change.touched.contains(column.name())) {
                parts.add(words(column.text()));
            }
        }
        for (Clause constraint : text.constraints()) {
            if (constraint.name() == null || !change.touched.contains(constraint.name())) {
                parts.add(words(constraint.text()));
            }
        }
        return parts;
    }
}
