package org.limbeck.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.operation.Row;

/**
 * Reads comma-separated values as RFC 4180 has them: the first line names the columns; an empty value without quotes is
 * NULL, with quotes the empty text.
 */
final class Csv {
    private final BufferedReader reader;
    private final String name;
    private final List<String> columns;
    private int line = 1;

    Csv(Reader source, String name) throws IOException {
        this.reader = new BufferedReader(source);
        this.name = name;
        List<@Nullable String> header = record();
        List<String> names = new ArrayList<>();
        for (String column : header == null ? List.<@Nullable String>of() : header) {
            names.add(column == null ? "" : column);
        }
        if (names.isEmpty() || names.contains("")) {
            throw wrong("Its first line does not name the columns.");
        }
        String first = names.get(0);
        if (first.startsWith("\uFEFF")) {
            names.set(0, first.substring(1));
        }
        this.columns = names;
    }

    /** The next rows, at most so many; none at the end. */
    List<Row> rows(int most) throws IOException {
        List<Row> rows = new ArrayList<>();
        while (rows.size() < most) {
            int at = line;
            List<@Nullable String> values = record();
            if (values == null) {
                break;
            }
            if (values.size() == 1 && values.get(0) == null && columns.size() > 1) {
                continue;
            }
            if (values.size() != columns.size()) {
                throw wrong("Line " + at + " has " + values.size() + " values for " + columns.size() + " columns.");
            }
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            for (int i = 0; i < values.size(); i++) {
                row.put(columns.get(i), values.get(i));
            }
            rows.add(new Row(row));
        }
        return rows;
    }

    private @Nullable List<@Nullable String> record() throws IOException {
        List<@Nullable String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        boolean inside = false;
        int c = reader.read();
        if (c < 0) {
            return null;
        }
        for (; ; c = reader.read()) {
            if (c < 0 && inside) {
                throw wrong("A quote is not closed.");
            }
            if (c == '\n') {
                line++;
            }
            if (inside) {
                if (c != '"') {
                    value.append((char) c);
                    continue;
                }
                reader.mark(1);
                if (reader.read() == '"') {
                    value.append('"');
                } else {
                    reader.reset();
                    inside = false;
                }
            } else if (c == '"' && value.length() == 0) {
                quoted = true;
                inside = true;
            } else if (c == ',' || c == '\n' || c < 0) {
                values.add(ended(value, quoted));
                value.setLength(0);
                quoted = false;
                if (c != ',') {
                    return values;
                }
            } else if (c != '\r') {
                value.append((char) c);
            }
        }
    }

    private static @Nullable String ended(StringBuilder value, boolean quoted) {
        return value.length() == 0 && !quoted ? null : value.toString();
    }

    private RuntimeException wrong(String why) {
        return Problem.of(ErrorCode.INVALID_OPERATION, "The file " + name + " cannot be read as CSV")
                .at(name, line)
                .why(why)
                .exception();
    }
}
