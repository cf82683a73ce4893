package org.limbeck.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.limbeck.config.DatabaseSettings;
import org.limbeck.model.Model;
import org.limbeck.project.ProjectModel;
import org.limbeck.schema.Column;
import org.limbeck.schema.QualifiedName;

/** The model of an application in another folder, with its own Hibernate. */
class ProjectModelTest {
    @TempDir
    private Path folder;

    private static final String ENTITY = """
            package shop;

            import jakarta.persistence.*;

            @Entity
            public class Customer {
                @Id
                long id;
                Money money;
                %s
            }
            """;

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve("src").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void customer(String more) throws IOException {
        write("shop/Customer.java", ENTITY.formatted(more));
        write("shop/Money.java", "package shop; @jakarta.persistence.Embeddable class Money { long cents; }");
    }

    /** The jars of these tests that are not ours. */
    private static List<String> libraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar") && !entry.contains("limbeck"))
                .toList();
    }

    private Model read(List<String> classPath) {
        DatabaseSettings settings = DatabaseSettings.of("shop", "jdbc:sqlite:shop.db", "migrations").toBuilder()
                .model("hibernate:shop")
                .classPath(classPath)
                .build();
        return ProjectModel.read(
                settings, folder, Servers.offline("sqlite"), getClass().getClassLoader());
    }

    private static List<String> columns(Model model) {
        return model.schema().table(QualifiedName.parse("Customer")).orElseThrow().columns().stream()
                .map(Column::name)
                .toList();
    }

    private List<String> withSources() {
        List<String> all = new ArrayList<>(List.of("src"));
        all.addAll(libraries());
        return all;
    }

    @Test
    void theSourcesAsTheyAreMakeTheModel() throws IOException {
        customer("");
        assertThat(columns(read(withSources()))).containsExactlyInAnyOrder("id", "cents");
        customer("String name;");
        Files.setLastModifiedTime(
                folder.resolve("src/shop/Customer.java"),
                FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(columns(read(withSources()))).containsExactlyInAnyOrder("id", "cents", "name");
    }

    /** As with sources that only the application's own build can compile. */
    @Test
    void sourcesThatAreCompiledAlreadyAreLeftAlone() throws IOException {
        customer("");
        read(withSources());
        Files.move(folder.resolve(".limbeck/model-classes"), folder.resolve("classes"));
        customer("Generated later;");
        Files.setLastModifiedTime(folder.resolve("src/shop/Customer.java"), FileTime.from(Instant.EPOCH));
        Files.setLastModifiedTime(folder.resolve("src/shop/Money.java"), FileTime.from(Instant.EPOCH));
        write("shop/package-info.java", "/** Has no class. */\npackage shop;\n");
        List<String> all = withSources();
        all.add("classes");
        assertThat(columns(read(all))).containsExactlyInAnyOrder("id", "cents");
    }

    @Test
    void sourcesThatDoNotCompileAreShown() throws IOException {
        customer("Strin name;");
        assertThatThrownBy(() -> read(withSources()))
                .hasMessageContaining("LMB-2011 The sources of the model do not compile")
                .hasMessageContaining("Customer.java:10")
                .hasMessageContaining("cannot find symbol");
    }

    @Test
    void withoutClassPathAndPomItIsAskedFor() {
        assertThatThrownBy(() -> read(List.of()))
                .hasMessageContaining("LMB-3011 The classes of the application are not known")
                .hasMessageContaining("class-path = [");
    }

    @Test
    void anEntryThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> read(List.of("target/classes")))
                .hasMessageContaining("There is nothing at the class path's entry 'target/classes'");
        assertThatThrownBy(() -> read(List.of("lib/*.jar")))
                .hasMessageContaining("There is nothing at the class path's entry 'lib/*.jar'");
    }

    @Test
    void aMissingHibernateIsNamed() throws IOException {
        Files.createDirectories(folder.resolve("classes"));
        assertThatThrownBy(() -> read(List.of("classes")))
                .hasMessageContaining("LMB-3011 Hibernate is not on the class path of the model hibernate:shop")
                .hasMessageContaining("org.hibernate.orm:hibernate-core");
    }
}
