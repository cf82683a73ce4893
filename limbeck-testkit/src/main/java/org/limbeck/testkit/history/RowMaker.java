package org.limbeck.testkit.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.operation.Row;
import org.limbeck.schema.Check;
import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.DataType;
import org.limbeck.schema.Generation;
import org.limbeck.schema.Schema;
import org.limbeck.schema.SqlText;
import org.limbeck.schema.Table;
import org.limbeck.schema.TypeKind;
import org.limbeck.sql.SqlTokens;

/**
 * Makes rows for a table. A first try takes plain values; later ones take, for columns that checks speak of, values that
 * stand in the checks. The same number gives the same row.
 */
final class RowMaker {
    private static final int FORMS = 6;
    private static final List<Object> USUAL = List.of(1, 0, 10, 100, -1);

    private final Dialect dialect;
    private final Schema schema;
    private final Table table;
    private final Map<String, List<Object>> candidates = new LinkedHashMap<>();

    RowMaker(Dialect dialect, Schema schema, Table table) {
        this.dialect = dialect;
        this.schema = schema;
        this.table = table;
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Check check) {
                addCandidates(SqlTokens.of(dialect.words(check.expression()), dialect.syntax()));
            }
        }
    }

    private void addCandidates(List<String> tokens) {
        List<Object> values = new ArrayList<>();
        for (String token : tokens) {
            literal(token).ifPresent(value -> {
                values.add(value);
                if (value instanceof Long number) {
                    values.add(number + 1);
                    values.add(number - 1);
                }
            });
        }
        values.addAll(USUAL);
        for (Column column : table.columns()) {
            if (tokens.stream().anyMatch(token -> names(token, column.name()))) {
                candidates
                        .computeIfAbsent(column.name(), name -> new ArrayList<>())
                        .addAll(values);
            }
        }
    }

    private static boolean names(String token, String column) {
        String bare = token.length() > 2 && "\"`[".indexOf(token.charAt(0)) >= 0
                ? token.substring(1, token.length() - 1)
                : token;
        return bare.equalsIgnoreCase(column);
    }

    private static Optional<Object> literal(String token) {
        if (token.length() >= 2 && token.charAt(0) == '\'') {
            return Optional.of(token.substring(1, token.length() - 1).replace("''", "'"));
        }
        try {
            return Optional.of(Long.valueOf(token.toLowerCase(Locale.ROOT)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * A row.
     *
     * @param number a different one for each row
     * @param attempt from 0
     * @param referenced values of columns of foreign keys
     */
    Row row(int number, int attempt, Map<String, @Nullable Object> referenced) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        Random choice = new Random(31L * number + attempt);
        for (Column column : table.columns()) {
            if (referenced.containsKey(column.name())) {
                values.put(column.name(), referenced.get(column.name()));
            } else if (mayBeGiven(column)) {
                put(column, number, attempt, choice, values);
            }
        }
        if (values.isEmpty()) {
            // A row of nothing but what the database fills: not every database knows the word.
            values.put(table.columns().get(0).name(), attempt % 2 == 0 ? new Row.Sql(SqlText.of("DEFAULT")) : null);
        }
        return new Row(values);
    }

    /** Numbers of generated rows are given where they can be: far from those that scripts take. */
    private static boolean mayBeGiven(Column column) {
        return !(column.generation() instanceof Generation.Computed)
                && !(column.generation() instanceof Generation.Identity identity && identity.always());
    }

    private void put(Column column, int number, int attempt, Random choice, Map<String, @Nullable Object> values) {
        List<Object> others = candidates.get(column.name());
        Object value = SampleValues.of(known(column), schema, number);
        if (others != null && (attempt > 0 || value == null)) {
            value = others.get(choice.nextInt(others.size()));
        }
        if (value == null && attempt < FORMS) {
            value = form(number, attempt);
        }
        boolean left = value == null && (column.nullable() || column.defaultValue() != null);
        if (!left) {
            values.put(column.name(), value == null ? form(number, attempt) : value);
        }
    }

    /** The type, also where the database spells it in a way of its own. */
    private DataType known(Column column) {
        DataType type = dialect.resolve(column.type());
        String spelling = type.name();
        return type.kind() == TypeKind.NATIVE && spelling != null
                ? dialect.readType(spelling.toUpperCase(Locale.ROOT))
                : type;
    }

    /** For a type that is not known: most take one of these forms. */
    private static Object form(int number, int attempt) {
        return switch (attempt % FORMS) {
            case 0 -> "t" + number;
            case 1 -> number;
            case 2 -> "127.0.0." + (number % 250 + 1);
            case 3 -> "2020-01-01";
            case 4 -> "{}";
            default -> new Row.Sql(SqlText.of("ARRAY[]"));
        };
    }
}
