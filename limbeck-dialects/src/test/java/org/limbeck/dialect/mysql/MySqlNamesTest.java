package org.limbeck.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.migration.Words.bigint;
import static org.limbeck.migration.Words.check;
import static org.limbeck.migration.Words.column;
import static org.limbeck.migration.Words.foreignKey;
import static org.limbeck.migration.Words.index;
import static org.limbeck.migration.Words.integer;
import static org.limbeck.migration.Words.primaryKey;
import static org.limbeck.migration.Words.row;
import static org.limbeck.migration.Words.unique;
import static org.limbeck.migration.Words.where;
import static org.limbeck.testkit.server.DatabaseKind.MARIADB_10_11;
import static org.limbeck.testkit.server.DatabaseKind.MYSQL_9_7;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.limbeck.dialect.Live;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Table;
import org.limbeck.schema.View;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

/** Names of every kind, as names of everything. */
class MySqlNamesTest {
    private static final List<String> NASTY = List.of(
            "select",
            "Upper",
            "two words",
            "do.t",
            "back`tick",
            "single'quote",
            "double\"quote",
            "back\\slash",
            "semi;colon",
            "-- dash",
            "ünïcode☃",
            "1digit",
            "$dollar",
            "x".repeat(64),
            "é".repeat(64),
            "lead ing");

    @EachDatabase({MARIADB_10_11, MYSQL_9_7})
    void everyNameNamesEverything(TestDatabase database) throws SQLException {
        try (Live live = Servers.live(database)) {
            for (String name : NASTY) {
                useEverywhere(live, name);
            }
        }
    }

    private static void useEverywhere(Live live, String name) throws SQLException {
        String quoted = new QualifiedName(null, name).toString();
        live.apply(op -> {
            op.createTable("parent", column("id", bigint()), primaryKey("id"));
            op.createTable(
                    quoted,
                    column("id", bigint()).autoIncrement(),
                    column(name, integer()).notNull().defaultTo(3).comment(name),
                    column("p", bigint()),
                    primaryKey("id"),
                    unique("p", name).named(name));
            op.createTable(
                    "keyed",
                    column(name, bigint()),
                    foreignKey(name).references("parent", "id").named(name),
                    check("1 = 1").named("c" + name.substring(1)));
            op.createTable("indexed", column(name, bigint()), index(name).named(name));
            op.insert(quoted, row(name, 5));
            op.update(quoted, row(name, 6), where(name, 5));
        });
        Table table = live.table(quoted);
        assertThat(table.name().name()).isEqualTo(name);
        assertThat(table.column(name)).isPresent();
        assertThat(table.constraint(name)).isPresent();
        assertThat(live.table("keyed").constraints()).hasSize(2);
        assertThat(live.table("keyed").indexes()).isEmpty();
        assertThat(live.table("indexed").index(name)).isPresent();
        live.apply(op -> {
            op.createView(new View(
                    QualifiedName.parse("v"),
                    org.limbeck.schema.SqlText.of(
                            "select `" + name.replace("`", "``") + "` from `" + name.replace("`", "``") + "`"),
                    false,
                    List.of(),
                    null));
            op.renameTable(quoted, "other");
        });
        assertThat(live.texts("SELECT * FROM v")).containsExactly("6");
        live.apply(op -> {
            op.renameColumn("other", name, "plain");
            op.renameColumn("other", "plain", name);
            op.setColumnComment("other", name, null);
            op.renameIndex("other", name, "renamed");
            op.dropView("v");
            op.dropConstraint("keyed", name);
            op.dropIndex("indexed", name);
            op.dropColumn("other", name);
            op.dropTable("keyed");
            op.dropTable("indexed");
            op.dropTable("other");
            op.dropTable("parent");
        });
    }

    @EachDatabase({MARIADB_10_11, MYSQL_9_7})
    void everyKeywordOfTheServerCanBeAName(TestDatabase database) throws SQLException {
        try (Live live = Servers.live(database)) {
            List<String> wrong = new ArrayList<>();
            for (String word : live.texts("SELECT DISTINCT LOWER(word) FROM information_schema.keywords"
                    + " WHERE word REGEXP '^[A-Za-z_]+$'")) {
                String name = live.dialect().identifier(word);
                String index = word.equals("primary") ? "no_index" : name;
                try {
                    live.execute("CREATE TABLE " + name + " (" + name + " int, INDEX " + index + " (" + name + "))");
                    live.execute("UPDATE " + name + " SET " + name + " = 1 WHERE " + name + " = 2");
                    live.execute("DROP TABLE " + name);
                } catch (SQLException e) {
                    wrong.add(word);
                }
            }
            assertThat(wrong).isEmpty();
        }
    }
}
