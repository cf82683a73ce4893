package org.limbeck.dialect.postgresql;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.Check;
import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.DataType;
import org.limbeck.schema.DefaultValue;
import org.limbeck.schema.Deferrability;
import org.limbeck.schema.Exclusion;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Generation;
import org.limbeck.schema.Index;
import org.limbeck.schema.IndexMember;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.ReferentialAction;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.SqlText;
import org.limbeck.schema.Table;
import org.limbeck.schema.Unique;
import org.limbeck.schema.View;

/** Rows of the catalogue's answers as values; the positions are those that {@link Catalogue} documents. */
final class CatalogueRows {
    private CatalogueRows() {}

    static Table table(ResultSet row) throws SQLException {
        return new Table(
                PostgresqlReflector.name(row, 2),
                List.of(),
                List.of(),
                List.of(),
                row.getString(5),
                options(row.getString(6), row.getString(7)));
    }

    private static Map<String, String> options(@Nullable String settings, @Nullable String tablespace) {
        String with = settings == null ? "" : "WITH (" + settings + ")";
        String space = tablespace == null ? "" : "TABLESPACE " + tablespace;
        String both = (with + " " + space).strip();
        return both.isEmpty() ? Map.of() : Map.of(PostgresqlDialect.NAME, both);
    }

    static View view(ResultSet row) throws SQLException {
        String query = row.getString(8).strip();
        if (query.endsWith(";")) {
            query = query.substring(0, query.length() - 1);
        }
        return new View(
                PostgresqlReflector.name(row, 2),
                SqlText.of(query + checkOption(row.getString(6))),
                row.getString(4).equals("m"),
                List.of(),
                row.getString(5),
                options(withoutCheckOption(row.getString(6)), row.getString(7)));
    }

    private static @Nullable String withoutCheckOption(@Nullable String options) {
        if (options == null) {
            return null;
        }
        String left = Arrays.stream(options.split(", "))
                .filter(option -> !option.startsWith("check_option="))
                .collect(Collectors.joining(", "));
        return left.isEmpty() ? null : left;
    }

    /** It is kept among the options, but written behind the query. */
    private static String checkOption(@Nullable String options) {
        if (options == null || !options.contains("check_option=")) {
            return "";
        }
        return options.contains("check_option=local") ? "\n WITH LOCAL CHECK OPTION" : "\n WITH CASCADED CHECK OPTION";
    }

    // ---- columns

    /** @param types the type of a spelling */
    static Column column(ResultSet row, Function<String, DataType> types) throws SQLException {
        DataType type = type(row, types);
        String expression = row.getString(11);
        Generation generation = generation(row, expression);
        DefaultValue value = generation == null && expression != null ? Defaults.read(expression, type) : null;
        String words = row.getString(20);
        return new Column(
                row.getString(2),
                type,
                !row.getBoolean(8),
                value,
                generation,
                row.getString(12),
                row.getString(13),
                words == null ? Map.of() : Map.of(PostgresqlDialect.NAME, words));
    }

    private static DataType type(ResultSet row, Function<String, DataType> types) throws SQLException {
        if (!row.getString(4).equals("e")) {
            return types.apply(row.getString(3));
        }
        DataType type = DataType.ofEnum(PostgresqlReflector.name(row, 5).toString(), List.of());
        return row.getBoolean(7) ? DataType.arrayOf(type) : type;
    }

    private static @Nullable Generation generation(ResultSet row, @Nullable String expression) throws SQLException {
        String generated = row.getString(10);
        if (!generated.isEmpty() && expression != null) {
            return new Generation.Computed(SqlText.of(expression), generated.equals("s"));
        }
        String identity = row.getString(9);
        if (!identity.isEmpty()) {
            return identity(row, identity.equals("a"));
        }
        String sequence = row.getString(19);
        if (sequence == null || expression == null || !plainNextValue(expression)) {
            return null;
        }
        // The default of a serial column is the next number of a sequence that the column owns.
        return row.getLong(16) == row.getLong(17)
                ? identity(row, false)
                : new Generation.FromSequence(PostgresqlReflector.name(row, 18));
    }

    private static boolean plainNextValue(String expression) {
        return expression.startsWith("nextval('")
                && expression.endsWith("'::regclass)")
                && expression.indexOf('(', 8) < 0;
    }

    private static Generation identity(ResultSet row, boolean always) throws SQLException {
        return new Generation.Identity(always, unless(row.getLong(14), 1), unless(row.getLong(15), 1));
    }

    private static @Nullable Long unless(long value, long usual) {
        return value == usual ? null : value;
    }

    // ---- constraints

    static Constraint constraint(ResultSet row) throws SQLException {
        String name = row.getString(2);
        List<String> columns = texts(row, 7);
        return switch (row.getString(3)) {
            case "p" -> new PrimaryKey(name, columns, deferrability(row));
            case "u" -> new Unique(name, columns, !row.getBoolean(15), deferrability(row));
            case "f" -> foreignKey(row, name, columns);
            case "c" -> new Check(name, SqlText.of(row.getString(14)), row.getBoolean(6));
            default -> exclusion(row, name);
        };
    }

    private static Deferrability deferrability(ResultSet row) throws SQLException {
        if (!row.getBoolean(4)) {
            return Deferrability.NOT_DEFERRABLE;
        }
        return row.getBoolean(5) ? Deferrability.INITIALLY_DEFERRED : Deferrability.INITIALLY_IMMEDIATE;
    }

    private static ForeignKey foreignKey(ResultSet row, String name, List<String> columns) throws SQLException {
        return new ForeignKey(
                name,
                columns,
                PostgresqlReflector.name(row, 8),
                texts(row, 10),
                action(row.getString(12)),
                action(row.getString(13)),
                deferrability(row),
                row.getString(11).equals("f") ? "FULL" : null,
                row.getBoolean(6));
    }

    private static ReferentialAction action(String letter) {
        return switch (letter) {
            case "r" -> ReferentialAction.RESTRICT;
            case "c" -> ReferentialAction.CASCADE;
            case "n" -> ReferentialAction.SET_NULL;
            case "d" -> ReferentialAction.SET_DEFAULT;
            default -> ReferentialAction.NO_ACTION;
        };
    }

    private static Exclusion exclusion(ResultSet row, String name) throws SQLException {
        @Nullable String[] columns = array(row, 18);
        List<String> words = texts(row, 19);
        List<String> operators = texts(row, 17);
        List<Exclusion.Element> elements = new ArrayList<>();
        for (int i = 0; i < operators.size(); i++) {
            String column = columns[i];
            SqlText expression = column == null ? SqlText.of(withoutBrackets(words.get(i))) : null;
            elements.add(new Exclusion.Element(column, expression, operators.get(i)));
        }
        return new Exclusion(name, row.getString(16), elements, text(row.getString(20)), deferrability(row));
    }

    private static @Nullable SqlText text(@Nullable String sql) {
        return sql == null ? null : SqlText.of(withoutBrackets(sql));
    }

    /** The server puts an expression into brackets; one pair around the whole is taken off. */
    private static String withoutBrackets(String sql) {
        if (!sql.startsWith("(") || !sql.endsWith(")") || sql.indexOf('\'') >= 0 || sql.indexOf('"') >= 0) {
            return sql;
        }
        int depth = 0;
        for (int i = 0; i < sql.length() - 1; i++) {
            depth += sql.charAt(i) == '(' ? 1 : sql.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return sql;
            }
        }
        return sql.substring(1, sql.length() - 1);
    }

    // ---- indexes

    /** An index with one more member; rows come in the order of the members. */
    static Index index(@Nullable Index known, ResultSet row) {
        try {
            return more(known, row);
        } catch (SQLException e) {
            throw new IllegalStateException("a row that was read is there no more: " + e.getMessage(), e);
        }
    }

    private static Index more(@Nullable Index known, ResultSet row) throws SQLException {
        if (known == null) {
            return new Index(
                    row.getString(2),
                    List.of(member(row)),
                    row.getBoolean(3),
                    !row.getBoolean(4),
                    row.getString(5).equals("btree") ? null : row.getString(5),
                    text(row.getString(12)),
                    List.of(),
                    options(row.getString(13), row.getString(14)));
        }
        List<IndexMember> members = new ArrayList<>(known.members());
        List<String> include = new ArrayList<>(known.include());
        if (row.getBoolean(6)) {
            members.add(member(row));
        } else {
            include.add(row.getString(7));
        }
        return new Index(
                known.name(),
                members,
                known.distinct(),
                known.nullsDistinct(),
                known.method(),
                known.where(),
                include,
                known.options());
    }

    private static IndexMember member(ResultSet row) throws SQLException {
        int order = row.getInt(9);
        boolean descending = (order & 1) != 0;
        boolean first = (order & 2) != 0;
        IndexMember.Nulls nulls = first ? IndexMember.Nulls.FIRST : IndexMember.Nulls.LAST;
        return new IndexMember(
                row.getString(7),
                row.getString(7) == null ? SqlText.of(withoutBrackets(row.getString(8))) : null,
                descending,
                first == descending ? null : nulls,
                row.getString(10),
                row.getString(11),
                null);
    }

    // ---- sequences

    static Sequence sequence(ResultSet row) throws SQLException {
        long start = row.getLong(3);
        long increment = row.getLong(4);
        long least = row.getLong(5);
        long greatest = row.getLong(6);
        long lowest = increment > 0 ? 1 : Long.MIN_VALUE;
        long highest = increment > 0 ? Long.MAX_VALUE : -1;
        return new Sequence(
                new QualifiedName(row.getString(1), row.getString(2)),
                unless(start, increment > 0 ? least : greatest),
                unless(increment, 1),
                unless(least, lowest),
                unless(greatest, highest),
                row.getBoolean(7),
                unless(row.getLong(8), 1));
    }

    // ---- arrays

    static List<String> texts(ResultSet row, int column) throws SQLException {
        return Arrays.stream(array(row, column)).map(String::valueOf).toList();
    }

    private static @Nullable String[] array(ResultSet row, int column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? new String[0] : (@Nullable String[]) array.getArray();
    }
}
