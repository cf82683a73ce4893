package org.limbeck.real;

import static org.limbeck.migration.Words.*;

import java.util.LinkedHashMap;
import java.util.Map;

import org.limbeck.migration.Block;
import org.limbeck.migration.Op;
import org.limbeck.schema.DataType;
import org.limbeck.schema.ReferentialAction;
import org.limbeck.schema.TablePart;

/**
 * Schemas of the size and the shape of well-known sample databases: a music shop (like Chinook), a video rental (like
 * Sakila), a trader (like Northwind), and the staff of a firm (like Employees).
 */
final class WellKnown {
    private WellKnown() {}

    static Map<String, Block> schemas() {
        Map<String, Block> all = new LinkedHashMap<>();
        all.put("music shop", WellKnown::musicShop);
        all.put("video rental", WellKnown::videoRental);
        all.put("trader", WellKnown::trader);
        all.put("staff", WellKnown::staff);
        return all;
    }

    private static void named(Op op, String table, String id, TablePart... more) {
        TablePart[] parts = new TablePart[more.length + 3];
        parts[0] = column(id, integer()).notNull();
        parts[1] = column("name", varchar(120));
        System.arraycopy(more, 0, parts, 2, more.length);
        parts[more.length + 2] = primaryKey(id);
        op.createTable(table, parts);
    }

    private static void musicShop(Op op) {
        named(op, "artist", "artist_id");
        named(op, "genre", "genre_id");
        named(op, "media_type", "media_type_id");
        named(op, "playlist", "playlist_id");
        op.createTable(
                "album",
                column("album_id", integer()).notNull(),
                column("title", varchar(160)).notNull(),
                column("artist_id", integer()).notNull(),
                primaryKey("album_id"),
                foreignKey("artist_id").references("artist", "artist_id"));
        op.createIndex("album", index("artist_id"));
        op.createTable(
                "employee",
                column("employee_id", integer()).notNull(),
                column("last_name", varchar(20)).notNull(),
                column("first_name", varchar(20)).notNull(),
                column("reports_to", integer()),
                column("birth_date", timestamp(0)),
                column("email", varchar(60)),
                primaryKey("employee_id"),
                unique("email"),
                foreignKey("reports_to").references("employee", "employee_id"));
        op.createTable(
                "customer",
                column("customer_id", integer()).notNull(),
                column("first_name", varchar(40)).notNull(),
                column("company", varchar(80)),
                column("country", varchar(40)).defaultTo("Unknown"),
                column("support_rep_id", integer()),
                primaryKey("customer_id"),
                foreignKey("support_rep_id").references("employee", "employee_id"));
        op.createTable(
                "invoice",
                column("invoice_id", integer()).notNull(),
                column("customer_id", integer()).notNull(),
                column("invoice_date", timestamp(0)).notNull(),
                column("total", decimal(10, 2)).notNull(),
                primaryKey("invoice_id"),
                foreignKey("customer_id").references("customer", "customer_id"),
                check("total >= 0").named("ck_invoice_total"));
        op.createIndex("invoice", index(asc("customer_id"), desc("invoice_date")));
        op.createTable(
                "track",
                column("track_id", integer()).notNull(),
                column("name", varchar(200)).notNull(),
                column("album_id", integer()),
                column("media_type_id", integer()).notNull(),
                column("genre_id", integer()),
                column("composer", varchar(220)),
                column("milliseconds", integer()).notNull(),
                column("bytes", bigint()),
                column("unit_price", decimal(10, 2)).notNull(),
                primaryKey("track_id"),
                foreignKey("album_id").references("album", "album_id"),
                foreignKey("genre_id").references("genre", "genre_id"),
                foreignKey("media_type_id").references("media_type", "media_type_id"));
        op.createTable(
                "invoice_line",
                column("invoice_line_id", bigint()).notNull().autoIncrement(),
                column("invoice_id", integer()).notNull(),
                column("track_id", integer()).notNull(),
                column("unit_price", decimal(10, 2)).notNull(),
                column("quantity", integer()).notNull().defaultTo(1),
                primaryKey("invoice_line_id"),
                foreignKey("invoice_id").references("invoice", "invoice_id").onDelete(ReferentialAction.CASCADE),
                foreignKey("track_id").references("track", "track_id"));
        op.createTable(
                "playlist_track",
                column("playlist_id", integer()).notNull(),
                column("track_id", integer()).notNull(),
                primaryKey("playlist_id", "track_id"),
                foreignKey("playlist_id").references("playlist", "playlist_id"),
                foreignKey("track_id").references("track", "track_id"));
    }

    private static TablePart updated() {
        return column("last_update", timestamp(0)).notNull().defaultSql("CURRENT_TIMESTAMP");
    }

    private static void videoRental(Op op) {
        for (String table : new String[] {"actor", "category", "language", "country"}) {
            named(op, table, table + "_id", updated());
        }
        op.createTable(
                "city",
                column("city_id", integer()).notNull(),
                column("city", varchar(50)).notNull(),
                column("country_id", integer()).notNull(),
                updated(),
                primaryKey("city_id"),
                foreignKey("country_id").references("country", "country_id"));
        op.createTable(
                "address",
                column("address_id", integer()).notNull(),
                column("address", varchar(50)).notNull(),
                column("district", varchar(20)).notNull(),
                column("city_id", integer()).notNull(),
                column("phone", varchar(20)).notNull(),
                updated(),
                primaryKey("address_id"),
                foreignKey("city_id").references("city", "city_id"));
        op.createTable(
                "film",
                column("film_id", integer()).notNull(),
                column("title", varchar(128)).notNull(),
                column("description", text()),
                column("release_year", smallint()),
                column("language_id", integer()).notNull(),
                column("original_language_id", integer()),
                column("rental_duration", smallint()).notNull().defaultTo(3),
                column("rental_rate", decimal(4, 2)).notNull().defaultSql("4.99"),
                column("rating", varchar(10)).defaultTo("G"),
                column("adult", bool()).notNull().defaultTo(false),
                updated(),
                primaryKey("film_id"),
                foreignKey("language_id").references("language", "language_id"),
                foreignKey("original_language_id").references("language", "language_id"),
                check("rental_rate > 0 AND rental_duration > 0").named("ck_film_rental"),
                check("rating IN ('G', 'PG', 'PG-13', 'R', 'NC-17')").named("ck_film_rating"));
        op.createIndex("film", index("title"));
        link(op, "film_actor", "film", "actor");
        link(op, "film_category", "film", "category");
        // Store and staff refer to each other.
        op.createTable(
                "store",
                column("store_id", integer()).notNull(),
                column("manager_staff_id", integer()).notNull(),
                column("address_id", integer()).notNull(),
                updated(),
                primaryKey("store_id"),
                unique("manager_staff_id"),
                foreignKey("address_id").references("address", "address_id"));
        op.createTable(
                "staff",
                column("staff_id", integer()).notNull(),
                column("first_name", varchar(45)).notNull(),
                column("picture", binary()),
                column("store_id", integer()).notNull(),
                column("active", bool()).notNull().defaultTo(true),
                column("username", varchar(16)).notNull(),
                updated(),
                primaryKey("staff_id"),
                foreignKey("store_id").references("store", "store_id"));
        op.addConstraint("store", foreignKey("manager_staff_id").references("staff", "staff_id"));
        op.createTable(
                "customer",
                column("customer_id", integer()).notNull(),
                column("store_id", integer()).notNull(),
                column("last_name", varchar(45)).notNull(),
                column("email", varchar(50)),
                column("address_id", integer()).notNull(),
                column("create_date", date()).notNull(),
                updated(),
                primaryKey("customer_id"),
                foreignKey("address_id").references("address", "address_id"),
                foreignKey("store_id").references("store", "store_id"));
        op.createIndex("customer", index("last_name"));
        op.createTable(
                "inventory",
                column("inventory_id", bigint()).notNull().autoIncrement(),
                column("film_id", integer()).notNull(),
                column("store_id", integer()).notNull(),
                primaryKey("inventory_id"),
                foreignKey("film_id").references("film", "film_id").onUpdate(ReferentialAction.CASCADE),
                foreignKey("store_id").references("store", "store_id"));
        op.createTable(
                "rental",
                column("rental_id", bigint()).notNull().autoIncrement(),
                column("rental_date", timestamp(0)).notNull(),
                column("inventory_id", bigint()).notNull(),
                column("customer_id", integer()).notNull(),
                column("return_date", timestamp(0)),
                primaryKey("rental_id"),
                foreignKey("inventory_id").references("inventory", "inventory_id"),
                foreignKey("customer_id").references("customer", "customer_id"));
        op.createIndex(
                "rental", index("rental_date", "inventory_id", "customer_id").unique());
        op.createTable(
                "payment",
                column("payment_id", bigint()).notNull().autoIncrement(),
                column("rental_id", bigint()),
                column("amount", decimal(5, 2)).notNull(),
                primaryKey("payment_id"),
                foreignKey("rental_id").references("rental", "rental_id").onDelete(ReferentialAction.SET_NULL));
        op.createView(
                "customer_list",
                "SELECT c.customer_id, c.last_name, a.phone FROM customer c JOIN address a ON a.address_id = c.address_id");
        op.createView(
                "film_rental",
                "SELECT f.film_id, f.title, f.rental_rate * 2 AS twice FROM film f WHERE f.adult = " + "false");
    }

    private static void link(Op op, String table, String one, String other) {
        op.createTable(
                table,
                column(one + "_id", integer()).notNull(),
                column(other + "_id", integer()).notNull(),
                updated(),
                primaryKey(one + "_id", other + "_id"),
                foreignKey(one + "_id").references(one, one + "_id"),
                foreignKey(other + "_id").references(other, other + "_id"));
    }

    /** Names in capitals and with blanks, as traders have them. */
    private static void trader(Op op) {
        DataType money = decimal(19, 4);
        op.createTable(
                "Categories",
                column("CategoryID", bigint()).notNull().autoIncrement(),
                column("CategoryName", varchar(15)).notNull(),
                column("Description", longText()),
                column("Picture", binary()),
                primaryKey("CategoryID"));
        op.createIndex("Categories", index("CategoryName"));
        op.createTable(
                "Suppliers",
                column("SupplierID", bigint()).notNull().autoIncrement(),
                column("CompanyName", varchar(40)).notNull(),
                column("PostalCode", varchar(10)),
                primaryKey("SupplierID"));
        op.createTable(
                "Products",
                column("ProductID", bigint()).notNull().autoIncrement(),
                column("ProductName", varchar(40)).notNull(),
                column("SupplierID", bigint()),
                column("CategoryID", bigint()),
                column("UnitPrice", money).defaultTo(0),
                column("UnitsInStock", smallint()).defaultTo(0),
                column("Discontinued", bool()).notNull().defaultTo(false),
                primaryKey("ProductID"),
                foreignKey("SupplierID").references("Suppliers", "SupplierID"),
                foreignKey("CategoryID").references("Categories", "CategoryID"));
        op.createTable(
                "Customers",
                column("CustomerID", character(5)).notNull(),
                column("CompanyName", varchar(40)).notNull(),
                column("Region", varchar(15)),
                primaryKey("CustomerID"));
        op.createTable(
                "Orders",
                column("OrderID", bigint()).notNull().autoIncrement(),
                column("CustomerID", character(5)),
                column("OrderDate", date()),
                column("ShippedAt", timestamp(3)),
                column("Freight", money).defaultTo(0),
                column("Ship Name", varchar(40)),
                primaryKey("OrderID"),
                foreignKey("CustomerID").references("Customers", "CustomerID"));
        op.createIndex("Orders", index("Ship Name"));
        op.createTable(
                "Order Details",
                column("OrderID", bigint()).notNull(),
                column("ProductID", bigint()).notNull(),
                column("UnitPrice", money).notNull().defaultTo(0),
                column("Quantity", smallint()).notNull().defaultTo(1),
                column("Discount", doublePrecision()).notNull().defaultTo(0),
                primaryKey("OrderID", "ProductID"),
                foreignKey("OrderID").references("Orders", "OrderID"),
                foreignKey("ProductID").references("Products", "ProductID"));
    }

    private static void staff(Op op) {
        op.createTable(
                "employees",
                column("emp_no", integer()).notNull(),
                column("birth_date", date()).notNull(),
                column("first_name", varchar(14)).notNull(),
                column("gender", character(1)).notNull(),
                column("badge", uuid()),
                column("profile", json()),
                column("start_time", time(0)),
                primaryKey("emp_no"),
                check("gender IN ('M', 'F')").named("ck_employees_gender"));
        op.createTable(
                "departments",
                column("dept_no", character(4)).notNull(),
                column("dept_name", varchar(40)).notNull(),
                primaryKey("dept_no"),
                unique("dept_name"));
        for (String table : new String[] {"dept_emp", "dept_manager"}) {
            op.createTable(
                    table,
                    column("emp_no", integer()).notNull(),
                    column("dept_no", character(4)).notNull(),
                    column("from_date", date()).notNull(),
                    column("to_date", date()).notNull(),
                    primaryKey("emp_no", "dept_no"),
                    foreignKey("emp_no").references("employees", "emp_no").onDelete(ReferentialAction.CASCADE),
                    foreignKey("dept_no").references("departments", "dept_no").onDelete(ReferentialAction.CASCADE));
        }
        op.createTable(
                "salaries",
                column("emp_no", integer()).notNull(),
                column("salary", integer()).notNull(),
                column("from_date", date()).notNull(),
                primaryKey("emp_no", "from_date"),
                foreignKey("emp_no").references("employees", "emp_no").onDelete(ReferentialAction.CASCADE));
    }
}
