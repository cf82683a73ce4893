package org.limbeck.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.load.PlainDialect.MARIADB;
import static org.limbeck.load.PlainDialect.MYSQL;
import static org.limbeck.load.PlainDialect.POSTGRES;
import static org.limbeck.load.PlainDialect.SQLITE;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.limbeck.dialect.Dialect;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.load.SqlScript.IgnoredRule;
import org.limbeck.load.SqlStep.Check;
import org.limbeck.load.SqlStep.Execute;

class SqlScriptTest {
    private static final Set<String> KNOWN = Set.of("postgresql", "mysql", "mariadb", "sqlite", "h2");

    @TempDir
    Path folder;

    private ScriptHeader header(String text) {
        try {
            Files.writeString(folder.resolve("a.sql"), "--@ revision abcd\n" + text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return ScriptFolder.scan(List.of(folder)).headers().get(0);
    }

    private SqlScript read(String text, Dialect dialect) {
        return SqlScriptReader.read(header(text), dialect, KNOWN);
    }

    private static List<String> sql(@Nullable SqlSection section) {
        return section == null
                ? List.of("none")
                : section.steps(Map.of()).stream().map(SqlStep::sql).toList();
    }

    private List<Problem> problems(String text) {
        ScriptHeader header = header(text);
        return Problems.of(() -> SqlScriptReader.read(header, POSTGRES, KNOWN));
    }

    @Test
    void readsSectionsStepsAndChecks() {
        SqlScript script = read("""
                --@ transactional false
                --@ ignore L1 whole script
                --@ upgrade
                CREATE TABLE a (x int);
                --@ check a is empty
                SELECT 1 FROM a;
                --@ ignore L2 one statement
                DROP TABLE b
                --@ verify all is well
                SELECT 1 FROM a WHERE x IS NULL;
                --@ verify all is better
                SELECT 2;
                --@ downgrade
                DROP TABLE a;
                """, POSTGRES);
        assertThat(script.transactional()).isFalse();
        assertThat(script.upgrade().steps(Map.of()))
                .extracting(step -> step.place().line() + " " + step)
                .satisfiesExactly(
                        s -> assertThat(s).startsWith("5 Execute[sql=CREATE TABLE a (x int)"),
                        s -> assertThat(s).startsWith("7 Check[name=a is empty, sql=SELECT 1 FROM a"),
                        s -> assertThat(s).startsWith("9 Execute[sql=DROP TABLE b"));
        assertThat(sql(script.downgrade())).containsExactly("DROP TABLE a");
        assertThat(script.checks(Map.of())).extracting(Check::name).containsExactly("all is well", "all is better");
        assertThat(script.checks(Map.of())).extracting(Check::sql).last().isEqualTo("SELECT 2");
        assertThat(script.ignores())
                .containsExactly(
                        new IgnoredRule("L1", "whole script", 3, true),
                        new IgnoredRule("L2", "one statement", 8, false));
    }

    @ParameterizedTest
    @CsvSource({"postgresql, general", "sqlite, lite", "mysql, my", "mariadb, maria"})
    void choosesTheSectionOfTheDialect(String name, String expected) {
        Dialect dialect = List.of(POSTGRES, SQLITE, MYSQL, MARIADB).stream()
                .filter(d -> d.name().equals(name))
                .findFirst()
                .orElseThrow();
        SqlScript script = read("""
                --@ upgrade
                general;
                --@ upgrade MySQL
                my;
                --@ upgrade h2,sqlite
                lite;
                --@ upgrade mariadb
                maria;
                """, dialect);
        assertThat(sql(script.upgrade())).containsExactly(expected);
        assertThat(script.downgrade()).isNull();
    }

    @Test
    void takesMysqlForMariadbUnlessMariadbIsNamedInThatDirection() {
        SqlScript script = read("""
                --@ upgrade mysql
                up my;
                --@ downgrade mariadb
                down maria;
                --@ downgrade mysql
                down my;
                """, MARIADB);
        assertThat(sql(script.upgrade())).containsExactly("up my");
        assertThat(sql(script.downgrade())).containsExactly("down maria");
    }

    @Test
    void skipsSectionsInTheSyntaxOfOthers() {
        String text = """
                --@ upgrade
                DO $$ it's "general $$;
                --@ upgrade mysql
                SELECT 'it\\'s # -- `;
                --@ check unfinished
                --@ upgrade sqlite
                CREATE TRIGGER t AFTER INSERT ON x BEGIN SELECT 1; SELECT 2; END;
                --@ downgrade
                SELECT 3;
                """;
        assertThat(sql(read(text, SQLITE).upgrade())).hasSize(1);
        assertThat(sql(read(text, SQLITE).downgrade())).containsExactly("SELECT 3");
        assertThat(sql(read(text, POSTGRES).upgrade())).containsExactly("DO $$ it's \"general $$");
    }

    @Test
    void leavesDirectivesInsideTextsAlone() {
        SqlScript script = read("--@ upgrade\nSELECT '\n--@ downgrade\n', $$\n--@ frob\n$$;\nSELECT 2", POSTGRES);
        assertThat(sql(script.upgrade())).hasSize(2);
        assertThat(script.downgrade()).isNull();
    }

    @Test
    void keepsTheDelimiterInsideItsSection() {
        SqlScript script = read("--@ upgrade\nDELIMITER //\na; b//\n--@ check c\nd//\ne//\n--@ downgrade\nf; g", MYSQL);
        assertThat(sql(script.upgrade())).containsExactly("a; b", "d", "e");
        assertThat(sql(script.downgrade())).containsExactly("f", "g");
    }

    @Test
    void allowsAnEmptySection() {
        assertThat(sql(read("--@ upgrade\n", POSTGRES).upgrade())).isEmpty();
        assertThat(sql(read("--@ upgrade\r\n-- merge\r\n", POSTGRES).upgrade())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--@ downgrade | 0 | no upgrade section for postgresql",
                "--@ upgrade mysql | 0 | no upgrade section for postgresql",
                "--@ upgrade; 1;--@ upgrade | 4 | --@ upgrade is written twice",
                "--@ upgrade mysql;--@ upgrade h2, mysql;--@ upgrade | 3 | --@ upgrade mysql is written twice",
                "--@ upgrade postgre;--@ upgrade | 2 | no dialect named postgre",
                "--@ upgrade;--@ down x | 3 | behind the first section",
                "--@ upgrade;--@ chek x | 3 | no directive --@ chek",
                "--@ upgrade;--@ check x;--@ downgrade | 3 | No query follows --@ check x",
                "--@ upgrade;--@ check x;--@ check y; 1 | 3 | No query follows --@ check x",
                "--@ upgrade;--@ check;1 | 3 | names no check",
                "--@ upgrade;--@ verify; 1 | 3 | names no check",
                "--@ upgrade;--@ verify x | 3 | has 0 statements",
                "--@ verify x; 1; ';';2;--@ upgrade | 2 | has 2 statements",
                "--@ verify x;--@ check y; 1;--@ upgrade | 3 | outside an upgrade",
                "--@ ignore L1;--@ upgrade | 2 | gives no reason",
                "--@ upgrade; 'a | 3 | never ends",
                "--@ upgrade; COMMIT | 3 | may not control the transaction"
            })
    void saysWhatIsWrong(String text, int line, String what) {
        List<Problem> problems = problems(text.replace(";", "\n").replace("'\n'", ";"));
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).text()).contains(what);
        assertThat(problems.get(0).place()).hasToString(folder.resolve("a.sql") + (line > 0 ? ":" + line : ""));
    }

    @Test
    void reportsAllProblemsAtOnce() {
        assertThat(problems("--@ upgrade\n--@ chek x\n1;\n--@ upgrade postgre\n--@ upgrade\n'a"))
                .extracting(Problem::code)
                .containsExactly(
                        ErrorCode.UNKNOWN_DIRECTIVE,
                        ErrorCode.UNKNOWN_DIALECT,
                        ErrorCode.UNREADABLE_SCRIPT,
                        ErrorCode.UNTERMINATED_STATEMENT);
    }

    @Test
    void replacesParametersThatAreDeclared() {
        SqlScript script = read("""
                --@ parameter tenant
                --@ upgrade
                CREATE TABLE ${tenant}_a ('${tenant:literal}', ${tenant:identifier}, '${other}', $1);
                --@ verify v
                SELECT ${tenant:literal};
                """.replace("'${tenant:literal}'", "${tenant:literal}"), POSTGRES);
        assertThat(script.upgrade().steps(Map.of("tenant", "acme")).get(0).sql())
                .isEqualTo("CREATE TABLE acme_a ('acme', \"acme\", '${other}', $1)");
        assertThat(script.checks(Map.of("tenant", "o'x")).get(0).sql()).isEqualTo("SELECT 'o''x'");
    }

    @Test
    void refusesValuesThatCouldBeSql() {
        SqlSection section =
                read("--@ parameter t\n--@ upgrade\n\nSELECT ${t};", POSTGRES).upgrade();
        assertThat(Problems.text(() -> section.steps(Map.of("t", "1; DROP TABLE x"))))
                .contains("must be quoted", "${t:identifier}", "a.sql:5")
                .doesNotContain("DROP");
        assertThat(Problems.text(() -> section.steps(Map.of("t", "a--b")))).contains("must be quoted");
        assertThat(Problems.text(() -> section.steps(Map.of()))).contains("LMB-1117", "-x t=");
    }

    @Test
    void refusesFormsThatDoNotExistAndNamesThatAreNotDeclared() {
        SqlSection section = read("--@ parameter t\n--@ upgrade\nSELECT ${t:name};", POSTGRES)
                .upgrade();
        assertThat(Problems.text(() -> section.steps(Map.of("t", "x")))).contains("no form named name");
        SqlSection other = read("--@ upgrade\nSELECT ${t:literal};", POSTGRES).upgrade();
        assertThat(Problems.text(() -> other.steps(Map.of("t", "x")))).contains("LMB-1116", "--@ parameter t");
    }

    @Test
    void doesWhatAShortScriptSaidWhenItWasRead() throws IOException {
        SqlSection section = read("--@ upgrade\nSELECT 1;", POSTGRES).upgrade();
        Files.writeString(folder.resolve("a.sql"), "--@ revision other\n--@ upgrade\nDROP TABLE t;");
        assertThat(section.steps(Map.of())).singleElement().asString().contains("SELECT 1");
    }

    @Test
    void noticesThatALongScriptWasChanged() throws IOException {
        SqlSection section = read("--@ upgrade\nSELECT 1;\n" + "-- long\n".repeat(1000), POSTGRES)
                .upgrade();
        Files.setLastModifiedTime(folder.resolve("a.sql"), FileTime.fromMillis(1000));
        assertThat(Problems.text(() -> section.steps(Map.of()))).contains("was changed after it was first read");
    }

    @Test
    void readsALongScriptStepByStep() throws IOException {
        Path file = folder.resolve("big.sql");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("--@ revision big1\n--@ upgrade\n");
            for (int i = 0; i < 100_000; i++) {
                writer.write("INSERT INTO t VALUES (" + i + ", 'some text; with a semicolon');\n");
            }
            writer.write("--@ downgrade\nDELETE FROM t;\n");
        }
        ScriptHeader header = ScriptFolder.scan(List.of(folder)).headers().get(0);
        SqlScript script = SqlScriptReader.read(header, POSTGRES, Set.of());
        int count = 0;
        try (SqlSteps steps = script.upgrade().open(Map.of())) {
            for (; steps.hasNext(); count++) {
                assertThat(steps.next()).isInstanceOf(Execute.class);
            }
        }
        assertThat(count).isEqualTo(100_000);
        assertThat(sql(script.downgrade())).containsExactly("DELETE FROM t");
    }
}
