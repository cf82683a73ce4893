package org.limbeck.run;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.data.Data;
import org.limbeck.dialect.Failure;
import org.limbeck.dialect.Feature;
import org.limbeck.dialect.Placement;
import org.limbeck.dialect.StateView;
import org.limbeck.dialect.Statement;
import org.limbeck.dialect.StatementGroup;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Place;
import org.limbeck.error.Problem;
import org.limbeck.graph.Direction;
import org.limbeck.journal.JournalRow;
import org.limbeck.journal.Progress;
import org.limbeck.journal.RowState;
import org.limbeck.journal.StoredParameters;
import org.limbeck.operation.CheckData;
import org.limbeck.operation.CreateTable;
import org.limbeck.operation.ExecuteSql;
import org.limbeck.operation.InsertCsv;
import org.limbeck.operation.InsertRows;
import org.limbeck.operation.Irreversible;
import org.limbeck.operation.Lossy;
import org.limbeck.operation.Operation;
import org.limbeck.operation.Row;
import org.limbeck.operation.RunStep;
import org.limbeck.plan.PlanNode;
import org.limbeck.plan.Step;

/** Runs one step from where it stands to its end. Used once. */
public final class StepRunner {
    private static final int ROWS_OF_CSV = 500;
    private static final Set<String> CODE = Set.of("CALL", "DO", "EXEC", "EXECUTE", "BEGIN", "DECLARE");
    private static final Set<String> ROWS =
            Set.of("INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE", "WITH", "SELECT", "COPY", "LOAD", "VALUES");

    private final Session session;
    private final Step step;
    private final @Nullable JournalRow found;
    private final Work work;
    private final Undoing undoing;
    private final List<PlanNode.Leaf> batch = new ArrayList<>();

    private boolean skipping;
    private int skipped;
    private String chain = "";
    private @Nullable Place at;
    private String label = "";

    /**
     * @param found the row of the revision, or null
     * @param start how far it is already
     */
    public StepRunner(Session session, Step step, @Nullable JournalRow found, Progress start) {
        this.session = session;
        this.step = step;
        this.found = found;
        RowState state = step.direction() == Direction.UP ? RowState.UPGRADING : RowState.DOWNGRADING;
        this.work = new Work(session, step, state, found, start.withParameters(StoredParameters.of(step.parameters())));
        this.undoing = new Undoing(session);
        this.skipping = start.done() != null;
    }

    /**
     * Runs the step.
     *
     * @throws LimbeckException if it fails; what stays of it is in the journal, and running it again goes on there
     */
    public void run() {
        session.listener().on(new RunEvent.StepStarted(step.revision(), step.direction(), resumed()));
        try {
            requireUnedited(work.progress().intent());
            work.settleIntent();
            skipping = work.progress().done() != null;
            walk();
            if (skipping) {
                throw edited(skipped);
            }
            verify();
            if (step.direction() == Direction.UP) {
                work.finishApplied();
            } else {
                work.finishRemoved("downgraded");
            }
        } catch (SQLException | RuntimeException e) {
            throw failed(e);
        }
        session.listener()
                .on(new RunEvent.StepFinished(
                        step.revision(), step.direction(), work.statements(), work.millis(), false));
    }

    private RunEvent.@Nullable Resumed resumed() {
        return found == null || !found.dirty()
                ? null
                : new RunEvent.Resumed(
                        String.valueOf(found.position()), found.at(), found.by() + "@" + found.host(), false);
    }

    // ---- walking

    private void walk() throws SQLException {
        Deque<Iterator<PlanNode>> open = new ArrayDeque<>();
        open.push(step.nodes().iterator());
        while (!open.isEmpty()) {
            if (!open.peek().hasNext()) {
                open.pop();
                continue;
            }
            PlanNode node = open.peek().next();
            if (node instanceof PlanNode.Choice choice) {
                flush();
                open.push((decide(choice) ? choice.then() : choice.otherwise()).iterator());
            } else {
                visit((PlanNode.Leaf) node);
            }
        }
        flush();
    }

    private boolean decide(PlanNode.Choice choice) throws SQLException {
        Boolean known = work.progress().decisions().get(choice.path());
        if (known != null) {
            return known;
        }
        if (skipping) {
            throw edited(skipped);
        }
        at = choice.place();
        Conditions conditions = new Conditions(session);
        boolean answer = conditions.answer(choice.operation().condition());
        if (!answer) {
            conditions.requireSame(choice);
        }
        work.decided(choice.path(), answer);
        session.listener()
                .on(new RunEvent.Decided(
                        step.revision().id(),
                        choice.path(),
                        choice.operation().condition().describe(),
                        answer));
        return answer;
    }

    private void visit(PlanNode.Leaf leaf) throws SQLException {
        if (skipping) {
            skip(leaf);
            return;
        }
        Operation operation = leaf.operation();
        if (operation instanceof RunStep || operation instanceof CheckData || operation instanceof InsertCsv) {
            flush();
            at = leaf.place();
            label = operation.describe();
            special(leaf);
        } else if (operation instanceof Irreversible irreversible) {
            throw Problem.of(
                            ErrorCode.IRREVERSIBLE,
                            "Revision " + step.revision().id() + " has no way back")
                    .at(leaf.place())
                    .why(irreversible.why())
                    .exception();
        } else if (!(operation instanceof Lossy)) {
            if (!batch.isEmpty() && !together(batch.get(0).operation(), operation)) {
                flush();
            }
            batch.add(leaf);
        }
    }

    /** Neighbours that concern one and the same table may become one statement; creations have one intent. */
    private boolean together(Operation first, Operation next) {
        boolean creates = first instanceof CreateTable && next instanceof CreateTable;
        if (creates && !session.dialect().supports(Feature.TRANSACTIONAL_DDL)) {
            return true;
        }
        return first.tables().size() == 1
                && first.tables().equals(next.tables())
                && !(first instanceof ExecuteSql)
                && !(next instanceof ExecuteSql);
    }

    /** What is done already must still be what the script says. */
    private void skip(PlanNode.Leaf leaf) {
        Operation operation = leaf.operation();
        if (operation instanceof Lossy || operation instanceof Irreversible) {
            return;
        }
        List<String> hashes = work.progress().hashes();
        String hash = hash(operation);
        if (skipped < hashes.size() && !hashes.get(skipped).equals(hash)) {
            throw edited(skipped);
        }
        skipped++;
        chain = Progress.link(chain, hash);
        if (leaf.path().equals(work.progress().done())) {
            if (!chain.equals(work.progress().chain())) {
                throw edited(skipped);
            }
            skipping = false;
        }
    }

    private LimbeckException edited(int position) {
        return Problem.of(
                        ErrorCode.EDITED_PREFIX,
                        "Revision " + step.revision().id() + " is half done, and what is done of it was edited")
                .at(step.revision().place())
                .why("Its operation " + (position + 1) + " is not the one that was executed.")
                .todo("Put the old text back, or back it out:  limbeck "
                        + (step.direction() == Direction.UP ? "downgrade" : "upgrade") + " "
                        + step.revision().id()
                        + (step.direction() == Direction.UP ? "-1" : ""))
                .exception();
    }

    /** An operation whose statements are half executed must still be what the script says. */
    private void requireUnedited(Progress.@Nullable Intent intent) {
        if (intent == null
                || intent.statement() == 0
                || intent.hashes().isEmpty()
                || !(step.nodes() instanceof List<PlanNode> nodes)) {
            return;
        }
        String last = intent.hashes().get(intent.hashes().size() - 1);
        for (PlanNode node : nodes) {
            boolean edited = node.path().equals(intent.path())
                    && node instanceof PlanNode.Leaf leaf
                    && !hash(leaf.operation()).equals(last);
            if (edited) {
                throw edited(work.progress().hashes().size() + intent.hashes().size() - 1);
            }
        }
    }

    private String hash(Operation operation) {
        return Creates.hash(step, operation);
    }

    // ---- SQL

    private void flush() throws SQLException {
        if (batch.isEmpty()) {
            return;
        }
        List<PlanNode.Leaf> leaves = List.copyOf(batch);
        batch.clear();
        at = leaves.get(0).place();
        label = leaves.get(0).operation().describe();
        List<Operation> operations =
                leaves.stream().map(PlanNode.Leaf::operation).toList();
        StateView before = session.live();
        List<StatementGroup> groups = session.dialect().renderer().render(operations, before);
        for (int i = 0; i < groups.size(); i++) {
            int creates = Creates.run(groups, i, leaves);
            if (creates > 0) {
                create(groups.subList(i, i + creates), leaves, before);
                i += creates - 1;
            } else {
                run(groups.get(i), leaves, before);
            }
        }
    }

    private void run(StatementGroup group, List<PlanNode.Leaf> leaves, StateView before) throws SQLException {
        List<PlanNode.Leaf> members = leaves.subList(group.first(), group.last() + 1);
        at = members.get(0).place();
        label = members.get(0).operation().describe();
        if (!group.statements().isEmpty()) {
            work.run(task(members, group, before), placed(group.statements()));
        } else {
            work.skip(task(members, group, before));
        }
        members.forEach(member -> session.live().executed(member.operation()));
    }

    private void create(List<StatementGroup> groups, List<PlanNode.Leaf> leaves, StateView before) throws SQLException {
        List<Work.Task> tasks = new ArrayList<>();
        for (StatementGroup group : groups) {
            tasks.add(task(List.of(leaves.get(group.first())), group, before));
        }
        work.intendCreates(tasks);
        for (int i = 0; i < groups.size(); i++) {
            PlanNode.Leaf leaf = leaves.get(groups.get(i).first());
            at = leaf.place();
            label = leaf.operation().describe();
            work.create(tasks.get(i), groups.get(i).statements().get(0));
            session.live().executed(leaf.operation());
        }
    }

    /** In a script that wants no transaction each statement commits by itself. */
    private List<Statement> placed(List<Statement> statements) {
        if (step.transactional()) {
            return statements;
        }
        return statements.stream()
                .map(s -> s.placement() == Placement.INSIDE ? new Statement(s.sql(), Placement.OUTSIDE) : s)
                .toList();
    }

    private Work.Task task(List<PlanNode.Leaf> members, StatementGroup group, StateView before) {
        List<String> hashes = new ArrayList<>();
        List<Progress.Undo> undo = new ArrayList<>();
        StateView state = before;
        for (PlanNode.Leaf member : members) {
            hashes.add(hash(member.operation()));
            if (undoing.needed(member.operation())) {
                undo.add(undoing.of(member, state));
                state = members.size() == 1 ? state : state.after(member.operation());
            }
        }
        PlanNode.Leaf last = members.get(members.size() - 1);
        Operation first = members.get(0).operation();
        String sql =
                group.statements().isEmpty() ? "" : group.statements().get(0).sql();
        return new Work.Task(
                last.path(),
                members.size() == 1 ? first.describe() : first.describe() + " and " + (members.size() - 1) + " more",
                new Fingerprints(session).concerned(first, sql),
                knowable(first, sql),
                hashes,
                undo);
    }

    /** A procedure may do anything, so its traces tell nothing; unless the script says that repeating is harmless. */
    private boolean knowable(Operation operation, String sql) {
        if (!(operation instanceof ExecuteSql raw) || raw.repeatable()) {
            return true;
        }
        String head = StatementText.head(sql, session.dialect().syntax());
        return !CODE.contains(head) && (step.transactional() || !ROWS.contains(head));
    }

    // ---- what is no SQL

    private void special(PlanNode.Leaf leaf) throws SQLException {
        Operation operation = leaf.operation();
        work.guard();
        if (operation instanceof CheckData check) {
            new DataChecks(session).require(check, step.revision().id(), leaf.place());
        } else if (operation instanceof RunStep run) {
            work.begin();
            runCode(run);
            session.live().forget();
        } else if (operation instanceof InsertCsv csv) {
            insert(csv);
        }
        List<Progress.Undo> undo =
                operation instanceof CheckData ? List.of() : List.of(undoing.of(leaf, session.live()));
        work.skip(new Work.Task(leaf.path(), operation.describe(), List.of(), true, List.of(hash(operation)), undo));
    }

    private void runCode(RunStep run) throws SQLException {
        try {
            run.step().run(new StepData(run.name()));
        } catch (SQLException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw Problem.of(ErrorCode.STATEMENT_FAILED, "The data step '" + run.name() + "' fails")
                    .at(at)
                    .why(String.valueOf(e.getMessage()))
                    .exception(e);
        }
    }

    private final class StepData implements Data {
        private final String name;

        StepData(String name) {
            this.name = name;
        }

        @Override
        public Connection connection() {
            return GuardedConnection.of(session.connection(), session.dialect(), name);
        }

        @Override
        public String dialect() {
            return session.dialect().name();
        }

        @Override
        public String parameter(String parameter) {
            Map<String, String> values = step.parameters();
            if (!values.containsKey(parameter)) {
                throw Problem.of(
                                ErrorCode.UNDECLARED_PARAMETER,
                                "The data step '" + name + "' reads the parameter '" + parameter
                                        + "', which its revision does not declare")
                        .at(at)
                        .exception();
            }
            return values.get(parameter);
        }

        @Override
        public void progress(long done, long total) {
            session.listener().on(new RunEvent.Progressed(step.revision().id(), name, done, total));
        }
    }

    private void insert(InsertCsv csv) throws SQLException {
        work.begin();
        try (Reader source = new InputStreamReader(step.resources().open(csv.resource()), StandardCharsets.UTF_8)) {
            Csv file = new Csv(source, csv.resource());
            for (List<Row> rows = file.rows(ROWS_OF_CSV); !rows.isEmpty(); rows = file.rows(ROWS_OF_CSV)) {
                List<Operation> insert = List.of(new InsertRows(csv.table(), rows));
                for (StatementGroup group : session.dialect().renderer().render(insert, session.live())) {
                    work.executeInside(group.statements());
                }
            }
        } catch (IOException e) {
            throw Problem.of(ErrorCode.FILE_PROBLEM, "The file " + csv.resource() + " cannot be read")
                    .at(at)
                    .why(String.valueOf(e.getMessage()))
                    .exception(e);
        }
    }

    private void verify() throws SQLException {
        for (CheckData check : step.verify()) {
            label = check.describe();
            new DataChecks(session)
                    .require(check, step.revision().id(), step.revision().place());
        }
    }

    // ---- failure

    private LimbeckException failed(Exception e) {
        boolean nothingStays = work.abandon(e);
        session.listener()
                .on(new RunEvent.StepFailed(
                        step.revision(), step.direction(), work.progress().position(), nothingStays));
        return Failures.of(e, session, step, label, at, nothingStays);
    }

    /** Whether an error means that the connection is gone. */
    static boolean lost(Exception e, Session session) {
        return e instanceof SQLException sql && session.dialect().failure(sql) == Failure.CONNECTION_LOST;
    }
}
