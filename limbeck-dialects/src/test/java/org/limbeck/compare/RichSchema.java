package org.limbeck.compare;

import static org.limbeck.migration.Words.*;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Feature;
import org.limbeck.dialect.Live;
import org.limbeck.migration.Block;
import org.limbeck.migration.Op;
import org.limbeck.operation.Blocks;
import org.limbeck.schema.Schema;

/** A schema with something of everything, written as people write it and not as a catalogue does. */
final class RichSchema {
    private final Dialect dialect;

    RichSchema(Dialect dialect) {
        this.dialect = dialect;
    }

    Schema wanted() {
        return Blocks.evolve(Schema.EMPTY, Live.record(block()));
    }

    private boolean has(Feature feature) {
        return dialect.supports(feature);
    }

    private boolean isPostgres() {
        return has(Feature.EXCLUSIONS);
    }

    private boolean isMySql() {
        return has(Feature.INDEX_PREFIX);
    }

    Block block() {
        return op -> {
            objects(op);
            tables(op);
            indexes(op);
            views(op);
            triggers(op);
        };
    }

    private void objects(Op op) {
        if (has(Feature.SEQUENCES)) {
            op.createSequence(sequence("ticket_numbers").startingAt(100).incrementBy(5));
            op.createSequence("plain_numbers");
        }
        if (has(Feature.NAMED_ENUMS)) {
            op.createEnum("mood", "sad", "ok", "happy");
        }
        if (isPostgres()) {
            op.createFunction(
                    "doubled",
                    "(integer)",
                    "CREATE FUNCTION doubled(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT n * 2 $$");
            op.createFunction(
                    "touch",
                    "()",
                    "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$");
        }
    }

    private void tables(Op op) {
        op.createTable(
                "customer",
                column("id", bigint()).notNull().autoIncrement(),
                column("email", varchar(120)).notNull(),
                column("name", varchar(80)),
                column("status", varchar(20)).notNull().defaultTo("new"),
                column("mood", enumOf("mood", "sad", "ok", "happy")),
                column("credit", decimal(10, 2)).notNull().defaultTo(0),
                column("active", bool()).notNull().defaultTo(true),
                column("created", timestamp(3))
                        .notNull()
                        .defaultSql("CURRENT_TIMESTAMP(3)")
                        .defaultSqlOn("sqlite", "CURRENT_TIMESTAMP"),
                column("born", date()),
                column("token", uuid()),
                column("notes", text()),
                primaryKey("id"),
                unique("email"),
                check("credit >= 0 AND status IN ('new','old', 'gone')").named("ck_customer_status"),
                comment("who buys"));
        op.createTable(
                "product",
                column("code", varchar(20)).notNull(),
                column("title", varchar(200)).notNull().comment("as printed"),
                column("price", decimal(12, 4)),
                column("weight", doublePrecision()),
                column("picture", binary()),
                column("stock", integer()).notNull().defaultTo(0),
                primaryKey("code"),
                check("price > 0 OR price IS NULL"));
        op.createTable(
                "orders",
                column("id", bigint()).notNull().autoIncrement(),
                column("customer_id", bigint()).notNull(),
                column("parent_id", bigint()),
                column("reference", varchar(40)),
                column("total", decimal(12, 2)).notNull().defaultTo(0),
                column("tax", decimal(12, 2)).notNull().defaultTo(0),
                column("gross", decimal(13, 2)).storedAs("total + tax"),
                column("placed", date()),
                primaryKey("id"),
                unique("customer_id", "reference"),
                foreignKey("customer_id").references("customer"),
                foreignKey("parent_id").references("orders", "id"));
        op.createTable(
                "order_line",
                column("order_id", bigint()).notNull(),
                column("line", integer()).notNull(),
                column("product_code", varchar(20)).notNull(),
                column("quantity", integer()).notNull().defaultTo(1),
                primaryKey("order_id", "line"),
                foreignKey("order_id")
                        .references("orders", "id")
                        .onDelete(org.limbeck.schema.ReferentialAction.CASCADE),
                foreignKey("product_code").references("product", "code"),
                check("quantity > 0").named("ck_line_quantity"));
        op.createTable("attic", column("id", integer()).notNull(), column("what", varchar(10)));
    }

    private void indexes(Op op) {
        op.createIndex("customer", index("name"));
        op.createIndex("orders", index(asc("customer_id"), desc("placed")).named("ix_orders_recent"));
        op.createIndex("product", index("title").unique().named("uq_product_title"));
        if (has(Feature.PARTIAL_INDEXES)) {
            op.createIndex("orders", index("placed").where("total > 100").named("ix_orders_big"));
        }
        if (has(Feature.EXPRESSION_INDEXES)) {
            op.createIndex(
                    "customer",
                    index(expression(isMySql() ? "(lower(name))" : "lower(name)"))
                            .named("ix_customer_lower"));
        }
        if (has(Feature.INDEX_INCLUDE) && isPostgres()) {
            op.createIndex("orders", index("reference").include("total").named("ix_orders_include"));
        }
    }

    private void views(Op op) {
        op.createView("active_customer", "SELECT id, name, email FROM customer WHERE active = true OR credit > 10");
        op.createView("named_customer", "select a.id, a.name from active_customer a where a.name is not null");
        if (has(Feature.MATERIALISED_VIEWS)) {
            op.createView(view("sales", "SELECT customer_id, sum(total) AS total FROM orders GROUP BY customer_id")
                    .kept());
        }
    }

    private void triggers(Op op) {
        if (isPostgres()) {
            op.createTrigger(
                    "orders",
                    "orders_touch",
                    "CREATE TRIGGER orders_touch BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch()");
        } else if (isMySql()) {
            op.createTrigger(
                    "orders",
                    "orders_touch",
                    "CREATE TRIGGER orders_touch BEFORE UPDATE ON orders FOR EACH ROW SET NEW.placed = OLD.placed");
        } else if (!has(Feature.SCHEMAS)) {
            op.createTrigger(
                    "orders",
                    "orders_touch",
                    "CREATE TRIGGER orders_touch AFTER UPDATE ON orders BEGIN DELETE FROM attic; END");
        }
    }
}
