package org.limbeck.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.Server;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goals on a real module's folder and SQLite files. */
class GoalsTest {
    @TempDir
    private Path folder;

    private Module module = new Module(Path.of(""));

    @BeforeEach
    void twoRevisions() throws IOException {
        module = new Module(folder)
                .settings("shop")
                .table("aaaa", "", "customer")
                .table("bbbb", "aaaa", "orders");
    }

    @Test
    void dailyWork() throws Exception {
        assertThat(module.run(new PlanMojo())).contains("aaaa", "bbbb");
        assertThat(module.run(new UpgradeMojo())).contains("bbbb");
        assertThat(module.run(new CurrentMojo())).contains("bbbb");
        assertThat(module.run(new StatusMojo())).contains("shop", "up to date");
        assertThat(module.run(new HeadsMojo())).contains("bbbb");
        DowngradeMojo down = new DowngradeMojo();
        down.target = "base";
        assertThat(module.run(down)).contains("aaaa");
        StampMojo stamp = new StampMojo();
        stamp.target = "aaaa";
        stamp.args = "--force --reason 'the test says so'";
        assertThat(module.run(stamp)).contains("aaaa");
        HistoryMojo history = new HistoryMojo();
        history.range = "aaaa:aaaa";
        assertThat(module.run(history)).contains("aaaa").doesNotContain("bbbb");
    }

    @Test
    void aRevisionIsWritten() throws Exception {
        RevisionMojo revision = new RevisionMojo();
        revision.message = "feat: more of it";
        revision.sql = true;
        assertThat(module.run(revision)).contains("Wrote migrations/", "_MoreOfIt.sql", "<- bbbb");
    }

    @Test
    void anSqlScriptGoesIntoAFileAndIsNotLogged() throws Exception {
        ScriptMojo script = new ScriptMojo();
        script.output = folder.resolve("target/limbeck/up.sql").toFile();
        assertThat(module.run(script)).startsWith("Wrote ").doesNotContain("CREATE TABLE");
        assertThat(folder.resolve("target/limbeck/up.sql")).content().contains("CREATE TABLE customer", "orders");
        assertThat(folder.resolve("shop.db")).doesNotExist();
        ScriptMojo down = new ScriptMojo();
        down.down = true;
        down.target = "bbbb:aaaa";
        down.output = script.output;
        module.run(down);
        assertThat(folder.resolve("target/limbeck/up.sql")).content().contains("DROP TABLE orders");
    }

    @Test
    void whatIsWrongIsTheFailuresMessage() throws Exception {
        UpgradeMojo upgrade = new UpgradeMojo();
        upgrade.target = "cccc";
        assertThatThrownBy(() -> module.run(upgrade))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("LMB-1201")
                .hasMessageContaining("cccc")
                .hasNoCause();
        module.table("cccc", "bbba", "items");
        assertThatThrownBy(() -> module.run(new UpgradeMojo()))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("LMB-1102")
                .hasMessageContaining("migrations/cccc.sql");
    }

    @Test
    void severalDatabasesAreNamedOrAllMeant() throws Exception {
        module.settings("shop", "ops");
        assertThatThrownBy(() -> module.run(new UpgradeMojo())).hasMessageContaining("LMB-2001");
        UpgradeMojo one = new UpgradeMojo();
        one.databases = List.of("ops");
        module.run(one);
        assertThat(folder.resolve("ops.db")).exists();
        assertThat(folder.resolve("shop.db")).doesNotExist();
        UpgradeMojo all = new UpgradeMojo();
        all.all = true;
        module.run(all);
        assertThat(folder.resolve("shop.db")).exists();
    }

    @Test
    void moreWordsAreHandedOn() throws Exception {
        UpgradeMojo upgrade = new UpgradeMojo();
        upgrade.args = "--dry-run --verbose";
        assertThat(module.run(upgrade)).contains("CREATE TABLE customer");
        assertThat(module.run(new CurrentMojo())).doesNotContain("bbbb");
        assertThat(ArgumentWords.of(" --reason 'it is \"so\"'  -m \"\" "))
                .containsExactly("--reason", "it is \"so\"", "-m", "");
    }

    @Test
    void theConfigurationCanStandInForTheFile() throws Exception {
        Files.delete(folder.resolve("limbeck.toml"));
        UpgradeMojo upgrade = inline(new UpgradeMojo());
        module.run(upgrade);
        assertThat(folder.resolve("data.db")).exists();
        assertThat(module.run(inline(new CurrentMojo()))).contains("bbbb");
        UpgradeMojo lacking = new UpgradeMojo();
        lacking.url = upgrade.url;
        assertThatThrownBy(() -> module.run(lacking)).hasMessageContaining("<scripts>");
    }

    private static <T extends CommandMojo> T inline(T goal) {
        goal.url = "jdbc:sqlite:data.db";
        goal.scripts = List.of("migrations");
        return goal;
    }

    @Test
    void aPasswordOfSettingsXmlReachesNoFileAndNoMessage() throws Exception {
        Server server = new Server();
        server.setId("db");
        server.setUsername("anna");
        server.setPassword("s3cr3t");
        UpgradeMojo upgrade = inline(new UpgradeMojo());
        upgrade.url = "jdbc:postgresql://localhost:1/none?password=hidden";
        upgrade.server = "db";
        upgrade.settings.addServer(server);
        assertThatThrownBy(() -> module.run(upgrade))
                .hasMessageContaining("LMB-3002")
                .hasMessageNotContaining("s3cr3t")
                .hasMessageNotContaining("hidden");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).doesNotContain("s3cr3t", "hidden");
            }
        }
        upgrade.server = "other";
        assertThatThrownBy(() -> module.run(upgrade)).hasMessageContaining("no server 'other' in settings.xml");
    }

    @Test
    void theModelIsComparedAndGenerated() throws Exception {
        module.file("limbeck.toml", """
                [database.shop]
                url = "jdbc:sqlite:shop.db"
                scripts = "migrations"
                model = "snapshot:schema.json"
                """);
        module.run(new UpgradeMojo());
        CommandMojo snapshot = new CommandMojo() {
            @Override
            List<String> words() {
                return List.of("snapshot", "schema.json");
            }
        };
        module.run(snapshot);
        assertThat(module.run(new CheckMojo())).contains("no difference");
        assertThat(module.run(new DriftMojo())).isNotEmpty();
        module.table("cccc", "bbbb", "items");
        module.run(new UpgradeMojo());
        assertThatThrownBy(() -> module.run(new CheckMojo())).hasMessageContaining("mvn limbeck:generate");
        assertThat(module.log.info()).contains("items");
        GenerateMojo generate = new GenerateMojo();
        generate.message = "feat: as the model";
        generate.sql = true;
        assertThat(module.run(generate)).contains("_AsTheModel.sql");
    }

    @Test
    void theModelOfTheConfigurationIsAFileOfTheModule() throws Exception {
        CheckMojo check = inline(new CheckMojo());
        check.model = "sql:schema.sql";
        module.file("schema.sql", "CREATE TABLE customer (id int); CREATE TABLE orders (id int);");
        module.run(inline(new UpgradeMojo()));
        assertThat(module.run(check)).contains("no difference");
        check.args = "--from=history";
        assertThat(module.run(check)).contains("with the history: no difference");
        Files.delete(folder.resolve("schema.sql"));
        assertThatThrownBy(() -> module.run(check)).hasMessageContaining("schema.sql");
    }

    /** The class is compiled for the comparison, as the command line does; Maven is not asked for what it has said. */
    @Test
    void theClassPathOfTheModuleIsThatOfTheModel() throws Exception {
        module.file("pom.xml", "no POM that Maven could read");
        module.file("src/main/java/shop/Shop.java", """
                package shop;

                import static org.limbeck.migration.Words.*;

                import org.limbeck.migration.*;

                public class Shop implements SchemaDefinition {
                    public void define(Op op) {
                        op.createTable("customer", column("id", integer()));
                    }
                }
                """);
        CheckMojo check = inline(new CheckMojo());
        check.model = "java:shop.Shop";
        module.run(inline(new UpgradeMojo()));
        assertThatThrownBy(() -> module.run(check)).isInstanceOf(MojoFailureException.class);
        assertThat(module.log.info()).contains("orders").doesNotContain("customer");
    }

    @Test
    void parametersReachScripts() throws Exception {
        module.file("migrations/cccc.sql", """
                --@ revision cccc
                --@ down bbbb
                --@ parameter tenant
                --@ upgrade
                CREATE TABLE ${tenant:identifier} (id int);
                --@ downgrade
                """);
        UpgradeMojo upgrade = new UpgradeMojo();
        upgrade.parameters = Map.of("tenant", "acme");
        upgrade.args = "--dry-run";
        assertThat(module.run(upgrade)).contains("CREATE TABLE acme");
    }

    @Test
    void scriptsOnTheClassPathOfTheModuleAreFound() throws Exception {
        module.file("target/classes/db/agent/one.sql", "--@ revision 0001\n--@ upgrade\nCREATE TABLE one (id int);\n");
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        UpgradeMojo upgrade = inline(new UpgradeMojo());
        upgrade.scripts = List.of("classpath:db/agent");
        assertThat(module.run(upgrade)).contains("0001");
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @Test
    void itDoesNothingWhereNothingIsMeant() throws Exception {
        UpgradeMojo skipped = module.goal(new UpgradeMojo());
        skipped.skip = true;
        skipped.execute();
        Files.delete(folder.resolve("limbeck.toml"));
        UpgradeMojo parent = module.goal(new UpgradeMojo());
        parent.project = module.project("pom");
        parent.execute();
        assertThat(folder.resolve("shop.db")).doesNotExist();
        assertThat(module.log.infos).containsExactly("Nothing to do here", "Nothing to do here");
        assertThatThrownBy(() -> module.run(new UpgradeMojo())).hasMessageContaining("LMB-2007");
    }
}
