package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a model may come from. */
class ModelsTest {
    @TempDir
    private Path folder;

    @Test
    void aDefinitionInJava() {
        TestShell shell = new TestShell(folder).shop("model = \"java:ShopSchema\"\nclass-path = [\"model\"]");
        shell.file("model/ShopSchema.java", """
                import static org.limbeck.migration.Words.*;

                import org.limbeck.migration.*;

                public class ShopSchema implements SchemaDefinition {
                    public void define(Op op) {
                        op.createTable("customer", column("id", bigint()).notNull(), primaryKey("id"));
                        op.on("h2", here -> here.addColumn("customer", column("only_h2", integer())));
                    }
                }
                """);
        assertThat(shell.limbeck("check").exits(1).out())
                .contains("1 table of java:ShopSchema")
                .contains("+ table customer   id, only_h2");
    }

    /** Maven itself is asked, once. */
    @Test
    void theClassesOfAMavenProject() {
        TestShell shell = new TestShell(folder).shop("model = \"java:shop.ShopSchema\"");
        shell.file("pom.xml", """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.example</groupId>
                  <artifactId>shop</artifactId>
                  <version>1</version>
                </project>
                """);
        shell.file("src/main/java/shop/ShopSchema.java", """
                package shop;

                import static org.limbeck.migration.Words.*;

                import org.limbeck.migration.*;

                class ShopSchema implements SchemaDefinition {
                    public void define(Op op) {
                        op.createTable("product", column("id", bigint()).notNull(), primaryKey("id"));
                    }
                }
                """);
        assertThat(shell.limbeck("check").exits(1).out()).contains("+ table product");
        assertThat(folder.resolve(".limbeck/class-path")).exists();
    }

    @Test
    void aClassThatIsNoDefinition() {
        TestShell shell = new TestShell(folder).shop("model = \"java:Other\"\nclass-path = [\"model\"]");
        shell.file("model/Other.java", "public class Other {}");
        assertThat(shell.limbeck("check").exits(2).err())
                .contains("LMB-2011 The class Other is no definition of a schema")
                .contains("class Other implements org.limbeck.migration.SchemaDefinition");
    }

    @Test
    void theStatementsOfAFile() {
        TestShell shell = new TestShell(folder).shop("model = \"sql:schema.sql\"");
        shell.file("schema.sql", """
                CREATE TABLE customer (id BIGINT PRIMARY KEY, name VARCHAR(80) NOT NULL);
                CREATE INDEX ix_customer_name ON customer (name);
                """);
        assertThat(shell.limbeck("check").exits(1).out())
                .contains("+ table customer                    id, name")
                .contains("+ index customer.ix_customer_name   (name)");
        shell.file("schema.sql", "CREATE TABLE a (id BIGINT);\nCREATE TABLE b (id BLA);\n");
        assertThat(shell.limbeck("check").exits(2).err())
                .contains("LMB-2011 A statement of the model fails")
                .contains("at schema.sql:2")
                .contains("BLA");
    }

    @Test
    void theHistoryOfAnotherDatabase() {
        TestShell shell = new TestShell(folder).shop("""
                model = "history:reference"

                [database.reference]
                url = "jdbc:h2:mem:never"
                scripts = "reference"
                """);
        shell.file("reference/a.sql", """
                --@ revision aaaa1111
                --@ message  feat: raw

                --@ upgrade
                CREATE TABLE raw (id BIGINT);
                """);
        assertThat(shell.limbeck("-n", "shop", "check").err()
                        + shell.limbeck("-n", "shop", "check").out())
                .contains("Revision aaaa1111 of reference holds raw SQL whose effect is not known without a database");
    }

    @Test
    void anUnknownWayNamesTheNearest() {
        TestShell shell = new TestShell(folder).shop("model = \"snapshop:model.json\"");
        assertThat(shell.limbeck("check").exits(2).err())
                .contains("LMB-2010")
                .contains("The nearest is  model = \"snapshot:...\"");
    }
}
