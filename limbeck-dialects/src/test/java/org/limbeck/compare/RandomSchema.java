package org.limbeck.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Feature;
import org.limbeck.migration.Words;
import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.DataType;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Index;
import org.limbeck.schema.IndexMember;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.ReferentialAction;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.Table;
import org.limbeck.schema.View;

/**
 * A schema by chance, made from one seed, so that a failure is found again. Two of them share names, so that one becomes
 * the other by changes of all kinds; a name tells the family of a column's type, so that types can be converted.
 */
final class RandomSchema {
    private static final List<DataType> NUMBERS =
            List.of(Words.integer(), Words.bigint(), Words.smallint(), Words.decimal(12, 4), Words.decimal(9, 2));
    private static final List<DataType> TEXTS =
            List.of(Words.varchar(40), Words.varchar(80), Words.varchar(255), Words.text());
    private static final List<DataType> TIMES = List.of(Words.timestamp(3), Words.timestamp(6));
    private static final List<DataType> OTHERS =
            List.of(Words.bool(), Words.uuid(), Words.date(), Words.binary(), Words.doublePrecision());

    private final Random random;
    private final Dialect dialect;

    RandomSchema(long seed, Dialect dialect) {
        this.random = new Random(seed);
        this.dialect = dialect;
    }

    Schema schema() {
        List<Table> tables = new ArrayList<>();
        for (String name : List.of("alpha", "beta", "gamma", "delta", "order")) {
            if (random.nextInt(4) > 0) {
                tables.add(table(name));
            }
        }
        List<Table> related = new ArrayList<>();
        for (Table table : tables) {
            related.add(related(table, tables));
        }
        Schema schema = Schema.of(related);
        if (dialect.supports(Feature.SEQUENCES) && random.nextBoolean()) {
            schema = schema.with(Sequence.of("numbers").incrementBy(1 + random.nextInt(3)));
        }
        return schema.plusViews(views(related));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    /** Views of tables, and one of another view. */
    private List<View> views(List<Table> tables) {
        List<View> views = new ArrayList<>();
        for (Table table : tables) {
            String name = table.name().name();
            if (chance(3) && !name.equals("order")) {
                String columns = chance(2) ? "id, code" : "code, id";
                String condition = chance(2) ? "" : " WHERE code <> 'x" + random.nextInt(2) + "'";
                views.add(View.of(name + "_view", "SELECT " + columns + " FROM " + name + condition));
            }
        }
        if (!views.isEmpty() && chance(2)) {
            views.add(View.of("above_view", "SELECT code FROM " + any(views).name()));
        }
        return views;
    }

    private Table table(String name) {
        List<Column> columns = new ArrayList<>();
        Column id = Words.column("id", any(List.of(Words.integer(), Words.bigint())))
                .notNull();
        boolean keyed = !chance(5);
        columns.add(keyed && chance(3) ? id.autoIncrement() : id);
        columns.add(Words.column("code", any(List.of(Words.varchar(20), Words.varchar(30))))
                .notNull());
        for (int i = 0; i < 4; i++) {
            if (random.nextInt(3) > 0) {
                columns.add(column(i));
            }
        }
        Table table = Table.of(QualifiedName.parse(name), columns);
        if (keyed) {
            table = table.plus(Words.primaryKey("id"));
        } else if (chance(2)) {
            table = table.plus(Words.primaryKey("id", "code"));
        }
        if (table.column("num").isPresent() && chance(3)) {
            Column more = Words.column("more", Words.decimal(16, 4));
            table = table.plus(more.storedAs("num + " + (1 + random.nextInt(2))));
        }
        // A unique constraint that says no more than the primary key keeps H2 from dropping that.
        if (keyed && chance(4)) {
            table = table.plus(Words.unique("id", "code").named("uq_" + name + "_" + random.nextInt(3)));
        }
        if (chance(2)) {
            table = table.plus(Words.unique("code"));
        }
        if (chance(3)) {
            table = table.plus(
                    Words.check("code <> 'x" + random.nextInt(3) + "'").named("ck_" + name + "_code"));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            table = table.plus(index(table).named("ix_" + name + "_" + i));
        }
        return chance(3) && dialect.supports(Feature.TABLE_COMMENTS)
                ? table.withComment("about " + random.nextInt(3))
                : table;
    }

    private Column column(int number) {
        Column column = switch (number) {
            case 0 -> value(Words.column("num", any(NUMBERS)), random.nextInt(50));
            case 1 -> plain(Words.column("txt", any(TEXTS)));
            case 2 -> Words.column("tim", any(TIMES));
            default -> {
                int at = random.nextInt(OTHERS.size());
                yield Words.column("oth" + at, OTHERS.get(at));
            }
        };
        Column nullable = column.withNullable(random.nextBoolean());
        return chance(4) && dialect.supports(Feature.COLUMN_COMMENTS)
                ? nullable.comment("it's " + random.nextInt(3))
                : nullable;
    }

    private Column value(Column column, Object value) {
        return chance(2) ? column.defaultTo(value) : column;
    }

    private Column plain(Column column) {
        return column.type().equals(Words.text()) ? column : value(column, "it's " + random.nextInt(3));
    }

    private Index index(Table table) {
        List<Column> usable = table.columns().stream()
                .filter(c ->
                        !c.type().equals(Words.text()) && !c.type().equals(Words.binary()) && c.generation() == null)
                .toList();
        List<IndexMember> members = new ArrayList<>();
        members.add(member(any(usable)));
        Column second = any(usable);
        if (!second.name().equals(members.get(0).column())) {
            members.add(member(second));
        }
        Index index = Index.of(members);
        if (dialect.supports(Feature.PARTIAL_INDEXES) && chance(5)) {
            index = index.where("code <> 'x" + random.nextInt(2) + "'");
        }
        return chance(4) ? index.unique() : index;
    }

    private IndexMember member(Column column) {
        IndexMember member = IndexMember.column(column.name());
        return chance(3) ? member.desc() : member;
    }

    /** Keys from and to tables of any order, circles among them. */
    private Table related(Table table, List<Table> others) {
        Table related = table;
        for (Table other : others) {
            DataType type = other.columns().get(0).type();
            boolean keyed =
                    other.primaryKey().filter(key -> key.columns().size() == 1).isPresent();
            if (keyed && chance(3)) {
                String name = other.name().name() + "_id";
                Constraint key = ForeignKey.of(List.of(name), other.name(), chance(2) ? List.of() : List.of("id"))
                        .onDelete(any(List.of(
                                ReferentialAction.NO_ACTION, ReferentialAction.CASCADE, ReferentialAction.SET_NULL)));
                related = related.plus(Words.column(name, type)).plus(key);
            }
        }
        return related;
    }
}
