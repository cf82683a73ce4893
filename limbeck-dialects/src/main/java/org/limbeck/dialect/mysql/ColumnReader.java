package org.limbeck.dialect.mysql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.Column;
import org.limbeck.schema.DataType;
import org.limbeck.schema.DefaultValue;
import org.limbeck.schema.Generation;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.SqlText;
import org.limbeck.schema.TypeKind;

/** A row of information_schema.columns as a column. */
final class ColumnReader {
    private static final Pattern ON_UPDATE = Pattern.compile("on update (\\S+)", Pattern.CASE_INSENSITIVE);

    private final Catalogue catalogue;
    private final MySqlDialect dialect;
    private final String table;
    private final @Nullable String tableCollation;

    ColumnReader(Catalogue catalogue, String table, @Nullable String tableCollation) {
        this.catalogue = catalogue;
        this.dialect = catalogue.dialect();
        this.table = table;
        this.tableCollation = tableCollation;
    }

    /** @param check the condition of a check that belongs to the column (MariaDB), or null */
    Column read(ResultSet row, @Nullable String check) throws SQLException {
        String name = row.getString(2);
        String extra = String.valueOf(row.getString(7));
        boolean json = check != null && row.getString(5).equals("longtext") && isJsonCheck(check, name);
        DataType type = json ? DataType.of(TypeKind.JSON) : dialect.types().read(row.getString(5), table + "_" + name);
        Generation generation = generation(row, extra);
        String raw = row.getString(3);
        DefaultValue value = generation == null ? new DefaultReader(dialect).read(raw, extra, type) : null;
        Column column = new Column(
                name,
                type,
                row.getString(4).equals("YES"),
                value,
                generation,
                emptyToNull(row.getString(8)),
                json ? null : collation(row.getString(6)));
        String options = options(extra, row.getString(10), json ? null : check);
        return options.isEmpty() ? column : column.withOptions(Map.of(dialect.name(), options));
    }

    private static boolean isJsonCheck(String check, String column) {
        return Expressions.normal(check).equals("json_valid(" + column.toLowerCase(Locale.ROOT) + ")");
    }

    private static @Nullable String emptyToNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private @Nullable String collation(@Nullable String collation) {
        return collation == null || collation.equals(tableCollation) ? null : collation;
    }

    private @Nullable Generation generation(ResultSet row, String extra) throws SQLException {
        String lower = extra.toLowerCase(Locale.ROOT);
        if (lower.contains("auto_increment")) {
            return new Generation.Identity(false, null, null);
        }
        if (lower.contains("virtual generated") || lower.contains("stored generated")) {
            String text = String.valueOf(row.getString(9));
            String plain = dialect.isMariaDb() ? text : DefaultReader.unescaped(text);
            return new Generation.Computed(
                    SqlText.of(Expressions.unwrapped(plain)), lower.contains("stored generated"));
        }
        return dialect.isMariaDb() ? sequence(row.getString(3)) : null;
    }

    /** {@code nextval(`s`.`q`)}. */
    private @Nullable Generation sequence(@Nullable String value) {
        List<Piece> pieces = Piece.solid(value == null ? "" : value);
        boolean next = pieces.size() == 6
                && pieces.get(0).is("nextval")
                && pieces.get(3).isSign(".");
        if (!next) {
            return null;
        }
        String schema = pieces.get(2).value();
        boolean own = schema.equals(catalogue.schema());
        return new Generation.FromSequence(
                new QualifiedName(own ? null : schema, pieces.get(4).value()));
    }

    private static String options(String extra, @Nullable String srid, @Nullable String check) {
        StringBuilder options = new StringBuilder();
        Matcher update = ON_UPDATE.matcher(extra);
        if (update.find()) {
            String clock =
                    update.group(1).toUpperCase(Locale.ROOT).replace(",", "").replace("()", "");
            options.append("ON UPDATE ").append(clock).append(' ');
        }
        if (extra.contains("INVISIBLE")) {
            options.append("INVISIBLE ");
        }
        if (extra.contains("WITHOUT SYSTEM VERSIONING")) {
            options.append("WITHOUT SYSTEM VERSIONING ");
        }
        if (srid != null) {
            options.append("SRID ").append(srid).append(' ');
        }
        if (check != null) {
            options.append("CHECK (").append(check).append(")");
        }
        return options.toString().strip();
    }
}
