package org.limbeck.cli.terminal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Rows whose cells stand below each other. Not thread-safe. */
public final class Columns {
    private static final int GAP = 3;

    private final List<List<Line>> rows = new ArrayList<>();

    /** Adds a row; the last cell is not padded. */
    public Columns row(Line... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /** Adds a row of plain cells. */
    public Columns row(String... cells) {
        List<Line> row = new ArrayList<>();
        for (String cell : cells) {
            row.add(Line.of(cell));
        }
        rows.add(row);
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The rows as lines. */
    public List<Line> lines() {
        List<Integer> widths = widths();
        List<Line> lines = new ArrayList<>();
        for (List<Line> row : rows) {
            Line line = new Line();
            int column = 0;
            for (int i = 0; i < row.size(); i++) {
                line.to(column, 0).add(row.get(i));
                column += widths.get(i) + GAP;
            }
            lines.add(line);
        }
        return lines;
    }

    private List<Integer> widths() {
        List<Integer> widths = new ArrayList<>();
        for (List<Line> row : rows) {
            widths.addAll(Collections.nCopies(Math.max(0, row.size() - widths.size()), 0));
            for (int i = 0; i < row.size() - 1; i++) {
                widths.set(i, Math.max(widths.get(i), row.get(i).width()));
            }
        }
        return widths;
    }
}
