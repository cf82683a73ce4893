package org.limbeck.write;

import java.util.ArrayList;
import java.util.List;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Placement;
import org.limbeck.dialect.Statement;
import org.limbeck.dialect.StatementGroup;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;
import org.limbeck.operation.Blocks;
import org.limbeck.operation.CheckData;
import org.limbeck.operation.Expectation;
import org.limbeck.operation.InsertCsv;
import org.limbeck.operation.Inverse;
import org.limbeck.operation.Invert;
import org.limbeck.operation.Irreversible;
import org.limbeck.operation.Lossy;
import org.limbeck.operation.OnDialects;
import org.limbeck.operation.Operation;
import org.limbeck.operation.RunStep;
import org.limbeck.operation.WhenCondition;
import org.limbeck.state.ReplayedState;

/** One section of an SQL script. Not thread-safe. */
final class SqlBody {
    private static final int WIDTH = 117;

    private final Dialect dialect;
    private final StringBuilder text = new StringBuilder();
    private final List<Operation> waiting = new ArrayList<>();
    private ReplayedState state;
    private boolean tall;

    /** @param before the schema before the section */
    SqlBody(Dialect dialect, ReplayedState before) {
        this.dialect = dialect;
        this.state = before;
    }

    String text(List<Draft.Line> lines) {
        for (Draft.Line line : lines) {
            if (line instanceof Draft.Line.Do run) {
                run(run.operation());
            } else if (line instanceof Draft.Line.Off off) {
                flush();
                off(off);
            } else {
                flush();
                comment(((Draft.Line.Note) line).text());
            }
        }
        flush();
        return text.toString();
    }

    /** The schema after the section. */
    ReplayedState state() {
        return state;
    }

    private void run(Operation operation) {
        if (operation instanceof OnDialects on) {
            (dialect.isAmong(on.dialects()) ? on.then() : on.otherwise()).forEach(this::run);
        } else if (operation instanceof Invert invert) {
            flush();
            inverse(invert).forEach(this::run);
        } else if (operation instanceof CheckData check) {
            flush();
            check(check);
        } else if (operation instanceof Lossy || operation instanceof Irreversible) {
            flush();
            comment(operation.describe());
        } else if (operation instanceof WhenCondition
                || operation instanceof RunStep
                || operation instanceof InsertCsv) {
            throw unsayable(operation, "It is decided or done while the script runs, which SQL alone cannot do.");
        } else {
            waiting.add(operation);
        }
    }

    private List<Operation> inverse(Invert invert) {
        Inverse inverse = Blocks.inverse(state.schema(), invert.operations());
        return inverse.operations().orElseThrow(() -> unsayable(invert, inverse.reason()));
    }

    private void check(CheckData check) {
        if (!(check.expectation() instanceof Expectation.NoRows)) {
            throw unsayable(check, "A check of an SQL script is a query that gives no row.");
        }
        gap(true);
        text.append("--@ check ").append(check.name()).append('\n');
        statement(dialect.words(check.query()));
    }

    /** Neighbours are rendered together, so that one ALTER may do the work of several. */
    private void flush() {
        List<Operation> operations = List.copyOf(waiting);
        waiting.clear();
        for (StatementGroup group : render(operations)) {
            for (Statement statement : group.statements()) {
                if (statement.placement() == Placement.ISOLATED) {
                    throw unsayable(
                            operations.get(group.first()),
                            dialect.title() + " rebuilds the table, with foreign keys switched off around it.");
                }
                gap(statement.sql().indexOf('\n') >= 0);
                statement(statement.sql());
            }
        }
        for (Operation operation : operations) {
            state = state.after(operation);
        }
    }

    private List<StatementGroup> render(List<Operation> operations) {
        return operations.isEmpty() ? List.of() : dialect.renderer().render(operations, state);
    }

    private void off(Draft.Line.Off off) {
        comment(off.reason());
        for (String line : offLines(off.operation())) {
            text.append(line.isEmpty() ? "--" : "-- ").append(line).append('\n');
        }
    }

    private List<String> offLines(Operation operation) {
        List<String> lines = new ArrayList<>();
        try {
            for (StatementGroup group : render(List.of(operation))) {
                for (Statement statement : group.statements()) {
                    if (statement.placement() == Placement.ISOLATED) {
                        return List.of(operation.describe());
                    }
                    SqlEnd.ended(statement.sql(), dialect.syntax()).lines().forEach(lines::add);
                }
            }
            return lines;
        } catch (LimbeckException e) {
            return List.of(operation.describe());
        }
    }

    private void comment(String words) {
        gap(true);
        Comments.lines(words, WIDTH)
                .forEach(line -> text.append("-- ").append(line).append('\n'));
    }

    private void statement(String sql) {
        text.append(SqlEnd.ended(sql, dialect.syntax())).append('\n');
    }

    /** A blank line around what has several lines. */
    private void gap(boolean nowTall) {
        if (!text.isEmpty() && (tall || nowTall)) {
            text.append('\n');
        }
        tall = nowTall;
    }

    private static RuntimeException unsayable(Operation operation, String why) {
        return Problem.of(ErrorCode.NOT_SUPPORTED_HERE, "An SQL script cannot say: " + operation.describe())
                .why(why)
                .todo("write a Java script: leave out --sql")
                .exception();
    }
}
