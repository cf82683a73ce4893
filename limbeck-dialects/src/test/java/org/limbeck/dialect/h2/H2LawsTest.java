package org.limbeck.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

import org.limbeck.dialect.Live;
import org.limbeck.migration.Naming;
import org.limbeck.operation.CreateTable;
import org.limbeck.operation.DropTable;
import org.limbeck.schema.Check;
import org.limbeck.schema.Column;
import org.limbeck.schema.DataType;
import org.limbeck.schema.Generation;
import org.limbeck.schema.Index;
import org.limbeck.schema.IndexMember;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Table;
import org.limbeck.schema.TypeKind;
import org.limbeck.schema.Unique;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.TestDatabase;

/** Laws over random tables: what is created comes back, and a normal form is stable. */
class H2LawsTest {
    private static final TestDatabase DATABASE = TestDatabase.create(DatabaseKind.H2);
    private static final Live LIVE = open();

    private static Live open() {
        try {
            return Live.on(DATABASE, new H2Provider());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterContainer
    static void close() throws SQLException {
        LIVE.close();
        DATABASE.close();
    }

    private static Arbitrary<String> names() {
        return Arbitraries.oneOf(
                Arbitraries.strings().withCharRange('a', 'e').ofMinLength(1).ofMaxLength(4),
                Arbitraries.strings()
                        .withChars("aZ0_ .\"'`é😀;$/-\\")
                        .ofMinLength(1)
                        .ofMaxLength(8)
                        .filter(name -> !name.isBlank()),
                Arbitraries.of("select", "ORDER", "value", "key", "_ROWID", "x".repeat(64)));
    }

    private static Arbitrary<Column> columns() {
        return Arbitraries.oneOf(
                        typed(
                                DataType.of(TypeKind.VARCHAR, 40),
                                Arbitraries.strings().excludeChars('\0').ofMaxLength(12)),
                        typed(DataType.of(TypeKind.INTEGER), Arbitraries.integers()),
                        typed(DataType.of(TypeKind.BIGINT), Arbitraries.longs()),
                        typed(
                                DataType.of(TypeKind.DECIMAL, 12, 3),
                                Arbitraries.bigDecimals()
                                        .between(BigDecimal.valueOf(-9999), BigDecimal.valueOf(9999))
                                        .ofScale(3)),
                        typed(DataType.of(TypeKind.BOOLEAN), Arbitraries.of(true, false)),
                        typed(
                                DataType.of(TypeKind.DATE),
                                Arbitraries.longs().between(0, 40_000).map(LocalDate::ofEpochDay)),
                        typed(
                                DataType.of(TypeKind.TIMESTAMP),
                                Arbitraries.longs()
                                        .between(0, 4_000_000_000L)
                                        .map(s -> LocalDateTime.ofEpochSecond(
                                                s, (int) (s % 1000) * 1000, java.time.ZoneOffset.UTC))),
                        typed(
                                DataType.of(TypeKind.TIMESTAMP_TZ, 3),
                                Arbitraries.longs()
                                        .between(0, 4_000_000_000_000L)
                                        .map(Instant::ofEpochMilli)),
                        typed(DataType.of(TypeKind.UUID), Arbitraries.create(() -> new java.util.UUID(7, 9))),
                        typed(
                                new DataType(
                                        TypeKind.ENUM,
                                        List.of(),
                                        null,
                                        List.of("a", "it's", "é"),
                                        null,
                                        java.util.Map.of()),
                                Arbitraries.of("a", "it's", "é")),
                        typed(
                                DataType.of(TypeKind.DOUBLE),
                                Arbitraries.doubles().between(-1e6, 1e6)),
                        typed(
                                DataType.of(TypeKind.VARBINARY, 9),
                                Arbitraries.bytes().array(byte[].class).ofMaxSize(9)),
                        typed(
                                DataType.of(TypeKind.CHAR, 5),
                                Arbitraries.strings().alpha().ofLength(5)))
                .flatMap(column -> names().map(column::named));
    }

    private static <T> Arbitrary<Column> typed(DataType type, Arbitrary<T> values) {
        Arbitrary<Column> bare = Arbitraries.just(Column.of("x", type));
        return Combinators.combine(
                        Arbitraries.oneOf(
                                bare, values.map(v -> Column.of("x", type).defaultTo(v))),
                        Arbitraries.of(true, false),
                        Arbitraries.strings().excludeChars('\0').ofMaxLength(6).injectNull(0.6))
                .as((column, nullable, comment) -> column.withNullable(nullable).comment(comment));
    }

    @Provide
    Arbitrary<Table> tables() {
        return columns()
                .list()
                .uniqueElements(Column::name)
                .ofMinSize(1)
                .ofMaxSize(6)
                .flatMap(H2LawsTest::around);
    }

    private static Arbitrary<Table> around(List<Column> columns) {
        List<String> names = columns.stream().map(Column::name).toList();
        Arbitrary<Set<String>> some = Arbitraries.of(names).set().ofMinSize(1);
        return Combinators.combine(
                        names(),
                        some.injectNull(0.3),
                        some.list().ofMaxSize(2).uniqueElements(),
                        some.list().ofMaxSize(2),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.strings().excludeChars('\0').ofMaxLength(6).injectNull(0.7))
                .as((name, key, uniques, indexes, seed, comment) -> {
                    Table table =
                            Table.of(new QualifiedName(null, name), columns).withComment(comment);
                    if (key != null) {
                        table = table.plus(
                                PrimaryKey.of(key.toArray(String[]::new)).named("pk"));
                    }
                    for (Set<String> unique : uniques) {
                        Unique one = Unique.of(unique.toArray(String[]::new));
                        table = table.plus(seed % 3 == 0 ? one.nullsNotDistinct() : one);
                    }
                    if (seed % 2 == 0) {
                        table = table.plus(Check.of(LIVE.dialect().identifier(names.get(0)) + " IS NOT NULL"));
                    }
                    int number = 0;
                    for (Set<String> members : indexes) {
                        table = table.plus(index(members, seed + number).named("i" + number++));
                    }
                    return Naming.named(distinct(table));
                });
    }

    private static Index index(Set<String> names, int seed) {
        List<IndexMember> members = new ArrayList<>();
        for (String name : names) {
            IndexMember member = IndexMember.column(name);
            IndexMember ordered = (seed + members.size()) % 2 == 0 ? member.desc() : member;
            members.add(seed % 5 == 0 ? ordered.nullsLast() : ordered);
        }
        Index index = Index.of(members);
        return seed % 3 == 0 ? index.unique() : index;
    }

    /** Generated names of two constraints may be the same. */
    private static Table distinct(Table table) {
        List<org.limbeck.schema.Constraint> constraints = new ArrayList<>();
        for (int i = 0; i < table.constraints().size(); i++) {
            constraints.add(table.constraints().get(i).named("c" + i));
        }
        return table.withConstraints(constraints);
    }

    @Property(tries = 150)
    void whatIsCreatedComesBack(@ForAll("tables") Table table) throws SQLException {
        LIVE.execute(List.of(new CreateTable(table)));
        try {
            Table read = LIVE.dialect()
                    .reflector()
                    .table(LIVE.connection(), table.name())
                    .orElseThrow();
            assertThat(LIVE.dialect().normalise(read)).isEqualTo(LIVE.dialect().normalise(table));
        } finally {
            LIVE.execute(List.of(new DropTable(table.name(), table)));
        }
    }

    @Property(tries = 200)
    void aNormalFormIsItsOwn(@ForAll("tables") Table table) {
        Table normal = LIVE.dialect().normalise(table);
        assertThat(LIVE.dialect().normalise(normal)).isEqualTo(normal);
    }

    @Property(tries = 60)
    void whatIsReadCanBeCreatedAgain(@ForAll("tables") Table table) throws SQLException {
        LIVE.execute(List.of(new CreateTable(table)));
        Table read = LIVE.dialect()
                .reflector()
                .table(LIVE.connection(), table.name())
                .orElseThrow();
        LIVE.execute(List.of(new DropTable(table.name(), null), new CreateTable(read)));
        try {
            assertThat(LIVE.dialect().reflector().table(LIVE.connection(), table.name()))
                    .contains(read);
        } finally {
            LIVE.execute(List.of(new DropTable(table.name(), null)));
        }
    }

    @Property(tries = 60)
    void anIdentityOfAnyStepComesBack(@ForAll long start, @ForAll boolean always) throws SQLException {
        long first = Math.floorMod(start, 1000) + 1;
        long step = Math.floorMod(start, 7) + 1;
        Column column = Column.of("id", DataType.of(TypeKind.BIGINT))
                .withGeneration(new Generation.Identity(always, first, step));
        Table table = Table.of(QualifiedName.parse("numbers"), List.of(column));
        LIVE.execute(List.of(new CreateTable(table)));
        try {
            assertThat(LIVE.normal("numbers")).isEqualTo(LIVE.dialect().normalise(table));
        } finally {
            LIVE.execute(List.of(new DropTable(table.name(), null)));
        }
    }
}
