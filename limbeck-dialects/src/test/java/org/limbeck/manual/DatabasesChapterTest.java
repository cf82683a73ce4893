package org.limbeck.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.limbeck.Limbeck;
import org.limbeck.dialect.Dialect;
import org.limbeck.dialects.Dialects;
import org.limbeck.load.JavaScript;
import org.limbeck.load.ScriptLocations;
import org.limbeck.load.Scripts;
import org.limbeck.migration.Recording;
import org.limbeck.operation.CreateTable;
import org.limbeck.operation.Operation;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.TestDatabase;

/** What the chapters on single databases show is so. */
class DatabasesChapterTest {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @TempDir
    Path folder;

    /** The tables of types: each word gives the spelling beside it. */
    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mysql"})
    void typesAreSpeltAsTheTableSays(String name) throws Exception {
        Dialect dialect = dialect(name);
        List<String> words = new ArrayList<>();
        List<List<String>> spellings = new ArrayList<>();
        for (List<String> row : Chapter.of("databases/" + name + ".md").rows()) {
            for (int i = 0; row.size() == 4 && row.get(0).endsWith(")`") && i < 4; i += 2) {
                for (String word : codes(row.get(i))) {
                    words.add(word);
                    spellings.add(codes(row.get(i + 1)));
                }
            }
        }
        assertThat(words).hasSizeGreaterThan(20);
        List<String> typed = words.stream().map(DatabasesChapterTest::concrete).toList();
        CreateTable table = (CreateTable) recorded("op.createTable(\"t\""
                        + typed.stream()
                                .map(w -> ", column(\"c" + typed.indexOf(w) + "\", " + w + ")")
                                .collect(Collectors.joining())
                        + ");")
                .get(0);
        for (int i = 0; i < words.size(); i++) {
            String type = dialect.type(table.table().columns().get(i).type()).toLowerCase(Locale.ROOT);
            List<String> told = spellings.get(i).stream()
                    .map(DatabasesChapterTest::concrete)
                    .toList();
            assertThat(told).as(words.get(i) + " is " + type).anyMatch(t -> same(t, type));
        }
    }

    private static boolean same(String told, String type) {
        String plain = told.replace(" ", "");
        String given = type.replace(" ", "");
        return given.startsWith(plain) || plain.equals("enum(values...)") && given.startsWith("enum(");
    }

    private static String concrete(String word) {
        return word.replace("(n)", "(6)")
                .replace("(p, s)", "(10, 2)")
                .replace("(p,s)", "(10,2)")
                .replace("enumOf(name)", "enumOf(\"mood\", \"sad\")")
                .replace("enumOf(name, values...)", "enumOf(\"mood\", \"sad\")")
                .replace("arrayOf(t)", "arrayOf(integer())")
                .replace("t[]", "integer[]")
                .replace("name", "mood");
    }

    private static List<String> codes(String cell) {
        Matcher matcher = CODE.matcher(cell);
        List<String> codes = new ArrayList<>();
        while (matcher.find()) {
            codes.add(matcher.group(1));
        }
        return codes;
    }

    /** Every call that is written out in the text is one that a script can make. */
    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mysql", "mariadb", "sqlite", "h2"})
    void callsInTheTextCompile(String name) throws Exception {
        String text = Chapter.of("databases/" + name + ".md").text();
        List<String> calls = codes(text).stream()
                .map(code -> code.replace('\n', ' '))
                .filter(code -> code.startsWith("op.") && code.endsWith(")") && !code.contains("..."))
                .toList();
        assertThat(recorded(String.join(";\n", calls) + (calls.isEmpty() ? "" : ";")))
                .hasSameSizeAs(calls);
    }

    @Test
    void theQueryForTheHolderOfTheLockRuns() throws Exception {
        String sql = Chapter.of("databases/postgresql.md")
                .text()
                .lines()
                .filter(line -> line.startsWith("    "))
                .collect(Collectors.joining("\n"));
        try (TestDatabase database = TestDatabase.create(DatabaseKind.POSTGRESQL_18);
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(1)");
            assertThat(statement.executeQuery(sql.strip().replaceAll(";$", "")).next())
                    .isTrue();
        }
    }

    /** The sample of two operations that become one rebuild. */
    @Test
    void theRebuildOfTheChapterOnSqliteIsOne() throws Exception {
        write(
                "a1",
                "",
                "op.createTable(\"order_status\", column(\"code\", varchar(10)).notNull(), primaryKey(\"code\"));"
                        + "op.createTable(\"orders\", column(\"id\", bigint()).notNull(), column(\"status\", varchar(20)), primaryKey(\"id\"));");
        write("b2", "a1", Chapter.of("databases/sqlite.md").blocks("java").get(0));
        try (TestDatabase database = TestDatabase.create(DatabaseKind.SQLITE)) {
            Limbeck limbeck = Limbeck.configure()
                    .dataSource(database.dataSource())
                    .scripts(folder.toString())
                    .dialects(Dialects.providers())
                    .load();
            assertThat(limbeck.upgrade().heads()).containsExactly("b2");
        }
    }

    private static Dialect dialect(String name) {
        return Dialects.providers().stream()
                .filter(provider -> provider.names().contains(name))
                .findFirst()
                .orElseThrow()
                .offline(name);
    }

    private List<Operation> recorded(String body) throws Exception {
        write("a1", "", body);
        Map<String, ?> loaded =
                Scripts.read(ScriptLocations.of(folder.toString())).load(List.of("a1"), dialect("postgresql"));
        JavaScript script = (JavaScript) Objects.requireNonNull(loaded.get("a1"));
        return Recording.upgrade(script.migration(), List.of(), Map.of()).operations();
    }

    private void write(String id, String down, String body) throws Exception {
        Files.writeString(folder.resolve("S" + id + ".java"), """
                import static org.limbeck.migration.Words.*;

                import java.util.List;
import java.util.Locale;

                import org.limbeck.migration.*;

                @Revision(id = "%s", %smessage = "feat: all")
                final class S%s implements Migration {
                    @Override
                    public void upgrade(Op op) {
                        %s
                    }
                }
                """.formatted(
                        id, down.isEmpty() ? "" : "down = \"" + down + "\", ", id, body));
    }
}
