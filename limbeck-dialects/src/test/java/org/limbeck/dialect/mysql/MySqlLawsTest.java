package org.limbeck.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Live;
import org.limbeck.migration.Naming;
import org.limbeck.operation.CreateTable;
import org.limbeck.operation.DropTable;
import org.limbeck.schema.Check;
import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.DataType;
import org.limbeck.schema.Index;
import org.limbeck.schema.IndexMember;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Table;
import org.limbeck.schema.TypeKind;
import org.limbeck.schema.Unique;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.TestDatabase;

/** Whatever table is made of what the dialects accept, the catalogue gives it back. */
class MySqlLawsTest {
    private static final AtomicReference<@Nullable Live> MARIADB = new AtomicReference<>();
    private static final AtomicReference<@Nullable Live> MYSQL = new AtomicReference<>();
    private static final List<TestDatabase> DATABASES = new ArrayList<>();

    private static Live live(AtomicReference<@Nullable Live> kept, DatabaseKind kind) throws SQLException {
        Live live = kept.get();
        if (live == null) {
            TestDatabase database = TestDatabase.create(kind);
            DATABASES.add(database);
            live = Servers.live(database);
            kept.set(live);
        }
        return live;
    }

    @AfterContainer
    static void drop() throws SQLException {
        for (AtomicReference<@Nullable Live> kept : List.of(MARIADB, MYSQL)) {
            Live live = kept.getAndSet(null);
            if (live != null) {
                live.close();
            }
        }
        DATABASES.forEach(TestDatabase::close);
        DATABASES.clear();
    }

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void mariaDbGivesBackWhatWasCreated(@ForAll("tables") Table table) throws SQLException {
        assertGivenBack(live(MARIADB, DatabaseKind.MARIADB_10_11), table);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void mySqlGivesBackWhatWasCreated(@ForAll("tables") Table table) throws SQLException {
        assertGivenBack(live(MYSQL, DatabaseKind.MYSQL_9_7), table);
    }

    private static void assertGivenBack(Live live, Table table) throws SQLException {
        live.execute(List.of(new CreateTable(table)));
        try {
            Table read = live.table("law");
            Servers.assertSame(live.dialect().normalise(read), live.dialect().normalise(table));
            assertThat(live.dialect().normalise(live.dialect().normalise(table)))
                    .as("a normal form is its own normal form")
                    .isEqualTo(live.dialect().normalise(table));
            live.execute(List.of(new DropTable(table.name(), null), new CreateTable(read)));
            assertThat(live.table("law"))
                    .as("what was read makes the same table again")
                    .isEqualTo(read);
        } finally {
            live.execute("DROP TABLE IF EXISTS law");
        }
    }

    // ---- tables

    @Provide
    Arbitrary<Table> tables() {
        Arbitrary<List<Column>> columns = column().list().ofMinSize(1).ofMaxSize(8);
        Arbitrary<Integer> seed = Arbitraries.integers().between(0, 1_000_000);
        return Combinators.combine(columns, seed, comments()).as(MySqlLawsTest::table);
    }

    private static Table table(List<Column> shapes, int seed, Optional<String> comment) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            columns.add(shapes.get(i).named("c" + i));
        }
        List<Constraint> constraints = new ArrayList<>();
        List<Index> indexes = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            addKey(columns.get(i), (seed >> (i * 2)) & 3, constraints, indexes);
        }
        Table table = Table.of(new QualifiedName(null, "law"), columns)
                .withConstraints(constraints)
                .withIndexes(indexes)
                .withComment(comment.orElse(null));
        return Naming.named(table);
    }

    private static void addKey(Column column, int choice, List<Constraint> constraints, List<Index> indexes) {
        boolean number =
                column.type().kind() == TypeKind.INTEGER || column.type().kind() == TypeKind.BIGINT;
        if (!number) {
            return;
        }
        switch (choice) {
            case 0 -> constraints.add(Check.of(column.name() + " > -5 AND NOT (" + column.name() + " = 3)"));
            case 1 ->
                indexes.add(Index.of(List.of(IndexMember.column(column.name()).desc())));
            case 2 -> constraints.add(Unique.of(column.name()));
            default -> {
                if (constraints.stream().noneMatch(PrimaryKey.class::isInstance)) {
                    constraints.add(PrimaryKey.of(column.name()));
                }
            }
        }
    }

    private static Arbitrary<Column> column() {
        Arbitrary<Column> numbers = Combinators.combine(
                        Arbitraries.of(TypeKind.SMALLINT, TypeKind.INTEGER, TypeKind.BIGINT),
                        Arbitraries.integers().between(-100, 100).optional(0.5))
                .as((kind, value) -> withDefault(Column.of("c", DataType.of(kind)), value));
        Arbitrary<Column> texts = Combinators.combine(
                        Arbitraries.of(
                                DataType.of(TypeKind.VARCHAR, 60),
                                DataType.of(TypeKind.TEXT),
                                DataType.of(TypeKind.CHAR, 60)),
                        Arbitraries.strings()
                                .withChars("aB1 '\"\\`%_\n;-#é☃")
                                .ofMaxLength(12)
                                .filter(s -> s.equals(s.stripTrailing()))
                                .optional(0.6))
                .as((type, value) -> withDefault(Column.of("c", type), value));
        Arbitrary<Column> times = Combinators.combine(
                        Arbitraries.of(TypeKind.TIMESTAMP, TypeKind.TIMESTAMP_TZ),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.of(true, false))
                .as((kind, digits, now) -> {
                    Column column = Column.of("c", DataType.of(kind, digits));
                    return now ? column.defaultSql("CURRENT_TIMESTAMP") : column;
                });
        Arbitrary<Column> others = Arbitraries.of(
                        DataType.of(TypeKind.BOOLEAN),
                        DataType.of(TypeKind.DECIMAL, 12, 4),
                        DataType.of(TypeKind.DOUBLE),
                        DataType.of(TypeKind.UUID),
                        DataType.of(TypeKind.JSON),
                        DataType.of(TypeKind.BLOB),
                        DataType.ofEnum("e", List.of("a", "it's", "\\")),
                        DataType.ofNative("int unsigned"))
                .map(type -> Column.of("c", type));
        Arbitrary<Column> any = Arbitraries.oneOf(List.of(numbers, texts, times, others));
        return Combinators.combine(any, Arbitraries.of(true, false), comments())
                .as((column, nullable, comment) -> column.withNullable(nullable).comment(comment.orElse(null)));
    }

    private static Column withDefault(Column column, Optional<?> value) {
        return value.map(column::defaultTo).orElse(column);
    }

    private static Arbitrary<Optional<String>> comments() {
        return Arbitraries.strings()
                .withChars("ab '\\\"☃")
                .ofMinLength(1)
                .ofMaxLength(10)
                .optional(0.3);
    }
}
