package org.limbeck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maven itself builds a small application with the processor and the plug-in of this build. */
class RealMavenTest {
    @TempDir
    private Path folder;

    @Test
    void anApplicationIsCheckedCompiledAndUpgraded() throws Exception {
        RealMaven maven = RealMaven.in(folder);
        Module application = application();
        RealMaven.Outcome built = maven.run(folder, "process-classes", "limbeck:upgrade", "limbeck:current");
        assertThat(built.exitCode()).as(built.text()).isZero();
        assertThat(built.text())
                .contains("[INFO] History of classpath:db/agent: 2 revisions, head bbbb")
                .contains("[INFO] Done: database is at bbbb (head)")
                .contains("[INFO] bbbb  (head)")
                .doesNotContain("[WARN");
        assertThat(folder.resolve("agent.db")).exists();

        application.file("src/main/resources/db/agent/third.sql", "--@ revision cccc\n--@ down aaaa\n--@ upgrade\n");
        RealMaven.Outcome forked = maven.run(folder, "process-classes");
        assertThat(forked.exitCode()).isEqualTo(1);
        assertThat(forked.text())
                .contains("The history of classpath:db/agent has 2 heads: bbbb, cccc", "BUILD FAILURE")
                .doesNotContain("\tat org.");
    }

    /** Entities, and Hibernate with what it needs for SQLite, are on the module's class path and on no other. */
    @Test
    void entitiesOfTheModuleAreComparedAndDrafted() throws Exception {
        RealMaven maven = RealMaven.in(folder);
        entities();
        RealMaven.Outcome missing = maven.run(folder, "compile", "limbeck:upgrade", "limbeck:check");
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.text())
                .contains("[INFO]   + table Customer", "mvn limbeck:generate")
                .doesNotContain("\tat org.", "[WARN");

        RealMaven.Outcome drafted = maven.run(
                folder, "limbeck:generate", "-Dlimbeck.message=feat: customers", "limbeck:upgrade", "limbeck:check");
        assertThat(drafted.exitCode()).as(drafted.text()).isZero();
        assertThat(drafted.text()).contains("_Customers.java", "no difference").doesNotContain("[WARN");

        RealMaven.Outcome whole = maven.run(folder, "verify");
        assertThat(whole.exitCode()).as(whole.text()).isZero();
        assertThat(whole.text()).contains("no difference");

        Path customer = folder.resolve("src/main/java/shop/Customer.java");
        Files.writeString(
                customer, Files.readString(customer).replace("String name;", "String name;\n\n    Integer age;"));
        RealMaven.Outcome stopped = maven.run(folder, "verify");
        assertThat(stopped.exitCode()).isEqualTo(1);
        assertThat(stopped.text()).contains("+ column Customer.age", "BUILD FAILURE");
    }

    private void entities() throws IOException {
        new Module(folder)
                .file("pom.xml", Files.readString(Path.of("src/test/resources/entities.xml")))
                .file("migrations/first.sql", "--@ revision aaaa\n--@ upgrade\n--@ downgrade\n")
                .file("src/main/java/shop/Customer.java", """
                        package shop;

                        import jakarta.persistence.*;

                        @Entity
                        class Customer {
                            @Id
                            Long id;

                            @Column(length = 80, nullable = false)
                            String name;

                            @ManyToOne
                            Customer invitedBy;
                        }
                        """);
    }

    private Module application() throws IOException {
        return new Module(folder)
                .file("pom.xml", Files.readString(Path.of("src/test/resources/application.xml")))
                .file("src/main/java/db/agent/First.java", """
                        package db.agent;

                        import static org.limbeck.migration.Words.*;

                        import org.limbeck.migration.*;

                        @Revision(id = "aaaa", message = "feat: agents")
                        final class First implements Migration {
                            @Override
                            public void upgrade(Op op) {
                                op.createTable("agent", column("id", bigint()).notNull(), primaryKey("id"));
                            }
                        }
                        """)
                .file("src/main/resources/db/agent/second.sql", """
                        --@ revision bbbb
                        --@ down aaaa
                        --@ upgrade
                        INSERT INTO agent (id) VALUES (1);
                        --@ downgrade
                        DELETE FROM agent WHERE id = 1;
                        """);
    }
}
