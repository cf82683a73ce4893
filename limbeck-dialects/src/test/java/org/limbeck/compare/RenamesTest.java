package org.limbeck.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.migration.Words.*;

import java.sql.SQLException;
import java.util.List;

import org.limbeck.dialect.Live;
import org.limbeck.migration.Block;
import org.limbeck.operation.Blocks;
import org.limbeck.operation.RenameColumn;
import org.limbeck.operation.RenameEnumValue;
import org.limbeck.operation.RenameIndex;
import org.limbeck.operation.RenameTable;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

/** What looks renamed is proposed; what a person says is renamed keeps its rows. */
class RenamesTest {
    private static final Block OLD = op -> {
        op.createTable(
                "users",
                column("id", bigint()).notNull(),
                column("mail", varchar(80)),
                column("born", date()),
                primaryKey("id"));
        op.createIndex("users", index("mail"));
        op.createTable(
                "visit",
                column("id", integer()).notNull(),
                column("user_id", bigint()).notNull(),
                primaryKey("id"),
                foreignKey("user_id").references("users", "id"));
    };

    private static final Block NEW = op -> {
        op.createTable(
                "account",
                column("id", bigint()).notNull(),
                column("email", varchar(80)),
                column("born", date()),
                primaryKey("id"));
        op.createIndex("account", index("email"));
        op.createTable(
                "visit",
                column("id", integer()).notNull(),
                column("user_id", bigint()).notNull(),
                primaryKey("id"),
                foreignKey("user_id").references("account", "id"));
    };

    private static Schema schema(Block block) {
        return Blocks.evolve(Schema.EMPTY, Live.record(block));
    }

    @EachDatabase(except = DatabaseKind.POSTGRESQL_15)
    void whatAPersonSaysIsRenamedKeepsItsRows(TestDatabase database) throws SQLException {
        try (Live live = OpenLive.of(database)) {
            live.apply(OLD).execute("INSERT INTO users VALUES (1, 'a@b', NULL)", "INSERT INTO visit VALUES (1, 1)");
            CompareOptions options = CompareOptions.USUAL.withRenamings(
                    List.of(Renaming.parse("users:account"), Renaming.parse("users.mail:email")));
            SchemaChanges changes = Comparison.of(live.connection(), live.dialect(), schema(NEW), options);
            assertThat(changes.upgrade())
                    .containsExactly(
                            new RenameTable(QualifiedName.parse("users"), QualifiedName.parse("account")),
                            new RenameColumn(QualifiedName.parse("account"), "mail", "email"),
                            new RenameIndex(QualifiedName.parse("account"), "ix_users_mail", "ix_account_email"));
            live.execute(changes.upgrade());
            assertThat(live.texts("SELECT email FROM account")).containsExactly("a@b");
            assertThat(Comparison.of(live.connection(), live.dialect(), schema(NEW), CompareOptions.USUAL)
                            .differences())
                    .isEmpty();
            live.execute(changes.downgrade());
            assertThat(live.texts("SELECT mail FROM users")).containsExactly("a@b");
        }
    }

    @EachDatabase(DatabaseKind.SQLITE)
    void whatLooksRenamedIsProposed(TestDatabase database) throws SQLException {
        try (Live live = OpenLive.of(database)) {
            Schema old = schema(OLD);
            Schema renamed = Blocks.evolve(old, Live.record(op -> {
                op.renameColumn("users", "mail", "email");
                op.addColumn("visit", column("place", varchar(20)));
                op.dropColumn("users", "born");
            }));
            SchemaChanges changes = SchemaDiff.between(old, renamed, live.dialect(), CompareOptions.USUAL);
            assertThat(Renames.propose(changes, live.dialect()))
                    .extracting(p -> p.renaming().toString())
                    .containsExactly("users.mail:email");
            SchemaChanges tables = SchemaDiff.between(
                    old,
                    Blocks.evolve(old, Live.record(op -> op.renameTable("users", "customers"))),
                    live.dialect(),
                    CompareOptions.USUAL);
            assertThat(Renames.propose(tables, live.dialect()))
                    .extracting(p -> p.renaming().toString())
                    .containsExactly("users:customers");
        }
    }

    @EachDatabase(DatabaseKind.SQLITE)
    void whatIsNotAlikeIsNotProposed(TestDatabase database) throws SQLException {
        try (Live live = OpenLive.of(database)) {
            Schema old = schema(OLD);
            Schema other = Blocks.evolve(old, Live.record(op -> {
                op.dropColumn("users", "born");
                op.addColumn("users", column("score", integer()));
                op.dropTable("visit");
                op.createTable("invoice", column("number", varchar(20)), column("total", decimal(9, 2)));
            }));
            SchemaChanges changes = SchemaDiff.between(old, other, live.dialect(), CompareOptions.USUAL);
            assertThat(Renames.propose(changes, live.dialect())).isEmpty();
        }
    }

    @EachDatabase(DatabaseKind.POSTGRESQL_18)
    void aValueOfAnEnumIsRenamed(TestDatabase database) throws SQLException {
        try (Live live = OpenLive.of(database)) {
            live.apply(op -> op.createEnum("mood", "sad", "ok", "happy"));
            Schema want = schema(op -> op.createEnum("mood", "sad", "fine", "happy"));
            SchemaChanges found = Comparison.of(live.connection(), live.dialect(), want, CompareOptions.USUAL);
            List<Renaming> proposed = Renames.propose(found, live.dialect()).stream()
                    .map(Renames.Proposal::renaming)
                    .toList();
            assertThat(proposed).containsExactly(Renaming.parse("mood.ok:fine"));
            SchemaChanges changes = Comparison.of(
                    live.connection(), live.dialect(), want, CompareOptions.USUAL.withRenamings(proposed));
            assertThat(changes.upgrade())
                    .containsExactly(new RenameEnumValue(QualifiedName.parse("mood"), "ok", "fine", null));
        }
    }

    @EachDatabase(DatabaseKind.SQLITE)
    void aRenamingThatDoesNotFitIsTold(TestDatabase database) throws SQLException {
        try (Live live = OpenLive.of(database)) {
            SchemaChanges changes = SchemaDiff.between(
                    schema(OLD),
                    schema(OLD),
                    live.dialect(),
                    CompareOptions.USUAL.withRenamings(List.of(Renaming.parse("users.nothing:more"))));
            assertThat(changes.differences()).isEmpty();
            assertThat(changes.remarks())
                    .containsExactly("Renaming users.nothing:more does not fit: there is no such thing, or the new"
                            + " name is taken");
        }
    }
}
