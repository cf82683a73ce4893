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
import org.limbeck.schema.Schema;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

/**
 * What was done to a database is repaired where the wanted schema is written by people, so that its words are not those of
 * the catalogue, and what several things do to each other. That each single drift is found and named is shown by
 * {@code HandMadeDriftTest} of limbeck-hibernate.
 */
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
        drifts.put("a child less", op -> op.dropTable("order_line"));
        drifts.put("a family less", op -> {
            op.dropView("named_customer");
            op.dropView("active_customer");
            op.dropTable("order_line");
            op.dropTable("product");
        });
    }

    private static void columns(Map<String, Block> drifts) {
        drifts.put("a column less, with an index", op -> {
            op.dropIndex("product", "uq_product_title");
            op.dropColumn("product", "title");
        });
        drifts.put("a longer text that a foreign key leads to", op -> op.setType("orders", "reference", varchar(60)));
        drifts.put("a number for a text", op -> op.setType("attic", "id", varchar(30)));
        drifts.put("null where views read", op -> op.setNullable("customer", "email"));
        drifts.put("another computed column", op -> {
            op.dropColumn("orders", "gross");
            op.addColumn("orders", column("gross", decimal(13, 2)).storedAs("total - tax"));
        });
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
        drifts.put("a wider unique", op -> {
            op.dropConstraint("customer", "uq_customer_email");
            op.addConstraint("customer", unique("email", "status").named("uq_customer_email"));
        });
        drifts.put("another action", op -> {
            op.dropConstraint("order_line", "fk_order_line_order_id");
            op.addConstraint("order_line", foreignKey("order_id").references("orders", "id"));
        });
        drifts.put(
                "another check",
                op -> op.replaceConstraint(
                        "order_line", "ck_line_quantity", check("quantity > 1").named("ck_line_quantity")));
        drifts.put(
                "a looser check",
                op -> op.replaceConstraint(
                        "customer",
                        "ck_customer_status",
                        check("credit >= 0 AND status IN ('new','old', 'gone', 'x')")
                                .named("ck_customer_status")));
    }

    private static void indexes(Map<String, Block> drifts) {
        drifts.put("an index of other columns", op -> {
            op.dropIndex("customer", "ix_customer_name");
            op.createIndex("customer", index("name", "status").named("ix_customer_name"));
        });
    }

    private static void views(Map<String, Block> drifts) {
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
            drifts.put("a primary key in another order", op -> {
                op.dropConstraint("order_line", "pk_order_line");
                op.addConstraint("order_line", primaryKey("line", "order_id"));
            });
        }
        if (dialect.supports(Feature.TABLE_COMMENTS)) {
            drifts.put("another comment", op -> op.setTableComment("customer", "who looks"));
        }
        if (dialect.supports(Feature.SEQUENCES)) {
            drifts.put(
                    "another step",
                    op -> op.alterSequence(
                            sequence("ticket_numbers").startingAt(100).incrementBy(7)));
        }
        if (dialect.supports(Feature.NAMED_ENUMS)) {
            drifts.put("a value of an enum less", op -> {
                op.setType("customer", "mood", text());
                op.dropEnum("mood");
                op.createEnum("mood", "sad", "happy");
                op.setType("customer", "mood", enumOf("mood", "sad", "happy"));
            });
        } else {
            drifts.put("a value less", op -> op.setType("customer", "mood", enumOf("mood", "sad", "happy")));
        }
        if (dialect.supports(Feature.PARTIAL_INDEXES)) {
            drifts.put("another predicate", op -> {
                op.dropIndex("orders", "ix_orders_big");
                op.createIndex("orders", index("placed").where("total > 200").named("ix_orders_big"));
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
        drifts.put("an index with another operator class", op -> {
            op.dropIndex("customer", "ix_customer_name");
            op.createIndex(
                    "customer",
                    index(asc("name").operatorClass("varchar_pattern_ops")).named("ix_customer_name"));
        });
        drifts.put(
                "a deferred key",
                op -> op.replaceConstraint(
                        "orders",
                        "fk_orders_parent_id",
                        foreignKey("parent_id")
                                .references("orders", "id")
                                .deferrable(org.limbeck.schema.Deferrability.INITIALLY_DEFERRED)
                                .named("fk_orders_parent_id")));
    }
}
