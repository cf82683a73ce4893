package org.limbeck.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.limbeck.operation.AddColumn;
import org.limbeck.operation.CreateTable;
import org.limbeck.operation.OnDialects;
import org.limbeck.operation.Operation;
import org.limbeck.operation.SetType;
import org.limbeck.schema.Column;
import org.limbeck.schema.DataType;
import org.limbeck.schema.Table;
import org.limbeck.write.Draft;
import org.limbeck.write.Draft.Line;

/**
 * One draft for several databases that share a history. What is the same is said once; a type that differs is said for
 * its dialect; what differs otherwise is done on its dialect only.
 */
public final class SharedDraft {

    /** The draft for one dialect. */
    public record Of(String dialect, Draft draft) {}

    private SharedDraft() {}

    /** @param drafts at least one, each for another dialect; a database without a change has an empty draft */
    public static Draft of(List<Of> drafts) {
        Draft first = drafts.get(0).draft();
        if (drafts.stream().allMatch(one -> one.draft().equals(first))) {
            return first;
        }
        return new Draft(
                lines(drafts, drafts.stream().map(one -> one.draft().upgrade()).toList()),
                lines(
                        drafts,
                        drafts.stream().map(one -> one.draft().downgrade()).toList()));
    }

    private static List<Line> lines(List<Of> drafts, List<List<Line>> all) {
        List<Line> merged = new ArrayList<>();
        for (int i = 0; i < all.get(0).size(); i++) {
            Optional<Line> line = line(drafts, all, i);
            if (line.isEmpty()) {
                return apart(drafts, all);
            }
            merged.add(line.get());
        }
        boolean sameLength =
                all.stream().allMatch(lines -> lines.size() == all.get(0).size());
        return sameLength ? merged : apart(drafts, all);
    }

    /** The line at a position for all dialects, if it is of one form. */
    private static Optional<Line> line(List<Of> drafts, List<List<Line>> all, int position) {
        Line merged = all.get(0).get(position);
        for (int i = 1; i < all.size(); i++) {
            if (position >= all.get(i).size()) {
                return Optional.empty();
            }
            Optional<Line> both =
                    both(merged, all.get(i).get(position), drafts.get(i).dialect());
            if (both.isEmpty()) {
                return both;
            }
            merged = both.get();
        }
        return Optional.of(merged);
    }

    private static Optional<Line> both(Line one, Line other, String dialect) {
        if (one.equals(other)) {
            return Optional.of(one);
        }
        if (one instanceof Line.Do a && other instanceof Line.Do b) {
            return both(a.operation(), b.operation(), dialect).map(Line.Do::new);
        }
        if (one instanceof Line.Off a
                && other instanceof Line.Off b
                && a.reason().equals(b.reason())) {
            return both(a.operation(), b.operation(), dialect).map(merged -> new Line.Off(merged, a.reason()));
        }
        return Optional.empty();
    }

    private static Optional<Operation> both(Operation one, Operation other, String dialect) {
        if (one.equals(other)) {
            return Optional.of(one);
        }
        if (one instanceof CreateTable a && other instanceof CreateTable b) {
            return both(a.table(), b.table(), dialect).map(CreateTable::new);
        }
        if (one instanceof AddColumn a
                && other instanceof AddColumn b
                && a.table().equals(b.table())) {
            return both(a.column(), b.column(), dialect).map(column -> new AddColumn(a.table(), column));
        }
        if (one instanceof SetType a && other instanceof SetType b) {
            return typed(a, b.type()).equals(b)
                    ? Optional.of(typed(a, both(a.type(), b.type(), dialect)))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static SetType typed(SetType operation, DataType type) {
        return new SetType(operation.table(), operation.column(), type, operation.using(), operation.requireFits());
    }

    private static Optional<Table> both(Table one, Table other, String dialect) {
        boolean alike = one.columns().size() == other.columns().size()
                && one.withColumns(List.of()).equals(other.withColumns(List.of()));
        if (!alike) {
            return Optional.empty();
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < one.columns().size(); i++) {
            Optional<Column> column = both(one.columns().get(i), other.columns().get(i), dialect);
            if (column.isEmpty()) {
                return Optional.empty();
            }
            columns.add(column.get());
        }
        return Optional.of(one.withColumns(columns));
    }

    private static Optional<Column> both(Column one, Column other, String dialect) {
        return one.withType(other.type()).equals(other)
                ? Optional.of(one.withType(both(one.type(), other.type(), dialect)))
                : Optional.empty();
    }

    private static DataType both(DataType one, DataType other, String dialect) {
        return one.plain().equals(other) ? one : one.on(dialect, other);
    }

    /** Everything for each dialect by itself. */
    private static List<Line> apart(List<Of> drafts, List<List<Line>> all) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            List<String> dialect = List.of(drafts.get(i).dialect());
            List<Operation> sure = new ArrayList<>();
            List<Line> others = new ArrayList<>();
            for (Line line : all.get(i)) {
                if (line instanceof Line.Do run) {
                    sure.add(run.operation());
                } else if (line instanceof Line.Off off) {
                    others.add(
                            new Line.Off(new OnDialects(dialect, List.of(off.operation()), List.of()), off.reason()));
                } else {
                    others.add(line);
                }
            }
            if (!sure.isEmpty()) {
                lines.add(new Line.Do(new OnDialects(dialect, sure, List.of())));
            }
            lines.addAll(others);
        }
        return lines;
    }
}
