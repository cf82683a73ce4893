package org.limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Statement;
import org.limbeck.operation.SetType;
import org.limbeck.schema.Column;
import org.limbeck.schema.DataType;
import org.limbeck.schema.DefaultValue;
import org.limbeck.schema.Generation;
import org.limbeck.schema.TypeKind;

/**
 * How the type of a column is changed. A conversion is said only where the server has none of its own, for any USING
 * rewrites the table. Values that the server would round or cut in silence are looked for first.
 */
final class TypeChange {
    private final PostgresqlDialect dialect;
    private final PostgresqlStatements words;
    private final SetType operation;
    private final @Nullable Column column;
    private final @Nullable DataType from;
    private final DataType to;
    private final String name;

    /** @param before the column as it stands, if that is known */
    TypeChange(PostgresqlDialect dialect, PostgresqlStatements words, SetType operation, Optional<Column> before) {
        this.dialect = dialect;
        this.words = words;
        this.operation = operation;
        this.column = before.orElse(null);
        this.from = column == null ? null : Types.normal(dialect, column.type());
        this.to = Types.normal(dialect, operation.type());
        this.name = words.identifier(operation.column());
    }

    List<Statement> statements() {
        List<Statement> statements = new ArrayList<>();
        String loss = operation.requireFits() && given().isEmpty() ? loss() : null;
        if (loss != null) {
            statements.add(words.ddlStatement(guard(loss)));
        }
        statements.add(words.altered(operation.table(), actions()));
        if (widensOwnedSequence()) {
            statements.add(words.ddlStatement(widening()));
        }
        return statements;
    }

    /** What the author says of the conversion. */
    private String given() {
        return operation.using() == null ? "" : dialect.words(operation.using()).strip();
    }

    private List<String> actions() {
        String alter = "ALTER COLUMN " + name + " ";
        String using = given().isEmpty() ? conversion() : given();
        String collation = column == null || column.collation() == null || !isText(to)
                ? ""
                : " COLLATE " + words.identifier(column.collation());
        String change = alter + "TYPE " + dialect.type(operation.type()) + collation
                + (using.isEmpty() ? "" : " USING " + using);
        DefaultValue value = column == null || column.generation() != null ? null : column.defaultValue();
        if (value == null || from == null || (sameKind() && using.isEmpty())) {
            return List.of(change);
        }
        // The server would keep the old value wrapped in a cast, or refuse where it knows none.
        return List.of(
                alter + "DROP DEFAULT",
                change,
                alter + "SET DEFAULT " + words.value(value, dialect.resolve(operation.type())));
    }

    private boolean sameKind() {
        return from != null
                && from.kind() == to.kind()
                && from.kind() != TypeKind.ARRAY
                && (from.kind() == TypeKind.NATIVE
                        || from.name() == null
                        || from.name().equals(to.name()));
    }

    // ---- conversion

    /** What stands after USING; empty where the server converts by itself. */
    private String conversion() {
        String target = dialect.type(operation.type());
        if (from == null) {
            return name + "::" + target;
        }
        if (isText(to)) {
            // Only a cast that is said cuts text; the server's own refuses it.
            return operation.requireFits() || to.arguments().isEmpty() ? "" : name + "::" + target;
        }
        if (from.equals(to) || assigned(from.kind(), to.kind())) {
            return "";
        }
        if (from.kind() == TypeKind.ENUM && to.kind() == TypeKind.ENUM) {
            return name + "::text::" + target;
        }
        if (Literals.isNumber(from.kind()) && to.kind() == TypeKind.BOOLEAN) {
            return name + " <> 0";
        }
        if (from.kind() == TypeKind.BOOLEAN && Literals.isNumber(to.kind()) && to.kind() != TypeKind.INTEGER) {
            return name + "::integer::" + target;
        }
        if (from.kind() == TypeKind.ARRAY && to.kind() == TypeKind.ARRAY) {
            return sameElements() ? "" : name + "::text[]::" + target;
        }
        return from.kind() == TypeKind.NATIVE && to.kind() == TypeKind.NATIVE && sameBase() ? "" : name + "::" + target;
    }

    private boolean sameElements() {
        if (from == null) {
            return false;
        }
        TypeKind one = Types.elementOf(from).kind();
        TypeKind other = Types.elementOf(to).kind();
        return assigned(one, other) || (isText(Types.elementOf(from)) && isText(Types.elementOf(to)));
    }

    /** Such as {@code vector(3)} and {@code vector(4)}. */
    private boolean sameBase() {
        return from != null && base(Types.nameOf(from)).equals(base(Types.nameOf(to)));
    }

    private static String base(String spelling) {
        int bracket = spelling.indexOf('(');
        return bracket < 0 ? spelling : spelling.substring(0, bracket);
    }

    /** Whether a value of one kind can be stored in a column of the other as it is. */
    private static boolean assigned(TypeKind from, TypeKind to) {
        if (from == to) {
            return from != TypeKind.ENUM && from != TypeKind.ARRAY && from != TypeKind.NATIVE;
        }
        if (Literals.isNumber(from) && Literals.isNumber(to)) {
            return true;
        }
        return switch (from) {
            case DATE -> to == TypeKind.TIMESTAMP || to == TypeKind.TIMESTAMP_TZ;
            case TIMESTAMP -> to == TypeKind.TIMESTAMP_TZ || to == TypeKind.DATE || to == TypeKind.TIME;
            case TIMESTAMP_TZ -> to == TypeKind.TIMESTAMP || to == TypeKind.DATE || to == TypeKind.TIME;
            default -> false;
        };
    }

    private static boolean isText(DataType type) {
        return type.kind() == TypeKind.TEXT || type.kind() == TypeKind.VARCHAR || type.kind() == TypeKind.CHAR;
    }

    // ---- values that do not fit

    /** True of a value that the server would change in silence; null where it changes none, or fails by itself. */
    private @Nullable String loss() {
        if (from == null || from.equals(to)) {
            return null;
        }
        String target = dialect.type(operation.type());
        if (isText(from)) {
            return lossOfText(target);
        }
        if (Literals.isNumber(from.kind())) {
            return lossOfNumber(target);
        }
        boolean temporal = assigned(from.kind(), to.kind());
        boolean shorter = from.kind() == to.kind() && digits(to) >= digits(from);
        boolean wider = from.kind() == TypeKind.DATE || shorter;
        boolean zone = from.kind() != to.kind()
                && to.kind() != TypeKind.DATE
                && to.kind() != TypeKind.TIME
                && digits(to) >= digits(from);
        return !temporal || wider || zone || digits(from) < 0
                ? null
                : to.kind() == TypeKind.TIME
                        ? name + " IS NOT NULL"
                        : name + "::" + target + "::" + dialect.type(from) + " <> " + name;
    }

    /** Only blanks at the end are cut in silence; numbers and times are rounded. */
    private @Nullable String lossOfText(String target) {
        if (isText(to)) {
            Integer most = to.argument(0);
            Integer now = from == null ? null : from.argument(0);
            boolean wider = most == null || (now != null && now <= most);
            return wider ? null : "length(" + name + "::text) > " + most;
        }
        String wide = switch (to.kind()) {
            case DECIMAL -> to.arguments().isEmpty() ? null : "numeric";
            case TIME -> to.arguments().isEmpty() ? null : "time";
            case TIMESTAMP -> to.arguments().isEmpty() ? null : "timestamp";
            case TIMESTAMP_TZ -> to.arguments().isEmpty() ? null : "timestamptz";
            case DATE -> "timestamp";
            default -> null;
        };
        return wide == null ? null : name + "::" + target + " <> " + name + "::" + wide;
    }

    private @Nullable String lossOfNumber(String target) {
        if (to.kind() == TypeKind.BOOLEAN) {
            return name + " NOT IN (0, 1)";
        }
        if (from == null || !Literals.isNumber(to.kind()) || keepsNumbers(from, to)) {
            return null;
        }
        return name + "::" + target + "::numeric <> " + name + "::numeric";
    }

    /** Whether a number is kept or refused, but never rounded. */
    private static boolean keepsNumbers(DataType from, DataType to) {
        boolean whole = isWhole(from.kind());
        if (isWhole(to.kind())) {
            return whole;
        }
        return switch (to.kind()) {
            case DECIMAL -> {
                Integer scale = to.argument(1);
                Integer now = from.argument(1);
                yield whole || scale == null || (from.kind() == TypeKind.DECIMAL && now != null && now <= scale);
            }
            case DOUBLE -> from.kind() == TypeKind.REAL || (whole && from.kind() != TypeKind.BIGINT);
            case REAL -> from.kind() == TypeKind.SMALLINT;
            default -> false;
        };
    }

    private static boolean isWhole(TypeKind kind) {
        return kind == TypeKind.SMALLINT || kind == TypeKind.INTEGER || kind == TypeKind.BIGINT;
    }

    /** Digits of a second; -1 for what is no time. */
    private static int digits(DataType type) {
        return switch (type.kind()) {
            case TIME, TIMESTAMP, TIMESTAMP_TZ -> {
                Integer digits = type.argument(0);
                yield digits == null ? 6 : digits;
            }
            default -> -1;
        };
    }

    /** A statement that fails, before anything is changed, if there is such a row; none can come in after it. */
    private String guard(String loss) {
        String message = "A value of " + operation.table() + "." + operation.column() + " does not fit "
                + dialect.type(operation.type());
        String table = words.identifier(operation.table());
        return "DO "
                + Session.dollarQuoted("BEGIN LOCK TABLE " + table + "; IF EXISTS (SELECT FROM " + table + " WHERE "
                        + loss + ") THEN RAISE EXCEPTION USING ERRCODE = 'string_data_right_truncation', MESSAGE = "
                        + dialect.literal(message, null) + "; END IF; END");
    }

    // ---- sequences

    /** The sequence of a serial column keeps the range of the old type; that of an identity follows its column. */
    private boolean widensOwnedSequence() {
        return column != null
                && from != null
                && column.generation() instanceof Generation.Identity
                && isWhole(to.kind())
                && from.kind() != to.kind();
    }

    private String widening() {
        return "DO "
                + Session.dollarQuoted("BEGIN EXECUTE 'ALTER SEQUENCE ' || pg_get_serial_sequence("
                        + dialect.literal(words.identifier(operation.table()), null) + ", "
                        + dialect.literal(operation.column(), null) + ") || ' AS " + dialect.type(to) + "'; END");
    }
}
