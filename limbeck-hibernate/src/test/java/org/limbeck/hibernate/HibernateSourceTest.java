package org.limbeck.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.limbeck.dialect.Dialect;
import org.limbeck.error.LimbeckException;
import org.limbeck.model.Model;
import org.limbeck.model.ModelSource.Request;
import org.limbeck.schema.DataType;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Table;
import org.limbeck.schema.TypeKind;

class HibernateSourceTest {
    private static final String GALLERY = "org.limbeck.hibernate.gallery";
    private static final String WRONG = "org.limbeck.hibernate.wrong";

    private static Model read(String address, Dialect dialect, ClassLoader loader) {
        return new HibernateSource().read(new Request(address, dialect, Path.of("."), List.of(), loader));
    }

    private static Model read(String address, String dialect) {
        return read(address, Servers.offline(dialect), HibernateSourceTest.class.getClassLoader());
    }

    private static Table table(Model model, String name) {
        return model.schema().table(QualifiedName.parse(name)).orElseThrow();
    }

    private static DataType type(Model model, String table, String column) {
        return table(model, table).column(column).orElseThrow().type();
    }

    @Test
    void typesAreSaidInTheWordsOfScripts() {
        Model model = read(GALLERY, "postgresql");
        assertThat(type(model, "texts", "named")).isEqualTo(DataType.of(TypeKind.VARCHAR, 80));
        assertThat(type(model, "bytes", "id")).isEqualTo(DataType.of(TypeKind.UUID));
        assertThat(type(model, "times", "instant")).isEqualTo(DataType.of(TypeKind.TIMESTAMP_TZ, 6));
        assertThat(type(model, "numbers", "precise")).isEqualTo(DataType.of(TypeKind.DOUBLE));
        assertThat(type(model, "arrays", "words")).isEqualTo(DataType.arrayOf(DataType.of(TypeKind.VARCHAR, 255)));
    }

    @Test
    void inventedNamesAreLeftOutAndGivenOnesKept() {
        Table purchases = table(read(GALLERY, "mysql"), "purchases");
        assertThat(purchases.constraint("uq_purchase_reference")).isPresent();
        assertThat(purchases.index("ix_purchase_note")).isPresent();
        assertThat(purchases.foreignKeys())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(key.name()).isNull());
    }

    @Test
    void springsNamesAreInSnakeCase() {
        Model model = read(GALLERY + "?naming=spring", "postgresql");
        assertThat(table(model, "camel_case_table").columns())
                .extracting(c -> c.name())
                .contains("camel_case_id", "some_long_name", "upper_name");
        assertThat(model.schema().tables()).containsKey(QualifiedName.parse("purchases_products"));
    }

    @Test
    void generatorsOfNumbersNeedTheirFirstRows() {
        Model model = read(GALLERY, "mysql");
        assertThat(model.firstRows().get(QualifiedName.parse("ByAuto_SEQ")))
                .singleElement()
                .asString()
                .matches("insert into ByAuto_SEQ (\\( next_val \\) )?values \\( 1 \\)");
        assertThat(read(GALLERY, "postgresql").schema().sequences()).containsKey(QualifiedName.parse("ticket_numbers"));
    }

    @Test
    void classesMayBeListed() {
        Model model = read(GALLERY + ".Flags," + GALLERY + ".ByUuid", "h2");
        assertThat(model.schema().tables().keySet())
                .containsExactlyInAnyOrder(QualifiedName.parse("flags"), QualifiedName.parse("byuuid"));
        assertThat(table(model, "byuuid").primaryKey().map(PrimaryKey::columns)).contains(List.of("id"));
    }

    @Test
    void aPersistenceUnitSaysItsClassesAndSettings(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("META-INF"));
        Files.writeString(folder.resolve("META-INF/persistence.xml"), """
                <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
                  <persistence-unit name="shop">
                    <class>org.limbeck.hibernate.gallery.CamelCase</class>
                    <exclude-unlisted-classes>true</exclude-unlisted-classes>
                    <properties>
                      <property name="jakarta.persistence.jdbc.url" value="jdbc:h2:mem:never"/>
                      <property name="hibernate.physical_naming_strategy"
                          value="org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy"/>
                    </properties>
                  </persistence-unit>
                </persistence>
                """);
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            Model model = read("unit=shop", Servers.offline("postgresql"), loader);
            assertThat(model.schema().tables().keySet()).containsExactly(QualifiedName.parse("camel_case_table"));
            assertThatThrownBy(() -> read("unit=shpo", Servers.offline("postgresql"), loader))
                    .hasMessageContaining("There is no persistence unit 'shpo'")
                    .hasMessageContaining("Did you mean hibernate:unit=shop?");
        }
    }

    @Test
    void aClassThatDoesNotLoadIsNamedWithWhatIsMissing() {
        ClassLoader poor =
                new Without("org.limbeck.hibernate.gallery.Colour", getClass().getClassLoader());
        assertThatThrownBy(() -> read(GALLERY, Servers.offline("postgresql"), poor))
                .isInstanceOf(LimbeckException.class)
                .hasMessageContaining("LMB-2011 The class org.limbeck.hibernate.gallery.Enums does not load")
                .hasMessageContaining("It is not on the class path: org.limbeck.hibernate.gallery.Colour");
    }

    @Test
    void tablesNamedAlikeAreBothNamed() {
        assertThatThrownBy(() -> read(WRONG + ".Alike," + WRONG + ".Alike2", "sqlite"))
                .hasMessageContaining("LMB-2011 Two tables of the model are named alike: ")
                .hasMessageContaining(WRONG + ".Alike2")
                .hasMessageContaining("SQLite does not tell apart the names");
        assertThat(read(WRONG + ".Alike," + WRONG + ".Alike2", "postgresql")
                        .schema()
                        .tables())
                .hasSize(2);
    }

    @Test
    void entitiesThatShareATableAreRemarkedOn() {
        assertThat(read(WRONG + ".Alike," + WRONG + ".Shared", "sqlite").remarks())
                .singleElement()
                .asString()
                .contains(WRONG + ".Alike", WRONG + ".Shared", "share the table alike");
    }

    @Test
    void aColumnWithoutATypeIsNamed() {
        assertThatThrownBy(() -> read(WRONG + ".Typeless", "sqlite"))
                .hasMessageContaining("LMB-2011 A column of table Typeless has no type on SQLite")
                .hasMessageContaining("level")
                .hasMessageContaining("columnDefinition");
    }

    @Test
    void whatHibernateRefusesIsToldInItsWords() {
        assertThatThrownBy(() -> read(WRONG + ".KeyLess", "sqlite"))
                .hasMessageContaining("LMB-2011 Hibernate refuses the model hibernate:" + WRONG + ".KeyLess")
                .hasMessageContaining("identifier");
    }

    @Test
    void aPackageWithoutEntitiesIsAnError() {
        assertThatThrownBy(() -> read("java.util", "sqlite"))
                .hasMessageContaining("No mapped class is found for the model hibernate:java.util");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "com.example?naming", "com.example?color=red", "a b", "unit="})
    void anAddressThatIsNoneIsExplained(String address) {
        assertThatThrownBy(() -> HibernateAddress.parse(address))
                .hasMessageContaining("LMB-2010 The model hibernate:" + address + " cannot be understood")
                .hasMessageContaining("hibernate:com.example.shop");
    }

    @Test
    void anAddressHasPlacesAndSettings() {
        HibernateAddress address = HibernateAddress.parse("a.b, c.D?naming=spring&hibernate.default_schema=x");
        assertThat(address.names()).containsExactly("a.b", "c.D");
        assertThat(address.settings()).isEqualTo(Map.of("naming", "spring", "hibernate.default_schema", "x"));
    }

    /** A class path on which one class is missing. */
    private static final class Without extends ClassLoader {
        private final String missing;

        Without(String missing, ClassLoader parent) {
            super(parent);
            this.missing = missing;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.equals(missing)) {
                throw new ClassNotFoundException(name);
            }
            return name.startsWith(GALLERY) ? own(name) : super.loadClass(name, resolve);
        }

        private Class<?> own(String name) throws ClassNotFoundException {
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            try (java.io.InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
