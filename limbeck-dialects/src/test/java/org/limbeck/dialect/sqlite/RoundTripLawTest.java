package org.limbeck.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Live;
import org.limbeck.migration.Naming;
import org.limbeck.operation.CreateTable;
import org.limbeck.operation.DropTable;
import org.limbeck.schema.Check;
import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.DataType;
import org.limbeck.schema.DefaultValue;
import org.limbeck.schema.Deferrability;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Index;
import org.limbeck.schema.IndexMember;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.ReferentialAction;
import org.limbeck.schema.SqlText;
import org.limbeck.schema.Table;
import org.limbeck.schema.TypeKind;
import org.limbeck.schema.Unique;
import org.limbeck.testkit.server.TestDatabase;

/** What is created is read back as it was defined. */
final class RoundTripLawTest {
    private static final List<String> NAMES = List.of(
            "a",
            "B",
            "order",
            "na me",
            "do.t",
            "quo\"te",
            "b[ra]ck",
            "tick`",
            "it's",
            "Größe",
            "🙂",
            "select",
            "x--y",
            "c/*d",
            "a,b",
            "(p)",
            "ROWID",
            "new",
            "long_".repeat(20),
            "trailing ",
            "check",
            "constraint",
            "1st",
            "%");

    @Property(tries = 300)
    void createdIsReadAsDefined(@ForAll("tables") Table table) throws SQLException {
        try (TestDatabase database = TestDatabase.sqliteInMemory();
                Live live = Live.on(database, new SqliteProvider())) {
            live.execute(List.of(new CreateTable(table)));
            Table defined = live.dialect().normalise(table);
            assertThat(live.normal(table.name().toString())).isEqualTo(defined);
            assertThat(live.dialect()
                            .normalise(live.schema().table(table.name()).orElseThrow()))
                    .isEqualTo(defined);
            assertThat(live.schema().unknowns()).isEmpty();
            assertThat(live.dialect().normalise(defined)).as("twice").isEqualTo(defined);
            assertAgreesWithPragmas(live, live.table(table.name().toString()));
            live.execute(List.of(new DropTable(table.name(), null)));
            assertThat(live.schema().tables()).isEmpty();
        }
    }

    /** The catalogue's own view of the columns, which knows nothing of our parser. */
    private static void assertAgreesWithPragmas(Live live, Table table) throws SQLException {
        List<String> columns = live.texts("SELECT name, type, \"notnull\" FROM pragma_table_xinfo("
                + live.dialect().literal(table.name().name(), null) + ") ORDER BY cid");
        List<String> read = new ArrayList<>();
        for (Column column : table.columns()) {
            read.add(column.name() + "|" + live.dialect().type(column.type()) + "|" + (column.nullable() ? 0 : 1));
        }
        assertThat(read).isEqualTo(columns);
    }

    // ---- tables

    @Provide
    Arbitrary<Table> tables() {
        Arbitrary<List<String>> names = Arbitraries.shuffle(NAMES);
        Arbitrary<List<Column>> columns = columns().list().ofMinSize(2).ofMaxSize(7);
        Arbitrary<Integer> key = Arbitraries.integers().between(0, 4);
        Arbitrary<Integer> parts = Arbitraries.integers().between(0, 255);
        Arbitrary<String> options = Arbitraries.of("", "", "STRICT", "WITHOUT ROWID", "without rowid, strict");
        return Combinators.combine(names, columns, key, parts, options).as(RoundTripLawTest::table);
    }

    private static Table table(List<String> names, List<Column> shapes, int key, int parts, String options) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            columns.add(shapes.get(i).named(names.get(i)));
        }
        String first = names.get(0);
        String second = names.get(1);
        List<Constraint> constraints = new ArrayList<>();
        boolean rowless = options.toUpperCase(Locale.ROOT).contains("WITHOUT");
        columns.set(0, columns.get(0).withGeneration(null));
        columns.set(1, columns.get(1).withGeneration(null));
        if (key == 1 && !rowless) {
            columns.set(0, Column.of(first, DataType.of(TypeKind.BIGINT)).autoIncrement());
            constraints.add(PrimaryKey.of(first));
        } else if (key == 2 || rowless) {
            constraints.add(PrimaryKey.of(second, first));
        } else if (key == 3) {
            columns.set(
                    0, columns.get(0).withType(DataType.of(TypeKind.INTEGER)).withDefault(null));
            constraints.add(PrimaryKey.of(first));
        }
        QualifiedName name = new QualifiedName(null, names.get(names.size() - 1));
        constraints.addAll(constraints(name, first, second, parts));
        Table table = new Table(
                name,
                columns,
                constraints,
                indexes(first, second, parts),
                "ignored",
                options.isEmpty() ? Map.of("mysql", "ENGINE=InnoDB") : Map.of("sqlite", options));
        return Naming.named(table);
    }

    private static List<Constraint> constraints(QualifiedName table, String first, String second, int parts) {
        List<Constraint> constraints = new ArrayList<>();
        if ((parts & 1) != 0) {
            constraints.add(Unique.of(second));
        }
        if ((parts & 2) != 0) {
            constraints.add(Check.of("( length(" + quoted(second) + ") <  100 OR " + quoted(first) + " IS NULL )"));
        }
        if ((parts & 4) != 0) {
            constraints.add(ForeignKey.of(List.of(first), table, List.of(second))
                    .onDelete(ReferentialAction.SET_NULL)
                    .onUpdate(ReferentialAction.RESTRICT)
                    .deferrable(Deferrability.INITIALLY_DEFERRED)
                    .match("full"));
        }
        if ((parts & 8) != 0) {
            constraints.add(ForeignKey.of(List.of(second), new QualifiedName(null, "no.where"), List.of())
                    .onDelete(ReferentialAction.CASCADE)
                    .deferrable(Deferrability.INITIALLY_IMMEDIATE));
        }
        return constraints;
    }

    private static List<Index> indexes(String first, String second, int parts) {
        List<Index> indexes = new ArrayList<>();
        if ((parts & 16) != 0) {
            indexes.add(
                    Index.of(List.of(IndexMember.column(second).desc().collate("nocase"), IndexMember.column(first))));
        }
        if ((parts & 32) != 0) {
            indexes.add(Index.of(List.of(IndexMember.expression(SqlText.of("lower(" + quoted(first) + ") || 'x'"))))
                    .where(quoted(second) + "  IS NOT NULL")
                    .unique());
        }
        return indexes;
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    // ---- columns

    private static Arbitrary<Column> columns() {
        Arbitrary<Integer> extras = Arbitraries.integers().between(0, 127);
        return Combinators.combine(Arbitraries.of(new ArrayList<>(types().entrySet())), extras)
                .as((type, extra) -> column(type.getKey(), type.getValue(), extra));
    }

    private static Column column(DataType type, @Nullable Object value, int extra) {
        Column column = Column.of("x", type).withNullable((extra & 1) == 0);
        if ((extra & 2) != 0) {
            column = column.withDefault(new DefaultValue.Literal(value));
        } else if ((extra & 4) != 0) {
            column = column.defaultSql((extra & 8) == 0 ? "current_timestamp" : "(1  + Length('A b'))");
        } else if ((extra & 16) != 0) {
            column = (extra & 8) == 0 ? column.virtualAs("1 + 2") : column.storedAs("(upper('b'))");
        }
        if ((extra & 32) != 0) {
            column = column.collate((extra & 64) == 0 ? "nocase" : "BINARY");
        }
        return column;
    }

    private static Map<DataType, @Nullable Object> types() {
        Map<DataType, @Nullable Object> types = new LinkedHashMap<>();
        types.put(DataType.of(TypeKind.BOOLEAN), true);
        types.put(DataType.of(TypeKind.TINYINT), 0);
        types.put(DataType.of(TypeKind.SMALLINT), -7);
        types.put(DataType.of(TypeKind.INTEGER), 12);
        types.put(DataType.of(TypeKind.BIGINT), Long.MAX_VALUE);
        types.put(DataType.of(TypeKind.DECIMAL, 12, 2), new BigDecimal("-1.50"));
        types.put(DataType.of(TypeKind.DECIMAL), new BigDecimal("100"));
        types.put(DataType.of(TypeKind.REAL), 1.5f);
        types.put(DataType.of(TypeKind.DOUBLE), 1e300);
        types.put(DataType.of(TypeKind.CHAR, 3), "a'b");
        types.put(DataType.of(TypeKind.VARCHAR, 30), "back\\slash\nand line -- 🙂");
        types.put(DataType.of(TypeKind.VARCHAR), "");
        types.put(DataType.of(TypeKind.TEXT), "TRUE");
        types.put(DataType.of(TypeKind.LONG_TEXT), null);
        types.put(DataType.of(TypeKind.BINARY, 16), new byte[] {0, 10, -1});
        types.put(DataType.of(TypeKind.VARBINARY, 20), null);
        types.put(DataType.of(TypeKind.BLOB), new byte[0]);
        types.put(DataType.of(TypeKind.DATE), LocalDate.of(2026, 11, 20));
        types.put(DataType.of(TypeKind.TIME, 3), LocalTime.of(9, 31));
        types.put(DataType.of(TypeKind.TIMESTAMP), LocalDateTime.of(2026, 11, 20, 9, 31));
        types.put(DataType.of(TypeKind.TIMESTAMP_TZ, 6), java.time.Instant.EPOCH);
        types.put(DataType.of(TypeKind.UUID), new UUID(1, 2));
        types.put(DataType.of(TypeKind.JSON), "{\"a\": 1}");
        types.put(DataType.ofEnum("e", List.of("a", "it's")), "a");
        types.put(DataType.of(TypeKind.INTEGER).on("sqlite", "TEXT"), "x");
        types.put(DataType.arrayOf(DataType.of(TypeKind.TEXT)).on("sqlite", DataType.of(TypeKind.JSON)), "[]");
        return types;
    }
}
