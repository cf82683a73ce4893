package org.limbeck.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.operation.Row;
import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.Index;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Table;
import org.limbeck.schema.TablePart;

/** Makes values of what a script gives. */
final class Parts {
    private Parts() {}

    static Table table(String tableName, TablePart... parts) {
        List<Column> columns = new ArrayList<>();
        List<Constraint> constraints = new ArrayList<>();
        List<Index> indexes = new ArrayList<>();
        Map<String, String> options = new LinkedHashMap<>();
        @Nullable String comment = null;
        List<TablePart> left = new ArrayList<>(List.of(parts));
        while (!left.isEmpty()) {
            TablePart part = left.remove(0);
            if (part instanceof Column column) {
                columns.add(column);
            } else if (part instanceof Constraint constraint) {
                constraints.add(constraint);
            } else if (part instanceof Index index) {
                indexes.add(index);
            } else if (part instanceof TablePart.Option option) {
                options.put(option.dialect(), option.words());
            } else if (part instanceof TablePart.Comment words) {
                comment = words.text();
            } else if (part instanceof TablePart.Shared shared) {
                left.addAll(0, shared.parts());
            }
        }
        return Naming.named(new Table(name(tableName), columns, constraints, indexes, comment, options));
    }

    static List<Row> list(Row row, Row... more) {
        List<Row> rows = new ArrayList<>();
        rows.add(row);
        rows.addAll(List.of(more));
        return rows;
    }

    /** The words between commas. */
    static List<String> list(String words) {
        return Stream.of(words.split(",", -1)).map(String::strip).toList();
    }

    static QualifiedName name(String text) {
        try {
            return QualifiedName.parse(text);
        } catch (IllegalArgumentException e) {
            throw Problem.of(ErrorCode.INVALID_OPERATION, "The name '" + text + "' cannot be read: " + e.getMessage())
                    .at(ScriptFrame.place())
                    .exception(e);
        }
    }
}
