package org.limbeck.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Live;
import org.limbeck.migration.Naming;
import org.limbeck.migration.Words;
import org.limbeck.operation.CreateTable;
import org.limbeck.operation.DropTable;
import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.DataType;
import org.limbeck.schema.Index;
import org.limbeck.schema.IndexMember;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Table;
import org.limbeck.schema.TypeKind;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.TestDatabase;

/** Whatever table is created, the catalogue gives it back. */
class TableLawsTest {
    private static @Nullable TestDatabase database;
    private static @Nullable Live live;

    @BeforeContainer
    static void open() throws SQLException {
        database = TestDatabase.create(DatabaseKind.POSTGRESQL_18);
        live = Live.on(database, new PostgresqlProvider());
    }

    @AfterContainer
    static void close() throws SQLException {
        if (live != null) {
            live.close();
        }
        if (database != null) {
            database.close();
        }
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void whatIsCreatedIsReadBack(@ForAll long seed) throws SQLException {
        Live on = Objects.requireNonNull(live);
        Table table = new RandomTable(new Random(seed)).table();
        on.execute(List.of(new CreateTable(table)));
        Table found = on.normal("t");
        on.execute(List.of(new DropTable(table.name(), null)));
        assertThat(found).isEqualTo(on.dialect().normalise(table));
        on.execute(List.of(new CreateTable(found)));
        assertThat(on.normal("t")).as("the normal form makes the same table").isEqualTo(found);
        on.execute(List.of(new DropTable(table.name(), null)));
    }

    /** A table by chance; made from one seed, so that a failure is found again. */
    private record RandomTable(Random random) {

        private static final List<DataType> TYPES = List.of(
                Words.integer(),
                Words.bigint(),
                Words.smallint(),
                Words.tinyint(),
                Words.decimal(12, 4),
                Words.doublePrecision(),
                Words.varchar(40),
                Words.text(),
                Words.character(7),
                Words.bool(),
                Words.date(),
                Words.timestamp(3),
                Words.timestampTz(),
                Words.uuid(),
                Words.json(),
                Words.binary(),
                Words.arrayOf(Words.text()),
                Words.type("interval"));

        Table table() {
            List<Column> columns = new ArrayList<>();
            columns.add(Words.column("id", Words.bigint()));
            int count = 1 + random.nextInt(8);
            for (int i = 0; i < count; i++) {
                columns.add(column("c" + i));
            }
            Table table = Table.of(QualifiedName.parse("t"), columns);
            if (random.nextBoolean()) {
                table = table.plus(Words.primaryKey("id"));
            }
            for (int i = random.nextInt(4); i > 0; i--) {
                table = table.plus(constraint(table, i));
            }
            for (int i = random.nextInt(4); i > 0; i--) {
                table = table.plus(index(table).named("i" + i));
            }
            return Naming.named(random.nextBoolean() ? table.withComment("c'\\" + random.nextInt()) : table);
        }

        private <T> T any(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }

        private Column column(String name) {
            Column column = Words.column(name, any(TYPES)).withNullable(random.nextBoolean());
            column = random.nextInt(4) == 0 ? column.comment("it's \"" + random.nextInt()) : column;
            return random.nextBoolean() ? withDefault(column) : column;
        }

        private Column withDefault(Column column) {
            return switch (column.type().kind()) {
                case INTEGER, BIGINT -> column.defaultTo(random.nextInt());
                case SMALLINT, TINYINT -> column.defaultTo(random.nextInt(100) - 50);
                case DECIMAL, DOUBLE -> column.defaultTo(random.nextInt(100_000) / 1000.0);
                case VARCHAR, TEXT ->
                    column.defaultTo("'" + (char) (' ' + random.nextInt(200)) + "\\" + "\"" + random.nextInt());
                case BOOLEAN -> column.defaultTo(random.nextBoolean());
                case DATE -> column.defaultTo(LocalDate.ofEpochDay(random.nextInt(40_000)));
                case TIMESTAMP ->
                    column.defaultTo(LocalDateTime.ofEpochSecond(
                            random.nextInt(), 1000 * random.nextInt(1_000_000), ZoneOffset.UTC));
                case TIMESTAMP_TZ ->
                    column.defaultTo(Instant.ofEpochSecond(random.nextInt(), 1000L * random.nextInt(1_000_000)));
                case UUID -> column.defaultTo(new UUID(random.nextLong(), random.nextLong()));
                case BLOB -> column.defaultTo(bytes());
                default -> column;
            };
        }

        private byte[] bytes() {
            byte[] bytes = new byte[random.nextInt(5)];
            random.nextBytes(bytes);
            return bytes;
        }

        private Constraint constraint(Table table, int number) {
            Column column = any(table.columns().subList(1, table.columns().size()));
            boolean comparable = column.type().kind() != TypeKind.JSON;
            if (random.nextBoolean() && comparable) {
                return Words.unique(column.name(), "id").named("u" + number);
            }
            return Words.check(any(List.of("id > 0", "id in (1,2, 3) or id is null", "id*2-1 <> -5")) + " OR "
                            + column.name() + " IS NOT NULL")
                    .named("k" + number);
        }

        private Index index(Table table) {
            List<IndexMember> members = new ArrayList<>();
            for (int i = 1 + random.nextInt(2); i > 0; i--) {
                IndexMember member = IndexMember.column(any(table.columns()).name());
                member = random.nextBoolean() ? member.desc() : member;
                members.add(random.nextInt(3) == 0 ? member.nullsFirst() : member);
            }
            if (random.nextInt(3) == 0) {
                members.add(Words.expression("id % 10"));
            }
            Index index = Index.of(members);
            index = random.nextInt(3) == 0 ? index.where("id > 5 AND id < 100") : index;
            return random.nextInt(3) == 0 ? index.include("id") : index;
        }
    }
}
