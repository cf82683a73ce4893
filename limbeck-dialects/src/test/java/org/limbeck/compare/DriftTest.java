package org.limbeck.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.migration.Words.*;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Feature;
import org.limbeck.dialect.Live;
import org.limbeck.migration.Block;
import org.limbeck.schema.ReferentialAction;
import org.limbeck.schema.Schema;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

/** What someone did to a database by hand is found, named, and repaired by the operations of the comparison. */
class DriftTest {

    @EachDatabase(except = DatabaseKind.POSTGRESQL_15)
    void everyDriftIsFoundAndRepaired(TestDatabase database) throws SQLException {
        try (Live live = OpenLive.of(database)) {
            RichSchema rich = new RichSchema(live.dialect());
            Schema want = rich.wanted();
            live.apply(rich.block());
            assertThat(compared(live, want).differences()).as("no noise").isEmpty();
            assertThat(compared(live, want).remarks()).isEmpty();
            List<String> failures = new ArrayList<>();
            Map<String, Block> drifts = drifts(live.dialect());
            for (Map.Entry<String, Block> drift : drifts.entrySet()) {
                String failure = repair(live, want, drift.getKey(), drift.getValue());
                if (!failure.isEmpty()) {
                    failures.add(failure);
                    again(live, rich);
                }
            }
            assertThat(failures).as(failures.size() + " of " + drifts.size()).isEmpty();
            assertThat(drifts.size()).isGreaterThanOrEqualTo(60);
        }
    }

    private static SchemaChanges compared(Live live, Schema want) {
        return Comparison.of(live.connection(), live.dialect(), want, CompareOptions.USUAL);
    }

    private static String repair(Live live, Schema want, String name, Block drift) {
        SchemaChanges found = null;
        try {
            live.apply(drift);
            found = compared(live, want);
            if (found.isEmpty()) {
                return name + ": not found";
            }
            live.execute(found.upgrade());
            SchemaChanges left = compared(live, want);
            return left.isEmpty() ? "" : name + ": left " + left.differences() + " after " + found.upgrade();
        } catch (SQLException | RuntimeException e) {
            return name + ": " + e.getMessage() + (found == null ? "" : " in " + found.upgrade());
        }
    }

    private static void again(Live live, RichSchema rich) throws SQLException {
        live.execute(compared(live, Schema.EMPTY).upgrade());
        live.apply(rich.block());
    }

    private static Map<String, Block> drifts(Dialect dialect) {
        Map<String, Block> drifts = new LinkedHashMap<>();
        tables(drifts);
        columns(drifts);
        constraints(drifts);
        indexes(drifts);
        views(drifts);
        special(drifts, dialect);
        return drifts;
    }

    private static void tables(Map<String, Block> drifts) {
        drifts.put("a table more", op -> op.createTable("extra", column("id", integer())));
        drifts.put("two tables more that know each other", op -> {
            op.createTable("one", column("id", integer()).notNull(), column("two_id", integer()), primaryKey("id"));
            op.createTable(
                    "two",
                    column("id", integer()).notNull(),
                    column("one_id", integer()),
                    primaryKey("id"),
                    foreignKey("one_id").references("one", "id"));
            op.addConstraint("one", foreignKey("two_id").references("two", "id"));
        });
        drifts.put("a table less", op -> op.dropTable("attic"));
        drifts.put("a child less", op -> op.dropTable("order_line"));
        drifts.put("a family less", op -> {
            op.dropView("named_customer");
            op.dropView("active_customer");
            op.dropTable("order_line");
            op.dropTable("product");
        });
        drifts.put("a table renamed", op -> op.renameTable("attic", "cellar"));
        drifts.put(
                "a child of a table more",
                op -> op.createTable(
                        "extra",
                        column("id", integer()).notNull(),
                        column("c", bigint()),
                        primaryKey("id"),
                        foreignKey("c").references("customer", "id")));
    }

    private static void columns(Map<String, Block> drifts) {
        drifts.put("a column more", op -> op.addColumn("product", column("extra", varchar(10))));
        drifts.put(
                "a column more, not null",
                op -> op.addColumn(
                        "product", column("extra", integer()).notNull().defaultTo(3)));
        drifts.put("a column more, with an index", op -> {
            op.addColumn("product", column("extra", varchar(10)));
            op.createIndex("product", index("extra"));
        });
        drifts.put("a column more, unique", op -> {
            op.addColumn("product", column("extra", varchar(10)));
            op.addConstraint("product", unique("extra"));
        });
        drifts.put("a column more, to another table", op -> {
            op.addColumn("product", column("extra", bigint()));
            op.addConstraint("product", foreignKey("extra").references("customer", "id"));
        });
        drifts.put("a column less", op -> op.dropColumn("product", "weight"));
        drifts.put("a column less, of text", op -> op.dropColumn("customer", "notes"));
        drifts.put("a column less, with a default", op -> op.dropColumn("product", "stock"));
        drifts.put("a column less, with an index", op -> {
            op.dropIndex("product", "uq_product_title");
            op.dropColumn("product", "title");
        });
        drifts.put("a column renamed", op -> op.renameColumn("product", "weight", "mass"));
        drifts.put("a longer text", op -> op.setType("product", "title", varchar(250)));
        drifts.put("a shorter text", op -> op.setType("product", "title", varchar(100)));
        drifts.put("a longer text that a foreign key leads to", op -> op.setType("orders", "reference", varchar(60)));
        drifts.put("a text instead of a varchar", op -> op.setType("attic", "what", text()));
        drifts.put("more precision", op -> op.setType("product", "price", decimal(14, 4)));
        drifts.put("less scale", op -> op.setType("product", "price", decimal(12, 2)));
        drifts.put("a wider number", op -> op.setType("product", "stock", bigint()));
        drifts.put("a narrower number", op -> op.setType("product", "stock", smallint()));
        drifts.put("a number with a point", op -> op.setType("product", "stock", decimal(9, 1)));
        drifts.put("a number for a text", op -> op.setType("attic", "id", varchar(30)));
        drifts.put("other digits of a second", op -> op.setType("customer", "created", timestamp(6)));
        drifts.put("null where it was not", op -> op.setNullable("product", "stock"));
        drifts.put("not null where it was", op -> op.setNotNull("product", "weight"));
        drifts.put("null where views read", op -> op.setNullable("customer", "email"));
        drifts.put("no default", op -> op.dropDefault("product", "stock"));
        drifts.put("another default", op -> op.setDefault("product", "stock", 7));
        drifts.put("another default of text", op -> op.setDefault("customer", "status", "old"));
        drifts.put("a default of quotes", op -> op.setDefault("customer", "name", "it's \\ \"x\""));
        drifts.put("another boolean default", op -> op.setDefault("customer", "active", false));
        drifts.put("a default that was none", op -> op.setDefault("attic", "what", "x"));
        drifts.put("no default of the clock", op -> op.dropDefault("customer", "created"));
        drifts.put("another computed column", op -> {
            op.dropColumn("orders", "gross");
            op.addColumn("orders", column("gross", decimal(13, 2)).storedAs("total - tax"));
        });
        drifts.put("no computed column", op -> op.dropColumn("orders", "gross"));
        drifts.put("an ordinary column that was computed", op -> {
            op.dropColumn("orders", "gross");
            op.addColumn("orders", column("gross", decimal(13, 2)));
        });
        drifts.put("several things at one column", op -> {
            op.setType("product", "stock", varchar(12));
            op.setDefault("product", "stock", "none");
            op.setNullable("product", "stock");
        });
    }

    private static void constraints(Map<String, Block> drifts) {
        drifts.put("another primary key", op -> {
            op.dropConstraint("order_line", "pk_order_line");
            op.addConstraint("order_line", primaryKey("order_id", "product_code"));
        });
        drifts.put("a primary key more", op -> {
            op.addConstraint("attic", primaryKey("id"));
        });
        drifts.put("no unique", op -> op.dropConstraint("customer", "uq_customer_email"));
        drifts.put("a unique more", op -> op.addConstraint("attic", unique("what")));
        drifts.put("a wider unique", op -> {
            op.dropConstraint("customer", "uq_customer_email");
            op.addConstraint("customer", unique("email", "status").named("uq_customer_email"));
        });
        drifts.put("no foreign key", op -> op.dropConstraint("order_line", "fk_order_line_product_code"));
        drifts.put("no foreign key to itself", op -> op.dropConstraint("orders", "fk_orders_parent_id"));
        drifts.put("a foreign key more", op -> {
            op.setType("attic", "what", varchar(20));
            op.addConstraint("attic", foreignKey("what").references("product", "code"));
        });
        drifts.put("another action", op -> {
            op.dropConstraint("order_line", "fk_order_line_order_id");
            op.addConstraint("order_line", foreignKey("order_id").references("orders", "id"));
        });
        drifts.put("an action that was none", op -> {
            op.dropConstraint("orders", "fk_orders_parent_id");
            op.addConstraint(
                    "orders", foreignKey("parent_id").references("orders", "id").onDelete(ReferentialAction.SET_NULL));
        });
        drifts.put("no check", op -> op.dropConstraint("order_line", "ck_line_quantity"));
        drifts.put(
                "another check",
                op -> op.replaceConstraint(
                        "order_line", "ck_line_quantity", check("quantity > 1").named("ck_line_quantity")));
        drifts.put("a check more", op -> op.addConstraint("attic", check("id <> 13")));
        drifts.put(
                "a looser check",
                op -> op.replaceConstraint(
                        "customer",
                        "ck_customer_status",
                        check("credit >= 0 AND status IN ('new','old', 'gone', 'x')")
                                .named("ck_customer_status")));
    }

    private static void indexes(Map<String, Block> drifts) {
        drifts.put("an index more", op -> op.createIndex("attic", index("what")));
        drifts.put(
                "a unique index more", op -> op.createIndex("attic", index("id").unique()));
        drifts.put("an index less", op -> op.dropIndex("customer", "ix_customer_name"));
        drifts.put("an index of other columns", op -> {
            op.dropIndex("customer", "ix_customer_name");
            op.createIndex("customer", index("name", "status").named("ix_customer_name"));
        });
        drifts.put("an index in another direction", op -> {
            op.dropIndex("customer", "ix_customer_name");
            op.createIndex("customer", index(desc("name")).named("ix_customer_name"));
        });
        drifts.put("an index that is not unique any more", op -> {
            op.dropIndex("product", "uq_product_title");
            op.createIndex("product", index("title").named("uq_product_title"));
        });
        drifts.put("an index of another name", op -> op.renameIndex("customer", "ix_customer_name", "by_name"));
    }

    private static void views(Map<String, Block> drifts) {
        drifts.put("a view more", op -> op.createView("extra_view", "SELECT code FROM product"));
        drifts.put("a view less", op -> op.dropView("named_customer"));
        drifts.put("all views less", op -> {
            op.dropView("named_customer");
            op.dropView("active_customer");
        });
        drifts.put(
                "another view",
                op -> op.replaceView(
                        "named_customer", "SELECT a.id, a.name FROM active_customer a WHERE a.name IS NULL"));
        drifts.put("another view that others read", op -> {
            op.dropView("named_customer");
            op.dropView("active_customer");
            op.createView("active_customer", "SELECT id, name, email, born FROM customer");
            op.createView("named_customer", "select a.id, a.name from active_customer a where a.name is not null");
        });
        drifts.put("a table and its view", op -> {
            op.dropView("named_customer");
            op.dropView("active_customer");
            op.setType("customer", "name", varchar(90));
            op.createView("active_customer", "SELECT id, name FROM customer");
            op.createView("named_customer", "select a.id, a.name from active_customer a");
        });
    }

    private static void special(Map<String, Block> drifts, Dialect dialect) {
        if (!dialect.keysHoldColumns()) {
            drifts.put("an ordinary number", op -> op.dropGeneration("orders", "id"));
            drifts.put("no primary key", op -> op.dropConstraint("order_line", "pk_order_line"));
            drifts.put("a primary key in another order", op -> {
                op.dropConstraint("order_line", "pk_order_line");
                op.addConstraint("order_line", primaryKey("line", "order_id"));
            });
        }
        if (dialect.supports(Feature.TABLE_COMMENTS)) {
            drifts.put("another comment", op -> op.setTableComment("customer", "who looks"));
            drifts.put("no comment", op -> op.setTableComment("customer", null));
            drifts.put("a comment that was none", op -> op.setTableComment("attic", "it's dusty"));
            drifts.put("another comment of a column", op -> op.setColumnComment("product", "title", "as sung"));
            drifts.put("no comment of a column", op -> op.setColumnComment("product", "title", null));
        }
        if (dialect.supports(Feature.SEQUENCES)) {
            drifts.put("a sequence more", op -> op.createSequence("extra_numbers"));
            drifts.put("a sequence less", op -> op.dropSequence("plain_numbers"));
            drifts.put(
                    "another step",
                    op -> op.alterSequence(
                            sequence("ticket_numbers").startingAt(100).incrementBy(7)));
            drifts.put(
                    "a step that was none",
                    op -> op.alterSequence(sequence("plain_numbers").incrementBy(9)));
        }
        if (dialect.supports(Feature.NAMED_ENUMS)) {
            drifts.put("an enum more", op -> op.createEnum("taste", "sweet", "sour"));
            drifts.put("a value of an enum less", op -> {
                op.setType("customer", "mood", text());
                op.dropEnum("mood");
                op.createEnum("mood", "sad", "happy");
                op.setType("customer", "mood", enumOf("mood", "sad", "happy"));
            });
            drifts.put("a value of an enum more", op -> op.addEnumValue("mood", "odd"));
        } else {
            drifts.put("a value less", op -> op.setType("customer", "mood", enumOf("mood", "sad", "happy")));
            drifts.put(
                    "a value more", op -> op.setType("customer", "mood", enumOf("mood", "sad", "ok", "happy", "odd")));
        }
        if (dialect.supports(Feature.PARTIAL_INDEXES)) {
            drifts.put("another predicate", op -> {
                op.dropIndex("orders", "ix_orders_big");
                op.createIndex("orders", index("placed").where("total > 200").named("ix_orders_big"));
            });
            drifts.put("no predicate", op -> {
                op.dropIndex("orders", "ix_orders_big");
                op.createIndex("orders", index("placed").named("ix_orders_big"));
            });
        }
        if (dialect.supports(Feature.EXPRESSION_INDEXES)) {
            drifts.put("another expression", op -> {
                op.dropIndex("customer", "ix_customer_lower");
                op.createIndex("customer", index(expression("(upper(name))")).named("ix_customer_lower"));
            });
        }
        if (dialect.supports(Feature.EXCLUSIONS)) {
            postgres(drifts);
        } else if (!dialect.supports(Feature.SEQUENCES) || dialect.supports(Feature.INDEX_PREFIX)) {
            drifts.put("no trigger", op -> op.dropTrigger("orders", "orders_touch"));
        }
    }

    private static void postgres(Map<String, Block> drifts) {
        drifts.put("no trigger", op -> op.dropTrigger("orders", "orders_touch"));
        drifts.put("another trigger", op -> {
            op.dropTrigger("orders", "orders_touch");
            op.createTrigger(
                    "orders",
                    "orders_touch",
                    "CREATE TRIGGER orders_touch BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION touch()");
        });
        drifts.put(
                "another routine",
                op -> op.sql("CREATE OR REPLACE FUNCTION doubled(n integer) RETURNS integer"
                        + " LANGUAGE sql IMMUTABLE AS $$ SELECT n * 3 $$"));
        drifts.put("no materialised view", op -> op.dropMaterialisedView("sales"));
        drifts.put("an index with other columns included", op -> {
            op.dropIndex("orders", "ix_orders_include");
            op.createIndex("orders", index("reference").include("tax").named("ix_orders_include"));
        });
        drifts.put("an index by another method", op -> {
            op.dropIndex("customer", "ix_customer_name");
            op.createIndex("customer", index("name").using("hash").named("ix_customer_name"));
        });
        drifts.put("an index with another operator class", op -> {
            op.dropIndex("customer", "ix_customer_name");
            op.createIndex(
                    "customer",
                    index(asc("name").operatorClass("varchar_pattern_ops")).named("ix_customer_name"));
        });
        drifts.put("nulls first", op -> {
            op.dropIndex("customer", "ix_customer_name");
            op.createIndex("customer", index(asc("name").nullsFirst()).named("ix_customer_name"));
        });
        drifts.put(
                "nulls alike",
                op -> op.replaceConstraint(
                        "customer",
                        "uq_customer_email",
                        unique("email").nullsNotDistinct().named("uq_customer_email")));
        drifts.put(
                "a deferred key",
                op -> op.replaceConstraint(
                        "orders",
                        "fk_orders_parent_id",
                        foreignKey("parent_id")
                                .references("orders", "id")
                                .deferrable(org.limbeck.schema.Deferrability.INITIALLY_DEFERRED)
                                .named("fk_orders_parent_id")));
        drifts.put(
                "a check that was never held against rows",
                op -> op.replaceConstraint(
                        "order_line",
                        "ck_line_quantity",
                        check("quantity > 0").notValid().named("ck_line_quantity")));
    }
}
