package org.limbeck.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.limbeck.migration.Words.*;

import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.limbeck.dialect.Live;
import org.limbeck.migration.Block;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.TestDatabase;

/** Foreign keys around rebuilds: children stay, new violations stop, old ones are nobody's business. */
final class KeysTest {
    private final TestDatabase database = TestDatabase.create(DatabaseKind.SQLITE);
    private Live live;

    @BeforeEach
    void open() throws SQLException {
        live = Live.on(database, new SqliteProvider());
        live.execute(
                "PRAGMA foreign_keys = OFF",
                "CREATE TABLE p (id INTEGER PRIMARY KEY, code TEXT UNIQUE, n TEXT)",
                "CREATE TABLE c (id INTEGER PRIMARY KEY, p INTEGER REFERENCES p ON DELETE CASCADE, code TEXT REFERENCES P (CODE),"
                        + " other INTEGER)",
                "INSERT INTO p VALUES (1, '01', 'x'), (2, '02', 'y')",
                "INSERT INTO c VALUES (1, 1, '01', 1), (2, 2, '02', 77), (3, 99, NULL, NULL)",
                "PRAGMA foreign_keys = ON");
    }

    @AfterEach
    void close() throws SQLException {
        live.close();
        database.close();
    }

    private void assertRefused(Block block, String words) throws SQLException {
        Snapshot before = Snapshot.of(live);
        assertThatThrownBy(() -> live.apply(block)).hasMessageContaining(words);
        assertThat(Snapshot.of(live)).isEqualTo(before);
    }

    @Test
    void childrenStayWhenTheParentIsRebuilt() throws SQLException {
        live.apply(op -> op.setNotNull("p", "n"));
        assertThat(live.texts("SELECT p FROM c")).containsExactly("1", "2", "99");
        live.execute("DELETE FROM p WHERE id = 1 AND 0", "UPDATE c SET code = NULL", "DELETE FROM p WHERE id = 1");
        assertThat(live.texts("SELECT p FROM c")).as("the key still cascades").containsExactly("2", "99");
    }

    @Test
    void aNewKeyLooksAtTheRows() throws SQLException {
        assertRefused(
                op -> op.addConstraint("c", foreignKey("other").references("p", "id")),
                "1 rows of table c refer to no row of table p (fk_c_other)");
        live.execute("UPDATE c SET other = 2 WHERE other = 77");
        live.apply(op -> op.addConstraint("c", foreignKey("other").references("p", "id")));
        assertThat(live.texts("SELECT count(*) FROM pragma_foreign_key_list('c')"))
                .containsExactly("3");
    }

    @Test
    void aKeyIsValidatedOnRequest() throws SQLException {
        live.execute(
                "PRAGMA foreign_keys = OFF",
                "CREATE TABLE d (p INTEGER, CONSTRAINT fk_d FOREIGN KEY (p) REFERENCES p (id))");
        live.apply(op -> op.validateConstraint("d", "fk_d"));
        live.execute("INSERT INTO d VALUES (5)");
        assertRefused(op -> op.validateConstraint("d", "fk_d"), "1 rows of table d refer to no row of table p (fk_d)");
    }

    @Test
    void aConversionMustNotTearKeysApart() throws SQLException {
        assertRefused(op -> op.setType("p", "code", text()).using("code || 'x'"), "rows would refer to no row");
        assertRefused(op -> op.setType("c", "code", text()).using("'x' || code"), "rows would refer to no row");
        live.apply(op -> op.setType("p", "code", varchar(9)));
        assertThat(live.texts("SELECT code FROM c")).containsExactly("01", "02", "null");
    }

    @Test
    void aKeyThatOthersReferToStays() throws SQLException {
        assertRefused(op -> op.dropConstraint("p", unique("code")), "foreign key mismatch");
        assertRefused(op -> op.dropColumn("p", "code"), "foreign key mismatch");
        assertRefused(op -> op.dropTable("p"), "2 foreign keys of other tables refer to table p; drop them first");
        live.apply(op -> {
            op.dropTable("c");
            op.dropTable("p");
        });
        assertThat(live.schema().tables()).isEmpty();
    }

    @Test
    void renamingTakesKeysOfOthersAlong() throws SQLException {
        live.apply(op -> {
            op.renameTable("p", "par ent");
            op.renameColumn("par ent", "code", "Code 2");
        });
        assertThat(live.texts("SELECT \"table\", \"to\" FROM pragma_foreign_key_list('c') ORDER BY id"))
                .containsExactly("par ent|Code 2", "par ent|null");
        assertThat(live.table("c").foreignKeys())
                .extracting(k -> k.references().name())
                .containsExactly("par ent", "par ent");
    }

    @Test
    void aTableThatRefersToItself() throws SQLException {
        live.execute(
                "CREATE TABLE tree (id INTEGER PRIMARY KEY, up INTEGER REFERENCES tree (id) ON DELETE CASCADE, n INT)",
                "INSERT INTO tree VALUES (1, NULL, 1), (2, 1, 2), (3, 2, 3)");
        live.apply(op -> {
            op.setNotNull("tree", "n");
            op.addConstraint("tree", foreignKey("n").references("tree", "id").named("fk_n"));
        });
        assertThat(live.texts("SELECT id, up FROM tree")).containsExactly("1|null", "2|1", "3|2");
        assertThat(live.texts("SELECT \"table\" FROM pragma_foreign_key_list('tree')"))
                .containsExactly("tree", "tree");
        live.execute("DELETE FROM tree WHERE id = 1");
        assertThat(live.texts("SELECT id FROM tree")).isEmpty();
    }

    @Test
    void rowOperationsBesideARebuildSeeTheKeysOfTheUser() throws SQLException {
        live.execute("DELETE FROM c WHERE id = 2", "UPDATE c SET code = NULL");
        live.apply(op -> {
            op.setNotNull("p", "n");
            op.delete("p", where("id", 1));
            op.setNullable("p", "n");
        });
        assertThat(live.texts("SELECT id FROM c")).isEqualTo(List.of("3"));
        assertThat(live.texts("PRAGMA foreign_keys")).containsExactly("1");
    }
}
