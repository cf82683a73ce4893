package org.limbeck.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

import org.limbeck.Limbeck;
import org.limbeck.error.ErrorCode;
import org.limbeck.run.RunEvent;
import org.limbeck.run.RunListener;
import org.limbeck.spring.endpoint.LimbeckEndpoint;
import org.limbeck.spring.endpoint.LimbeckEndpointAutoConfiguration;
import org.limbeck.spring.endpoint.WritableLimbeckEndpoint;
import org.limbeck.spring.health.DatabaseHealth;
import org.limbeck.start.Decision;
import org.limbeck.start.Outcome;

/** What properties make of beans; small contexts on H2 in memory. */
class ContextTest {
    @TempDir
    Path folder;

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(LimbeckAutoConfiguration.class, LimbeckEndpointAutoConfiguration.class));

    private static Supplier<DataSource> h2() {
        DataSource source = Databases.source(Databases.h2());
        return () -> source;
    }

    private ApplicationContextRunner single(Supplier<DataSource> source) {
        return runner.withBean("dataSource", DataSource.class, source)
                .withPropertyValues("limbeck.name=shop", "limbeck.scripts=" + folder);
    }

    private static List<Outcome> outcomes(AssertableApplicationContext context) {
        assertThat(context).hasNotFailed();
        return context.getBean(LimbeckInitializer.class).outcomes();
    }

    // ---- which databases

    @Test
    void severalDataSourcesByTheNamesOfTheirBeans() {
        runner.withBean("agent", DataSource.class, h2())
                .withBean("opsDataSource", DataSource.class, h2())
                .withBean("third", DataSource.class, h2())
                .withPropertyValues(
                        "limbeck.at-start=warn",
                        "limbeck.databases.agent.scripts=classpath:db/shop",
                        "limbeck.databases.agent.at-start=migrate",
                        "limbeck.databases.ops.scripts=classpath:db/stock",
                        "limbeck.databases.reports.scripts=classpath:db/stock",
                        "limbeck.databases.reports.data-source=third",
                        "limbeck.databases.reports.at-start=migrate")
                .run(context -> {
                    assertThat(outcomes(context))
                            .extracting(Outcome::database, Outcome::decision)
                            .containsExactly(
                                    tuple("agent", Decision.UPGRADE),
                                    tuple("ops", Decision.WARN),
                                    tuple("reports", Decision.UPGRADE));
                    SchemaManagementProvider provider = context.getBean(SchemaManagementProvider.class);
                    assertThat(provider.getSchemaManagement(context.getBean("agent", DataSource.class)))
                            .isEqualTo(SchemaManagement.MANAGED);
                    assertThat(provider.getSchemaManagement(Databases.source("jdbc:h2:mem:other")))
                            .isEqualTo(SchemaManagement.UNMANAGED);
                });
    }

    @Test
    void aDatabaseWithoutConnectionsIsToldWithTheBeansThatAreThere() {
        runner.withBean("one", DataSource.class, h2())
                .withBean("two", DataSource.class, h2())
                .withPropertyValues(
                        "limbeck.databases.agent.scripts=classpath:db/shop", "limbeck.databases.ops.kind=h2")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("LMB-2003 Database 'agent' has neither a DataSource nor a url")
                        .hasMessageContaining("limbeck.databases.agent.data-source"));
    }

    @Test
    void anApplicationWithoutDatabasesStarts() {
        runner.run(context -> assertThat(outcomes(context)).isEmpty());
    }

    @Test
    void itCanBeSwitchedOff() {
        single(h2())
                .withPropertyValues("limbeck.enabled=false")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(LimbeckInitializer.class)
                        .doesNotHaveBean(LimbeckEndpoint.class));
    }

    @Test
    void limbeckTomlIsReadAndPropertiesWin() throws Exception {
        Databases.script(Files.createDirectories(folder.resolve("migrations")), "aa01", "", "t1");
        Files.writeString(folder.resolve("limbeck.toml"), """
                [database.agent]
                url     = "jdbc:h2:mem:toml"
                scripts = "migrations"
                at-start = "off"

                [database.ops]
                url     = "jdbc:h2:mem:toml2"
                scripts = "migrations"
                """);
        runner.withPropertyValues(
                        "limbeck.config=" + folder.resolve("limbeck.toml"), "limbeck.databases.agent.at-start=migrate")
                .run(context -> assertThat(outcomes(context))
                        .singleElement()
                        .satisfies(outcome -> assertThat(outcome.applied()).containsExactly("aa01")));
        runner.withPropertyValues("limbeck.config=" + folder.resolve("limbeck.toml"))
                .run(context -> {
                    assertThat(outcomes(context))
                            .extracting(Outcome::decision)
                            .containsExactly(Decision.NOTHING, Decision.UPGRADE);
                    assertThat(context.getBean(SchemaManagementProvider.class)
                                    .getSchemaManagement(Databases.source("jdbc:h2:mem:toml")))
                            .isEqualTo(SchemaManagement.MANAGED);
                });
    }

    @Test
    void connectionDetailsWin() {
        Databases.script(folder, "aa01", "", "t1");
        String url = Databases.h2();
        single(h2())
                .withBean(LimbeckConnectionDetails.class, () -> new FixedDetails(url))
                .run(context -> {
                    assertThat(outcomes(context)).hasSize(1);
                    assertThat(context.getBean(LimbeckDatabases.class)
                                    .all()
                                    .get(0)
                                    .settings()
                                    .url())
                            .isEqualTo(url);
                });
    }

    private record FixedDetails(String url) implements LimbeckConnectionDetails {
        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String getUsername() {
            return "";
        }

        @Override
        public String getPassword() {
            return "";
        }
    }

    @Test
    void listenersOfTheApplicationHearTheRun() {
        Databases.script(folder, "aa01", "", "t1");
        List<RunEvent> heard = new ArrayList<>();
        single(h2()).withBean(RunListener.class, () -> heard::add).run(context -> {
            assertThat(outcomes(context)).hasSize(1);
            assertThat(heard).anyMatch(RunEvent.StepFinished.class::isInstance);
        });
    }

    @Test
    void theEndpointWritesOnlyWhereThatIsAllowed() {
        Databases.script(folder, "aa01", "", "t1");
        ApplicationContextRunner exposed =
                single(h2()).withPropertyValues("management.endpoints.web.exposure.include=limbeck");
        exposed.run(context -> assertThat(context)
                .hasSingleBean(LimbeckEndpoint.class)
                .doesNotHaveBean(WritableLimbeckEndpoint.class));
        exposed.withPropertyValues("limbeck.endpoint.write=true")
                .run(context -> assertThat(context).hasSingleBean(WritableLimbeckEndpoint.class));
    }

    // ---- what is refused

    @Test
    void createAllBesideAHistoryIsRefused() {
        Databases.script(folder, "aa01", "", "t1");
        for (String setting : List.of(
                "spring.jpa.hibernate.ddl-auto=update",
                "spring.jpa.generate-ddl=true",
                "spring.jpa.properties.hibernate.hbm2ddl.auto=create",
                "spring.jpa.properties.jakarta.persistence.schema-generation.database.action=create")) {
            single(h2()).withPropertyValues(setting).run(context -> {
                StartRefusedException refused = Refusals.of(context);
                assertThat(refused.code()).isEqualTo(ErrorCode.SCHEMA_GENERATION);
                assertThat(refused.getExitCode()).isEqualTo(4);
                assertThat(refused.problem().why()).containsExactly(setting.replace("=", " = "));
            });
        }
        single(h2())
                .withPropertyValues("spring.jpa.hibernate.ddl-auto=validate")
                .run(context -> assertThat(context).hasNotFailed());
        single(h2())
                .withPropertyValues("spring.jpa.hibernate.ddl-auto=update", "limbeck.schema-generation=allow")
                .run(context -> assertThat(context).hasNotFailed());
    }

    /** As applications with several databases have it; no property of Spring Boot tells. */
    @Configuration(proxyBeanMethods = false)
    static class OwnEntities {
        @Bean
        LocalContainerEntityManagerFactoryBean shopEntities(DataSource source) {
            HibernateJpaVendorAdapter hibernate = new HibernateJpaVendorAdapter();
            hibernate.setGenerateDdl(true);
            LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
            factory.setDataSource(source);
            factory.setPackagesToScan("org.limbeck.spring.shop");
            factory.setJpaVendorAdapter(hibernate);
            return factory;
        }
    }

    @Test
    void aFactoryThatGeneratesASchemaIsRefused() {
        Databases.script(folder, "aa01", "", "t1");
        Supplier<DataSource> source = h2();
        single(source).withUserConfiguration(OwnEntities.class).run(context -> {
            StartRefusedException refused = Refusals.of(context);
            assertThat(refused.code()).isEqualTo(ErrorCode.SCHEMA_GENERATION);
            assertThat(refused.problem().why())
                    .containsExactly("hibernate.hbm2ddl.auto = update", "The bean is shopEntities.");
        });
        assertThat(new JdbcTemplate(source.get())
                        .queryForList("SELECT table_name FROM information_schema.tables", String.class))
                .doesNotContain("CUSTOMER");
        single(source)
                .withUserConfiguration(OwnEntities.class)
                .withPropertyValues("limbeck.schema-generation=allow")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void anOlderApplicationOnANewerDatabaseIsRefusedOrWarned() throws Exception {
        Databases.script(folder, "aa01", "", "t1");
        Databases.script(folder, "aa02", "aa01", "t2");
        Supplier<DataSource> source = h2();
        single(source).run(context -> assertThat(outcomes(context)).hasSize(1));
        Files.delete(folder.resolve("aa02.sql"));

        single(source).run(context -> assertThat(Refusals.of(context).code()).isEqualTo(ErrorCode.DATABASE_AHEAD));
        single(source).withPropertyValues("limbeck.when-ahead=warn").run(context -> {
            assertThat(outcomes(context).get(0).decision()).isEqualTo(Decision.WARN);
            DatabaseHealth health = DatabaseHealth.of(
                    context.getBean(LimbeckDatabases.class).all().get(0));
            assertThat(health.up()).isTrue();
            assertThat(health.details()).containsEntry("state", "ahead").containsEntry("unknown", List.of("aa02"));
        });
    }

    @Test
    void twoHeadsAreRefused() {
        Databases.script(folder, "aa01", "", "t1");
        Databases.script(folder, "aa02", "aa01", "t2");
        Databases.script(folder, "aa03", "aa01", "t3");
        single(h2()).run(context -> assertThat(Refusals.of(context).code()).isEqualTo(ErrorCode.MULTIPLE_HEADS));
    }

    @Test
    void theWrongKindBehindTheUrlIsRefused() {
        Databases.script(folder, "aa01", "", "t1");
        single(h2())
                .withPropertyValues("limbeck.kind=postgresql")
                .run(context -> assertThat(Refusals.of(context).code()).isEqualTo(ErrorCode.KIND_MISMATCH));
    }

    @Test
    void checkRefusesAndHealthOfAWarnedApplicationStaysUp() {
        Databases.script(folder, "aa01", "", "t1");
        Supplier<DataSource> source = h2();
        single(source)
                .withPropertyValues("limbeck.at-start=check")
                .run(context -> assertThat(Refusals.of(context).code()).isEqualTo(ErrorCode.NOT_UP_TO_DATE));
        single(source).withPropertyValues("limbeck.at-start=warn").run(context -> {
            assertThat(outcomes(context).get(0).decision()).isEqualTo(Decision.WARN);
            DatabaseHealth health = DatabaseHealth.of(
                    context.getBean(LimbeckDatabases.class).all().get(0));
            assertThat(health.up()).isTrue();
            assertThat(health.details())
                    .containsEntry("state", "unversioned-empty")
                    .containsEntry("pending", 1);
        });
    }

    /** What an application must not work on takes it out of service, unless it was let start on it. */
    @Test
    void healthIsDownOnWhatIsBehindOrDiverged() throws Exception {
        Databases.script(folder, "aa01", "", "t1");
        Supplier<DataSource> source = h2();
        single(source).run(context -> {
            Limbeck limbeck = context.getBean(LimbeckDatabases.class).all().get(0);
            assertThat(DatabaseHealth.of(limbeck).up()).isTrue();
            Databases.script(folder, "aa02", "aa01", "t2");
            assertThat(DatabaseHealth.of(limbeck))
                    .satisfies(health -> assertThat(health.up()).isFalse())
                    .satisfies(health -> assertThat(health.details()).containsEntry("pending", 1));
            limbeck.upgrade();
            Files.delete(folder.resolve("aa02.sql"));
            Databases.script(folder, "aa03", "aa01", "t3");
            assertThat(DatabaseHealth.of(limbeck).details()).containsEntry("state", "diverged");
            assertThat(DatabaseHealth.of(limbeck).up()).isFalse();
        });
    }

    @Test
    void aProjectWithoutScriptsStartsAndIsHealthy() {
        single(h2()).run(context -> {
            assertThat(outcomes(context).get(0).decision()).isEqualTo(Decision.NOTHING);
            assertThat(DatabaseHealth.of(context.getBean(LimbeckDatabases.class)
                                    .all()
                                    .get(0))
                            .up())
                    .isTrue();
        });
    }

    /** While a new release upgrades, the instances of the old one live on. */
    @Test
    void healthIsDownOnWhatStoppedHalfWayUnlessAnotherReleaseIsAtWork() throws Exception {
        Databases.script(folder, "aa01", "", "t1");
        Databases.script(folder, "aa02", "aa01", "t2");
        single(h2()).run(context -> {
            Limbeck limbeck = context.getBean(LimbeckDatabases.class).all().get(0);
            new JdbcTemplate(context.getBean(DataSource.class))
                    .update("UPDATE limbeck_revision SET state = 'upgrading' WHERE id = 'aa02'");
            assertThat(DatabaseHealth.of(limbeck))
                    .satisfies(health -> assertThat(health.up()).isFalse())
                    .satisfies(health -> assertThat(health.details())
                            .containsEntry("state", "dirty")
                            .containsEntry("dirty", List.of("aa02")));
            Files.delete(folder.resolve("aa02.sql"));
            assertThat(DatabaseHealth.of(limbeck).up()).isTrue();
        });
    }

    @Test
    void theFailureAnalysisNamesEveryDatabaseThatIsRefused() {
        Databases.script(folder, "aa01", "", "t1");
        runner.withBean("agent", DataSource.class, h2())
                .withBean("ops", DataSource.class, h2())
                .withPropertyValues(
                        "limbeck.scripts=" + folder,
                        "limbeck.at-start=check",
                        "limbeck.databases.agent.purpose=agents",
                        "limbeck.databases.ops.purpose=prompts")
                .run(context -> {
                    FailureAnalysis analysis =
                            Objects.requireNonNull(new LimbeckFailureAnalyzer().analyze(Refusals.of(context)));
                    assertThat(analysis.getDescription())
                            .contains("LMB-5107 Database 'agent' is not ready", "LMB-5107 Database 'ops' is not ready")
                            .doesNotContain("->");
                    assertThat(analysis.getAction()).contains("limbeck -n agent upgrade", "limbeck -n ops upgrade");
                });
    }

    @Test
    void healthIsDownWhereNobodyAnswers() {
        Databases.script(folder, "aa01", "", "t1");
        single(() -> Databases.source("jdbc:postgresql://127.0.0.1:9/shop"))
                .withPropertyValues("limbeck.at-start=off")
                .run(context -> {
                    DatabaseHealth health = DatabaseHealth.of(
                            context.getBean(LimbeckDatabases.class).all().get(0));
                    assertThat(health.up()).isFalse();
                    assertThat(health.details().get("error")).asString().startsWith("LMB-3002 Not reachable");
                });
    }

    @Test
    void anUpgradeCanBeForbiddenByTheEnvironment() {
        Databases.script(folder, "aa01", "", "t1");
        single(h2())
                .withPropertyValues("MIGRATION_ENABLED=false")
                .run(context -> assertThat(outcomes(context).get(0).decision()).isEqualTo(Decision.WARN));
    }

    @Test
    void aJobEndsTheProcess() {
        Databases.script(folder, "aa01", "", "t1");
        List<Integer> exits = new ArrayList<>();
        single(h2())
                .withBean(LimbeckInitializer.ProcessEnd.class, () -> exits::add)
                .withPropertyValues("MODE=migration", "limbeck.at-start=check")
                .run(context -> {
                    assertThat(outcomes(context).get(0).applied()).containsExactly("aa01");
                    assertThat(exits).containsExactly(0);
                });
    }
}
