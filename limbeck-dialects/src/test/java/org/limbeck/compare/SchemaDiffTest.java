package org.limbeck.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.migration.Words.*;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Live;
import org.limbeck.dialect.ServerInfo;
import org.limbeck.dialect.mysql.MySqlProvider;
import org.limbeck.dialect.postgresql.PostgresqlProvider;
import org.limbeck.migration.Block;
import org.limbeck.operation.AddEnumValue;
import org.limbeck.operation.AroundViews;
import org.limbeck.operation.Blocks;
import org.limbeck.operation.DropColumn;
import org.limbeck.operation.RenameConstraint;
import org.limbeck.operation.RenameIndex;
import org.limbeck.schema.Index;
import org.limbeck.schema.IndexMember;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;

/** What counts as a difference, how it is said, and what is left alone. */
class SchemaDiffTest {
    private static final Dialect POSTGRESQL =
            new PostgresqlProvider().dialect(new ServerInfo("PostgreSQL", "18", 18, 0));
    private static final Dialect MYSQL = new MySqlProvider().dialect(new ServerInfo("MySQL", "9.7.0", 9, 7));

    private static final Block SHOP = op -> {
        op.createTable(
                "customer",
                column("id", bigint()).notNull(),
                column("email", varchar(80)).notNull(),
                primaryKey("id"),
                unique("email"));
        op.createTable(
                "orders",
                column("id", bigint()).notNull(),
                column("customer_id", bigint()),
                primaryKey("id"),
                foreignKey("customer_id").references("customer"));
        op.createIndex("orders", index("customer_id"));
    };

    private static Schema schema(Block block) {
        return Blocks.evolve(Schema.EMPTY, Live.record(block));
    }

    private static Schema shopAnd(Block more) {
        return schema(op -> {
            SHOP.record(op);
            more.record(op);
        });
    }

    private static SchemaChanges between(Schema have, Schema want, CompareOptions options) {
        return SchemaDiff.between(have, want, POSTGRESQL, options);
    }

    private static List<String> lines(Schema have, Schema want) {
        return between(have, want, CompareOptions.USUAL).differences().stream()
                .map(Difference::toString)
                .toList();
    }

    @Test
    void differencesAreSaidInOneLineEach() {
        assertThat(lines(Schema.EMPTY, schema(SHOP)))
                .containsExactly(
                        "+ table customer  id, email",
                        "+ table orders  id, customer_id",
                        "+ index orders.ix_orders_customer_id  (customer_id)");
        assertThat(lines(schema(SHOP), shopAnd(op -> {
                    op.setType("customer", "email", varchar(120));
                    op.setNullable("customer", "email");
                    op.addColumn(
                            "customer", column("name", varchar(40)).notNull().defaultTo("x"));
                    op.dropIndex("orders", "ix_orders_customer_id");
                    op.setTableComment("orders", "bought");
                })))
                .containsExactly(
                        "~ column customer.email: type  varchar(80) -> varchar(120)",
                        "~ column customer.email: null  not null -> null",
                        "+ column customer.name  varchar(40) not null default 'x'",
                        "- index orders.ix_orders_customer_id  (customer_id)",
                        "~ table orders: comment  none -> 'bought'");
    }

    @Test
    void aDropLosesDataAndAnIndexDoesNot() {
        SchemaChanges changes = between(
                shopAnd(op -> op.createTable("attic", column("id", integer()))),
                shopAnd(op -> {
                    op.dropIndex("orders", "ix_orders_customer_id");
                    op.dropConstraint("customer", "uq_customer_email");
                    op.dropColumn("customer", "email");
                }),
                CompareOptions.USUAL);
        assertThat(changes.differences())
                .filteredOn(Difference::losesData)
                .extracting(Difference::object)
                .containsExactly("column customer.email", "table attic");
        SchemaChanges safe = changes.only(difference -> !difference.losesData());
        assertThat(safe.upgrade()).noneMatch(DropColumn.class::isInstance).hasSize(2);
        assertThat(Blocks.evolve(safe.have(), safe.upgrade()).table(QualifiedName.parse("attic")))
                .isPresent();
    }

    // ---- names

    @Test
    void namesOfConstraintsDoNotMatterUnlessTheyAreSaidTo() {
        Schema other =
                shopAnd(op -> op.renameConstraint("customer", "uq_customer_email", "UKdwk6cx0afu8bs9o4t536v1j5v"));
        Schema chosen = shopAnd(op -> op.renameConstraint("customer", "uq_customer_email", "one_each"));
        CompareOptions strict = CompareOptions.USUAL.withConstraintNames(true);
        assertThat(lines(schema(SHOP), other)).isEmpty();
        assertThat(lines(schema(SHOP), chosen)).isEmpty();
        assertThat(between(schema(SHOP), other, strict).differences()).isEmpty();
        assertThat(between(schema(SHOP), chosen, strict).upgrade())
                .containsExactly(
                        new RenameConstraint(QualifiedName.parse("customer"), "uq_customer_email", "one_each"));
    }

    @Test
    void anIndexIsRenamedWhenItsNameWasChosen() {
        QualifiedName orders = QualifiedName.parse("orders");
        Schema chosen = shopAnd(op -> op.renameIndex("orders", "ix_orders_customer_id", "by_customer"));
        Schema generated =
                shopAnd(op -> op.renameIndex("orders", "ix_orders_customer_id", "IDXp0b7s3mqe5ye6xkmq0vv2n1hx"));
        Table table = schema(SHOP).table(orders).orElseThrow();
        Schema unnamed =
                schema(SHOP).with(table.withIndexes(List.of(Index.of(List.of(IndexMember.column("customer_id"))))));
        assertThat(between(schema(SHOP), chosen, CompareOptions.USUAL).upgrade())
                .containsExactly(new RenameIndex(orders, "ix_orders_customer_id", "by_customer"));
        assertThat(lines(chosen, generated)).isEmpty();
        assertThat(lines(chosen, unnamed)).isEmpty();
        assertThat(between(schema(SHOP).with(table.withIndexes(List.of())), unnamed, CompareOptions.USUAL)
                        .differences())
                .extracting(Difference::object)
                .containsExactly("index orders.ix_orders_customer_id");
    }

    @Test
    void theConnectionsOwnSchemaNeedNotBeSaid() {
        Schema said = schema(op -> op.createTable("public.item", column("id", integer())));
        Schema bare = schema(op -> op.createTable("item", column("id", integer())));
        assertThat(between(bare, said, CompareOptions.USUAL.withOwnSchema("public"))
                        .differences())
                .isEmpty();
        assertThat(between(bare, said, CompareOptions.USUAL.withOwnSchema("other"))
                        .differences())
                .extracting(Difference::object)
                .contains("table public.item", "table item");
    }

    @Test
    void namesOfColumnsKnowNoCaseWhereTheDatabaseKnowsNone() {
        Schema small = schema(op ->
                op.createTable("t", column("name", integer()), unique("name").named("u")));
        Schema large = schema(op ->
                op.createTable("t", column("NAME", integer()), unique("NAME").named("U")));
        assertThat(SchemaDiff.between(small, large, MYSQL, CompareOptions.USUAL).differences())
                .isEmpty();
        assertThat(lines(small, large)).hasSize(4);
    }

    @Test
    void onMySqlAUniqueIndexIsAUniqueConstraint() {
        Schema index = schema(op ->
                op.createTable("t", column("a", integer()), index("a").unique().named("u")));
        Schema constraint = schema(
                op -> op.createTable("t", column("a", integer()), unique("a").named("u")));
        assertThat(SchemaDiff.between(index, constraint, MYSQL, CompareOptions.USUAL)
                        .differences())
                .isEmpty();
        assertThat(lines(index, constraint)).hasSize(2);
    }

    // ---- what is left alone

    @Test
    void booksOfOtherToolsAreLeftAlone() {
        Schema live = shopAnd(op -> {
            for (String name : List.of(
                    "limbeck_revision",
                    "flyway_schema_history",
                    "DATABASECHANGELOG",
                    "DATABASECHANGELOGLOCK",
                    "alembic_version",
                    "schema_version")) {
                op.createTable(name, column("id", integer()));
            }
        });
        assertThat(lines(live, schema(SHOP))).isEmpty();
    }

    @Test
    void whatIsFilteredIsNeitherMadeNorDropped() {
        Schema live = shopAnd(op -> op.createTable("audit_log", column("id", integer())));
        Schema want = shopAnd(op -> op.createTable("audit_rows", column("id", integer())));
        assertThat(between(live, want, filtered(Filter.USUAL.except("audit_*"))).differences())
                .isEmpty();
        assertThat(between(live, want, filtered(Filter.USUAL.only("audit_l*"))).differences())
                .extracting(Difference::object)
                .containsExactly("table audit_log");
        assertThat(between(live, want, filtered(Filter.USUAL.without(ObjectKind.TABLE)))
                        .differences())
                .isEmpty();
    }

    @Test
    void aForeignKeyToATableThatIsLeftAloneIsStillCompared() {
        Schema want = shopAnd(op -> op.dropConstraint("orders", "fk_orders_customer_id"));
        assertThat(between(schema(SHOP), want, filtered(Filter.USUAL.except("customer")))
                        .differences())
                .extracting(Difference::object)
                .containsExactly("foreign key orders.fk_orders_customer_id");
        assertThat(between(schema(SHOP), want, filtered(Filter.USUAL.exceptForeignKeys("fk_orders_*")))
                        .differences())
                .isEmpty();
        assertThat(between(schema(SHOP), want, filtered(Filter.USUAL.without(ObjectKind.FOREIGN_KEY)))
                        .differences())
                .isEmpty();
    }

    private static CompareOptions filtered(Filter filter) {
        return CompareOptions.USUAL.withFilter(filter);
    }

    @Test
    void mappingsLeaveAloneWhatTheyCannotSay() {
        Schema live = shopAnd(op -> {
            op.createView("recent", "SELECT id FROM orders");
            op.setTableComment("orders", "bought");
            op.setColumnComment("orders", "id", "number");
            op.createEnum("mood", "ok");
        });
        assertThat(between(live, schema(SHOP), CompareOptions.USUAL.withTablesOnly(true))
                        .differences())
                .isEmpty();
        assertThat(lines(live, schema(SHOP))).hasSize(4);
    }

    // ---- order and ways back

    @Test
    void viewsThatHoldAColumnAreTakenAwayMeanwhile() {
        Schema have = shopAnd(op -> op.createView("mails", "SELECT email FROM customer"));
        Schema want = shopAnd(op -> {
            op.createView("mails", "SELECT email FROM customer");
            op.setType("customer", "email", varchar(120));
        });
        assertThat(between(have, want, CompareOptions.USUAL).upgrade())
                .singleElement()
                .isInstanceOfSatisfying(
                        AroundViews.class,
                        around -> assertThat(around.views()).containsExactly(QualifiedName.parse("mails")));
    }

    @Test
    void aValueOfAnEnumHasItsPlaceAndNoWayBack() {
        SchemaChanges changes = between(
                schema(op -> op.createEnum("mood", "sad", "happy")),
                schema(op -> op.createEnum("mood", "sad", "ok", "happy", "odd")),
                CompareOptions.USUAL);
        QualifiedName mood = QualifiedName.parse("mood");
        assertThat(changes.upgrade())
                .containsExactly(new AddEnumValue(mood, "ok", "sad", null), new AddEnumValue(mood, "odd", null, null));
        assertThat(changes.downgrade()).isEmpty();
        assertThat(changes.oneWay())
                .extracting(step -> step.back().reason())
                .containsOnly("a value cannot be taken out of enum mood again");
    }

    @Test
    void whatNoOperationChangesIsToldAndHasNone() {
        Schema want = schema(SHOP);
        Table customer = want.table(QualifiedName.parse("customer")).orElseThrow();
        SchemaChanges changes = between(
                schema(SHOP), want.with(customer.mapColumn("email", c -> c.collate("C"))), CompareOptions.USUAL);
        assertThat(changes.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.object()).isEqualTo("column customer.email: collation");
            assertThat(difference.operations()).isEmpty();
            assertThat(difference.remark()).startsWith("No operation changes a collation");
        });
    }

    @Test
    void patternsHaveStars() {
        assertThat(new NamePattern("a*c").matches("ABBC")).isTrue();
        assertThat(new NamePattern("a*c").matches("abcb")).isFalse();
        assertThat(new NamePattern("*").matches("")).isTrue();
        assertThat(new NamePattern("own.*").matches(QualifiedName.parse("own.t")))
                .isTrue();
        assertThat(new NamePattern("t").matches(QualifiedName.parse("own.t"))).isTrue();
    }
}
