package org.limbeck.write;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.limbeck.migration.Naming;
import org.limbeck.operation.*;
import org.limbeck.schema.*;

/** Operations of every kind with every attribute, and with names and texts that are hard to write. */
public final class RandomOperations {
    private static final List<String> NAMES = List.of(
            "users",
            "order",
            "Sta tus",
            "größe",
            "a.b",
            "q\"t",
            "it's",
            "back\\slash",
            "$d",
            "elephant🐘",
            "u0041",
            "\\u0041");
    private static final List<String> TEXTS = List.of(
            "",
            "x",
            "it's \"quoted\" \\ and \\u000a {}",
            "tab\tand\rreturn",
            "two\nlines",
            "SELECT id, name\n  FROM users\n WHERE name = 'x'  \n   AND \"a\" <> \"\"\"b\"\"\"",
            "    all lines\n    are indented by four\n\n    and one is empty",
            "ends with a line break and blanks   \n  \n\tleft of it a tab\t\n",
            "last line ends in a quote \"of\"\nmore than forty characters \"here\\\"",
            "\u0000\u0001\u001f\u007f\u0085\u00a0\u2028\u2029\ufeff\u200b 🐘 \ud800",
            "a long text that does not fit on one line of a script, with words enough to be broken at blanks again"
                    + " and again until the reader is quite sure that it is not a short one, and then some more words",
            "averylongwordthatcannotbebrokenatblanks".repeat(6),
            "\n",
            "\n\n",
            "-- comment */ /* \n'; DROP TABLE \\",
            "\"\"\"\"\"\"\nsix quotes and a line that is long enough for a block\n\"\"\"");
    private static final List<String> DIALECTS = List.of("postgresql", "mysql", "mariadb", "sqlite", "h2");

    private final Random random;
    private final int depth;

    public RandomOperations(long seed) {
        this(new Random(seed), 0);
    }

    private RandomOperations(Random random, int depth) {
        this.random = random;
        this.depth = depth;
    }

    public List<Operation> some(int most) {
        return list(0, most, this::operation);
    }

    Operation operation() {
        List<Supplier<Operation>> kinds = depth < 3 ? kinds() : plainKinds();
        return any(kinds).get();
    }

    private List<Supplier<Operation>> kinds() {
        List<Supplier<Operation>> all = new ArrayList<>(plainKinds());
        RandomOperations inner = new RandomOperations(random, depth + 1);
        all.add(() -> new AroundViews(list(0, 2, this::qualified), inner.some(3)));
        all.add(() -> new WhenCondition(condition(), inner.some(3), inner.some(2)));
        all.add(() -> new OnDialects(list(1, 2, this::dialect), inner.some(3), inner.some(2)));
        all.add(() -> new Invert(inner.some(3)));
        all.add(() -> new ExecuteSql(sql(), maybe(this::sql), effect(inner), flip(), null));
        return all;
    }

    private Effect effect(RandomOperations inner) {
        return random.nextInt(3) == 0 ? Effect.unknown() : new Effect(inner.some(2));
    }

    private List<Supplier<Operation>> plainKinds() {
        return List.of(
                () -> new CreateTable(table()),
                () -> dropTable(),
                () -> renameTable(),
                () -> new SetTableComment(qualified(), maybe(this::text)),
                () -> new AddColumn(qualified(), column()),
                () -> dropColumn(),
                () -> new RenameColumn(qualified(), name(), name()),
                () -> new SetType(qualified(), name(), type(), maybe(this::sql), flip()),
                () -> new SetNullable(qualified(), name(), flip()),
                () -> new SetDefault(qualified(), name(), maybe(this::defaultValue)),
                () -> new SetColumnComment(qualified(), name(), maybe(this::text)),
                () -> new SetGeneration(qualified(), name(), maybe(this::generation)),
                () -> addConstraint(),
                () -> dropConstraint(),
                () -> new RenameConstraint(qualified(), name(), name()),
                () -> new ReplaceConstraint(qualified(), name(), constraint().named(name())),
                () -> new ValidateConstraint(qualified(), name()),
                () -> createIndex(),
                () -> dropIndex(),
                () -> new RenameIndex(qualified(), name(), name()),
                () -> new CreateSchema(name()),
                () -> new DropSchema(name()),
                () -> new CreateSequence(sequence()),
                () -> new AlterSequence(sequence()),
                () -> new DropSequence(qualified(), null),
                () -> new CreateEnum(new EnumType(qualified(), list(0, 4, this::text))),
                () -> dropEnum(),
                () -> new AddEnumValue(qualified(), text(), maybe(this::text), maybe(this::columnRef)),
                () -> new RenameEnumValue(qualified(), text(), text(), maybe(this::columnRef)),
                () -> new CreateView(view()),
                () -> new ReplaceView(view()),
                () -> dropView(),
                () -> new CreateRoutine(routine()),
                () -> dropRoutine(),
                () -> new CreateTrigger(trigger()),
                () -> dropTrigger(),
                () -> new CreateExtension(new Extension(name(), maybe(this::name), maybe(this::text))),
                () -> new DropExtension(name()),
                () -> new InsertRows(qualified(), list(0, 4, this::row)),
                () -> new InsertCsv(qualified(), text()),
                () -> new UpsertRows(qualified(), list(0, 2, this::name), list(0, 3, this::row)),
                () -> new UpdateRows(qualified(), row(), match()),
                () -> new DeleteRows(qualified(), match()),
                () -> new ExecuteSql(sql(), maybe(this::sql), Effect.unknown(), flip(), null),
                () -> check(),
                () -> new Lossy(text(), maybe(this::sql)),
                () -> new Irreversible(text()));
    }

    // ---- operations whose parts belong together

    private Operation dropTable() {
        Table table = table();
        return new DropTable(table.name(), flip() ? table : null);
    }

    private Operation renameTable() {
        QualifiedName from = qualified();
        return new RenameTable(from, flip() ? from.sibling(name()) : new QualifiedName("elsewhere", name()));
    }

    private Operation dropColumn() {
        Column column = column();
        return new DropColumn(qualified(), column.name(), flip() ? column : null);
    }

    private Operation addConstraint() {
        QualifiedName table = qualified();
        return new AddConstraint(table, Naming.named(table, constraint()));
    }

    private Operation dropConstraint() {
        Constraint like = constraint();
        return flip()
                ? new DropConstraint(qualified(), name(), null)
                : new DropConstraint(qualified(), like.name(), like);
    }

    private Operation createIndex() {
        QualifiedName table = qualified();
        return new CreateIndex(table, Naming.named(table, index()), flip());
    }

    private Operation dropIndex() {
        Index like = index();
        return flip()
                ? new DropIndex(qualified(), name(), null, flip())
                : new DropIndex(qualified(), like.name(), like, flip());
    }

    private Operation dropEnum() {
        EnumType type = new EnumType(qualified(), list(1, 3, this::text));
        return new DropEnum(type.name(), flip() ? type : null);
    }

    private Operation dropView() {
        View view = view();
        return flip() ? new DropView(view.name(), view.materialised(), view) : new DropView(qualified(), flip(), null);
    }

    private Operation dropRoutine() {
        Routine routine = routine();
        return new DropRoutine(routine.name(), routine.kind(), routine.signature(), flip() ? routine : null);
    }

    private Operation dropTrigger() {
        Trigger trigger = trigger();
        return new DropTrigger(trigger.table(), trigger.name(), flip() ? trigger : null);
    }

    private Operation check() {
        return switch (random.nextInt(3)) {
            case 0 -> new CheckData(text(), sql(), new Expectation.NoRows());
            case 1 -> new CheckData(text(), sql(), new Expectation.SomeRows());
            default -> {
                SqlText query = sql();
                yield new CheckData(
                        text(),
                        query,
                        new Expectation.SameAs(new SqlText(text(), new LinkedHashMap<>(query.perDialect()))));
            }
        };
    }

    // ---- nouns

    Table table() {
        List<Constraint> constraints = list(0, 3, this::constraint);
        Table bare = new Table(
                qualified(),
                list(0, 4, this::column),
                constraints,
                list(0, 2, this::index),
                maybe(this::text),
                perDialect());
        return Naming.named(bare);
    }

    private Column column() {
        return new Column(
                name(),
                type(),
                flip(),
                maybe(this::defaultValue),
                maybe(this::generation),
                maybe(this::text),
                maybe(this::text),
                perDialect());
    }

    private DataType type() {
        DataType type = plainType(2);
        Map<String, DataType> others = new LinkedHashMap<>();
        perDialect().keySet().forEach(dialect -> others.put(dialect, plainType(1)));
        return new DataType(type.kind(), type.arguments(), type.name(), type.values(), type.element(), others);
    }

    private DataType plainType(int nesting) {
        TypeKind kind = any(List.of(TypeKind.values()));
        return switch (kind) {
            case ENUM -> DataType.ofEnum(name(), list(0, 8, this::text));
            case NATIVE -> DataType.ofNative(text());
            case ARRAY -> nesting == 0 ? DataType.of(TypeKind.TEXT) : DataType.arrayOf(plainType(nesting - 1));
            default -> new DataType(kind, list(0, 2, () -> random.nextInt(70)), null, List.of(), null, Map.of());
        };
    }

    private DefaultValue defaultValue() {
        return flip() ? new DefaultValue.Literal(value()) : new DefaultValue.Expression(sql());
    }

    private Generation generation() {
        return switch (random.nextInt(3)) {
            case 0 -> new Generation.Identity(flip(), maybe(random::nextLong), maybe(() -> 5L));
            case 1 -> new Generation.FromSequence(qualified());
            default -> new Generation.Computed(sql(), flip());
        };
    }

    private Constraint constraint() {
        Constraint bare = bareConstraint();
        return flip() ? bare : bare.named(name());
    }

    private Constraint bareConstraint() {
        return switch (random.nextInt(5)) {
            case 0 -> new PrimaryKey(null, list(1, 3, this::name), deferrability());
            case 1 -> new Unique(null, list(1, 3, this::name), flip(), deferrability());
            case 2 -> new Check(null, sql(), flip());
            case 3 -> foreignKey();
            default -> new Exclusion(null, name(), list(1, 2, this::element), maybe(this::sql), deferrability());
        };
    }

    private Exclusion.Element element() {
        return flip() ? new Exclusion.Element(name(), null, "&&") : new Exclusion.Element(null, sql(), "=");
    }

    private ForeignKey foreignKey() {
        List<String> columns = list(1, 2, this::name);
        return new ForeignKey(
                null,
                columns,
                qualified(),
                flip() ? List.of() : columns,
                any(List.of(ReferentialAction.values())),
                any(List.of(ReferentialAction.values())),
                deferrability(),
                maybe(() -> "FULL"),
                flip());
    }

    private Deferrability deferrability() {
        return any(List.of(Deferrability.values()));
    }

    private Index index() {
        return new Index(
                maybe(this::name),
                list(1, 3, this::member),
                flip(),
                flip(),
                maybe(this::name),
                maybe(this::sql),
                list(0, 2, this::name),
                perDialect());
    }

    private IndexMember member() {
        if (random.nextInt(3) == 0) {
            return IndexMember.column(name());
        }
        boolean column = flip();
        return new IndexMember(
                column ? name() : null,
                column ? null : sql(),
                flip(),
                maybe(() -> any(List.of(IndexMember.Nulls.values()))),
                maybe(this::name),
                maybe(this::name),
                maybe(() -> random.nextInt(9)));
    }

    private Sequence sequence() {
        return flip()
                ? Sequence.of(qualified().toString())
                : new Sequence(
                        qualified(),
                        maybe(random::nextLong),
                        maybe(() -> -3L),
                        maybe(() -> Long.MIN_VALUE),
                        maybe(() -> Long.MAX_VALUE),
                        flip(),
                        maybe(() -> 20L));
    }

    private View view() {
        return flip()
                ? new View(qualified(), SqlText.of(text()), false, List.of(), null)
                : new View(qualified(), sql(), flip(), list(0, 2, this::index), maybe(this::text), perDialect());
    }

    private Routine routine() {
        return new Routine(qualified(), any(List.of(Routine.Kind.values())), text(), sql());
    }

    private Trigger trigger() {
        return new Trigger(name(), qualified(), sql());
    }

    // ---- rows

    private Row row() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (String column : list(0, 4, this::name)) {
            values.put(column, rowValue());
        }
        return new Row(values);
    }

    private @Nullable Object rowValue() {
        return switch (random.nextInt(12)) {
            case 0 -> new Row.Sql(sql());
            case 1 -> new Row.Lookup(name(), name(), new Row(Map.of(name(), text())));
            default -> value();
        };
    }

    private Match match() {
        return switch (random.nextInt(3)) {
            case 0 -> new Match.All();
            case 1 -> new Match.Values(row());
            default -> new Match.Where(sql());
        };
    }

    private @Nullable Object value() {
        return switch (random.nextInt(22)) {
            case 0 -> null;
            case 1 -> flip();
            case 2 -> random.nextInt();
            case 3 -> random.nextLong();
            case 4 -> (short) random.nextInt();
            case 5 -> (byte) random.nextInt();
            case 6 -> random.nextDouble() * 1e20;
            case 7 -> random.nextFloat();
            case 8 -> any(List.of(Double.NaN, Double.NEGATIVE_INFINITY, -0.0, Double.MIN_VALUE));
            case 9 -> any(List.of(Float.NaN, Float.POSITIVE_INFINITY, Float.MAX_VALUE));
            case 10 -> any(List.of(new BigDecimal("1.10"), new BigDecimal("-1E+30"), BigDecimal.valueOf(5, -3)));
            case 11 -> new BigInteger("123456789012345678901234567890");
            case 12 -> any(List.of('a', '\'', '"', '\\', '\n', '\u2028', '\ud800'));
            case 13 -> new UUID(random.nextLong(), random.nextLong());
            case 14 -> new byte[] {1, -1, (byte) random.nextInt()};
            case 15 -> LocalDate.ofEpochDay(random.nextInt(90_000));
            case 16 -> LocalTime.ofSecondOfDay(random.nextInt(86_400)).withNano(120_000);
            case 17 -> LocalDateTime.of(2026, 2, 28, 23, 59, 59, random.nextInt(1_000_000_000));
            case 18 -> Instant.ofEpochMilli(random.nextInt());
            case 19 -> OffsetDateTime.of(2026, 1, 2, 3, 4, 5, 6, ZoneOffset.ofHours(-7));
            case 20 -> LocalDateTime.of(2026, 2, 28, 1, 2).atZone(java.time.ZoneId.of("Europe/Berlin"));
            default -> text();
        };
    }

    private Condition condition() {
        return switch (random.nextInt(6)) {
            case 0 -> new Condition.TableExists(qualified(), flip());
            case 1 -> new Condition.ColumnExists(qualified(), name(), flip());
            case 2 -> new Condition.IndexExists(qualified(), name(), flip());
            case 3 -> new Condition.ConstraintExists(qualified(), name(), flip());
            case 4 -> new Condition.ServerAtLeast(random.nextInt(20), random.nextInt(9));
            default -> new Condition.AnyRow(sql());
        };
    }

    // ---- words

    private ColumnRef columnRef() {
        return new ColumnRef(qualified(), name());
    }

    private QualifiedName qualified() {
        return new QualifiedName(maybe(this::name), name());
    }

    private String name() {
        return any(NAMES);
    }

    private String text() {
        return any(TEXTS);
    }

    private String dialect() {
        return any(DIALECTS);
    }

    private SqlText sql() {
        return new SqlText(text(), perDialect());
    }

    private Map<String, String> perDialect() {
        Map<String, String> words = new LinkedHashMap<>();
        if (random.nextInt(4) == 0) {
            list(1, 2, this::dialect).forEach(dialect -> words.put(dialect, text()));
        }
        return words;
    }

    private boolean flip() {
        return random.nextBoolean();
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextInt(3) == 0 ? value.get() : null;
    }

    private <T> List<T> list(int least, int most, Supplier<T> value) {
        List<T> values = new ArrayList<>();
        int size = least + random.nextInt(most - least + 1);
        for (int i = 0; i < size; i++) {
            values.add(value.get());
        }
        return values;
    }
}
