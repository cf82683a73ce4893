package org.limbeck.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.limbeck.error.LimbeckException;

/** What is wrong is told all at once, with its place and what to do. */
class ProjectProblemsTest {
    private static final String TWO = """
            [database.h2_agent]
            url = "jdbc:h2:mem:agent"
            purpose = "agents, workflows"
            scripts = "a"
            [database.postgresql_ops]
            url = "jdbc:postgresql://db/ops"
            password = "${DB_PASSWORD}"
            purpose = "prompt templates"
            scripts = "b"
            """;

    @TempDir
    private Path temporary;

    @Test
    void allProblemsOfAFileAreToldAtOnce() throws IOException {
        Folder folder = new Folder(temporary).toml("""
                [defaults]
                lock-timeout = "soon"
                slect = "*"

                [database.shop]
                url = "jdbc:postgresql://db/shop"
                kind = "h2"
                skripts = "migrations"
                user = 5
                checksums = "warm"
                transactions = "${MODE"
                journal = "a b"
                message-pattern = "(feat"
                connect-retries = -1
                exclude = [{ tabel = "x" }]
                releases = ["v1"]

                [database.Shop]
                scripts = []
                kind = "postgres"

                [databse.x]
                """);
        assertThat(text(folder::load)).isEqualTo("""
                LMB-2003 There is no table 'databse'
                  at limbeck.toml:22:2
                  -> Did you mean database?
                LMB-2003 There is no key of [defaults] 'slect'
                  at limbeck.toml:3:1
                  -> Did you mean select?
                LMB-2003 There is no key of [database.shop] 'skripts'
                  at limbeck.toml:8:1
                  -> Did you mean scripts?
                LMB-2004 Database 'shop' is declared as h2, but its url is jdbc:postgresql://db/shop
                  at limbeck.toml:7:8
                  -> Make kind and url agree.
                LMB-2003 'user' is a whole number, not a text in quotes
                  at limbeck.toml:9:8
                  -> Write a text in quotes.
                LMB-2003 Database 'shop' has no scripts
                  at limbeck.toml:5:1
                  -> Add a line:  scripts = "migrations"
                LMB-2003 'exclude' knows no 'tabel'
                  at limbeck.toml:15:14
                  -> Did you mean table?
                LMB-2003 An exclusion names no table
                  at limbeck.toml:15:12
                  -> Write { table = "...", owner = "..." }
                LMB-2003 'releases' is a list, not a table { "v1.0" = "revision" }
                  at limbeck.toml:16:12
                  -> Write a table { "v1.0" = "revision" }.
                LMB-2003 The journal 'a b' is no prefix of table names
                  at limbeck.toml:12:11
                  -> Use letters, digits and _, with a schema before a dot if you like: "app.limbeck"
                LMB-2003 The lock-timeout "soon" is no length of time
                  at limbeck.toml:2:16
                  -> Write a number and a unit (ms, s, m or h), such as "30s"
                LMB-2003 'connect-retries' is "-1"
                  at limbeck.toml:14:19
                  -> Write a number from 0 to 1000.
                LMB-2003 ${MODE is no variable
                  at limbeck.toml:11:16
                  -> Write ${NAME} or ${NAME:-default}; $${ stands for ${ itself.
                LMB-2003 'checksums' is "warm"
                  at limbeck.toml:10:13
                  -> Did you mean warn?
                LMB-2003 The message-pattern is no regular expression: Unclosed group
                  at limbeck.toml:13:19
                  -> Write one as Java knows them, such as "(feat|fix): .+"
                LMB-2003 The databases 'shop' and 'Shop' differ by upper and lower case only
                  at limbeck.toml:18:11
                  -> Give one of them another name.
                LMB-2003 Database 'Shop' has no url
                  at limbeck.toml:18:1
                  -> Add a line:  url = "jdbc:sqlite:data/Shop.db"
                LMB-2003 There is no kind of database 'postgres'
                  at limbeck.toml:20:8
                  -> Did you mean postgresql?
                LMB-2003 Database 'Shop' has no scripts
                  at limbeck.toml:19:11
                  -> Add a line:  scripts = "migrations\"""");
    }

    @Test
    void severalDatabasesNeedAName() throws IOException {
        Project project = new Folder(temporary).toml(TWO).load();
        assertThat(text(() -> project.chosen(null))).isEqualTo("""
                LMB-2001 This project has 2 databases; say which one
                  -n h2_agent         H2           agents, workflows
                  -n postgresql_ops   PostgreSQL   prompt templates
                  -> Or --all for every one of them.""");
    }

    @Test
    void aMisspeltNameGetsTheNearest() throws IOException {
        Project project = new Folder(temporary).toml(TWO).load();
        assertThat(text(() -> project.chosen("h2_agnet")))
                .startsWith("LMB-2002 There is no database 'h2_agnet' in limbeck.toml")
                .endsWith("-> Did you mean -n h2_agent?");
    }

    @Test
    void aMissingVariableConcernsItsDatabaseOnly() throws IOException {
        Project project = new Folder(temporary).toml(TWO).load();
        assertThat(project.database("h2_agent").name()).isEqualTo("h2_agent");
        assertThat(text(() -> project.database("postgresql_ops"))).isEqualTo("""
                LMB-2003 The variable DB_PASSWORD of 'password' has no value
                  at limbeck.toml:7:12
                  -> Set DB_PASSWORD in the environment or in .env, or give a default: ${DB_PASSWORD:-...}""");
    }

    @Test
    void theEnvironmentAndTheDatabaseMustBeOfOneKind() throws IOException {
        Map<String, String> environment = Map.of("DB_TYPE", "postgres", "DB_PASSWORD", "geheim");
        Project project = new Folder(temporary).toml(TWO).load(environment);
        assertThat(project.database("postgresql_ops").name()).isEqualTo("postgresql_ops");
        assertThat(text(() -> project.database("h2_agent"))).isEqualTo("""
                LMB-2004 Database 'h2_agent' is of kind h2, but DB_TYPE is postgres
                  Its url is jdbc:h2:mem:agent
                  -> Choose a database of that kind, or set DB_TYPE=h2 for this command.""");
    }

    @Test
    void aPatternThatSelectsNothingIsTold() throws IOException {
        Project project = new Folder(temporary)
                .toml("[defaults]\nselect = \"${DB_TYPE}_*\"\n" + TWO)
                .load(Map.of("DB_TYPE", "oracle"));
        assertThat(text(project::selected)).isEqualTo("""
                LMB-2002 No database matches select = "oracle_*" (limbeck.toml:2, DB_TYPE from the environment)
                  There are h2_agent, postgresql_ops
                  -> Correct select or the variables in it, or name a database with -n.""");
    }

    @Test
    void aFolderWithoutSettingsIsTold() {
        assertThat(text(() -> new Folder(temporary).load())).isEqualTo("""
                LMB-2007 There is no file limbeck.toml
                  -> Make a project with  limbeck init NAME , or name its folder with --project FOLDER""");
    }

    @Test
    void aFileWithoutDatabasesIsTold() throws IOException {
        assertThat(text(new Folder(temporary).toml("# nothing")::load))
                .startsWith("LMB-2003 The file names no database\n  at limbeck.toml:1:1");
        assertThat(text(new Folder(temporary).toml("database = 5\n")::load))
                .startsWith("LMB-2003 'database' is a whole number, not a table");
        assertThat(text(new Folder(temporary).toml("[database]\nx = 1\n")::load))
                .startsWith("LMB-2003 'database.x' is a whole number, not a table");
    }

    @Test
    void aFileThatIsNotUtf8IsTold() throws IOException {
        Files.write(temporary.resolve("limbeck.toml"), new byte[] {'#', (byte) 0xff});
        assertThat(text(new Folder(temporary)::load)).startsWith("LMB-2003 The file is not UTF-8");
        Files.delete(temporary.resolve("limbeck.toml"));
        Files.createDirectory(temporary.resolve("limbeck.toml"));
        assertThat(text(new Folder(temporary)::load)).startsWith("LMB-2007 limbeck.toml cannot be read");
    }

    @Test
    void noSecretIsShown() throws IOException {
        Project project = new Folder(temporary).toml("""
                [database.a]
                url = "jdbc:postgresql://u:${DB_PASSWORD}@db/ops?password=${DB_PASSWORD}"
                user = "${API_TOKEN}"
                password = "geheim"
                scripts = "s"
                """).load(Map.of("DB_PASSWORD", "geheim", "API_TOKEN", "geheim"));
        assertThat(project.origins("a").toString()).doesNotContain("geheim");
        assertThat(project.database("a").toString()).doesNotContain("geheim");
    }

    private String text(ThrowingCallable action) {
        LimbeckException thrown = catchThrowableOfType(LimbeckException.class, action);
        return String.valueOf(thrown.getMessage()).replace(temporary + "/", "");
    }
}
