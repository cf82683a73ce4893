package org.limbeck.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.io.TempDir;

import org.limbeck.Limbeck;
import org.limbeck.command.RunOptions;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

/** Names that need quotes, through a whole life. */
class StrangeNamesTest {
    private static final String LONG = "a_name_that_is_so_long_that_some_databases_are_tired_of_it_1";

    @TempDir
    Path folder;

    private static List<String> names(DatabaseKind kind) {
        boolean mysql = kind == DatabaseKind.MYSQL_9_7 || kind == DatabaseKind.MARIADB_10_11;
        // Identifiers of MySQL and MariaDB have no characters beyond the basic plane.
        String picture = mysql ? "schön ☃" : "schön \uD83D\uDE80";
        return List.of("order", "with blank", "do\"ub`le", "it's", "a.b", "MiXed", picture, "50%;--", LONG);
    }

    /** For each name: a table, a column, an index, a constraint, a key to it, rows, and their changes. */
    @EachDatabase
    void strangeNamesLiveLikeOthers(TestDatabase database) throws Exception {
        List<String> names = names(database.kind());
        String all = names.stream()
                .map(name -> "\"" + name.replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining(", "));
        String each = "for (String name : java.util.List.of(" + all + ")) {\n"
                + "String table = \"\\\"\" + name.replace(\"\\\"\", \"\\\"\\\"\") + \"\\\"\";\n"
                + "String child = \"\\\"c \" + name.replace(\"\\\"\", \"\\\"\\\"\") + \"\\\"\";\n";
        String child = """
                op.createTable(child, column(name, integer()).notNull(), primaryKey(name),
                        foreignKey(name).references(table, name));
                """;
        Limbeck limbeck = new History(folder)
                .java("aa01", "", each + """
                        op.createTable(table, column(name, integer()).notNull(), column("plain", varchar(20)), primaryKey(name));
                        op.insert(table, row(name, 1, "plain", "x"));
                        op.createIndex(table, index("plain").named("i " + name));
                        op.addColumn(table, column("m " + name, integer()).comment("it's " + name));
                        op.update(table, row("m " + name, 7), where(name, 1));
                        op.addConstraint(table, unique("m " + name, name).named("u " + name));
                        """ + child + "}", each + "op.dropTable(child); op.dropTable(table); }")
                .java("aa02", "aa01", each + """
                        op.dropTable(child);
                        op.dropIndex(table, "i " + name);
                        op.dropConstraint(table, "u " + name);
                        op.setType(table, "plain", varchar(40));
                        op.setNotNull(table, "plain");
                        op.renameColumn(table, "m " + name, "o " + name);
                        op.renameTable(table, "now");
                        op.renameTable("now", table);
                        }
                        """, each + """
                        op.renameColumn(table, "o " + name, "m " + name);
                        op.setNullable(table, "plain");
                        op.createIndex(table, index("plain").named("i " + name));
                        op.addConstraint(table, unique("m " + name, name).named("u " + name));
                        """ + child + "}")
                .limbeck(database);

        limbeck.upgrade();
        assertThat(Tables.of(database)).containsExactlyInAnyOrderElementsOf(names);
        for (String name : names) {
            String column = "o " + name;
            assertThat(Tables.value(database, column, "\"" + name.replace("\"", "\"\"") + "\"", ""))
                    .as(name)
                    .isEqualTo("7");
        }
        limbeck.downgrade("aa01", RunOptions.USUAL.allowingDataLoss(true));
        assertThat(Tables.of(database)).hasSize(2 * names.size());
        limbeck.downgrade("base", RunOptions.USUAL.allowingDataLoss(true));
        assertThat(Tables.of(database)).isEmpty();
    }
}
