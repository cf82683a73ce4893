package org.limbeck.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;
import org.limbeck.graph.Direction;
import org.limbeck.journal.StoredParameters;
import org.limbeck.load.JavaScript;
import org.limbeck.load.LoadedScript;
import org.limbeck.load.ScriptHeader;
import org.limbeck.load.ScriptSource;
import org.limbeck.load.SqlScript;
import org.limbeck.load.SqlSection;
import org.limbeck.load.SqlStep;
import org.limbeck.load.SqlSteps;
import org.limbeck.meaning.Checksum;
import org.limbeck.meaning.Meaning;
import org.limbeck.migration.Recording;
import org.limbeck.operation.CheckData;
import org.limbeck.operation.ExecuteSql;
import org.limbeck.operation.Expectation;
import org.limbeck.operation.Irreversible;
import org.limbeck.operation.OnDialects;
import org.limbeck.operation.Operation;
import org.limbeck.operation.RunStep;
import org.limbeck.operation.WhenCondition;
import org.limbeck.schema.SqlText;

/** Makes steps from scripts: records, numbers, and takes the checksum. */
public final class StepMaker {
    private final Dialect dialect;
    private final Map<String, String> given;

    /** @param given values of parameters, as the user gives them */
    public StepMaker(Dialect dialect, Map<String, String> given) {
        this.dialect = dialect;
        this.given = Map.copyOf(given);
    }

    /**
     * @param stored values of parameters that the journal keeps
     * @throws LimbeckException with the file and line, if the script does not record, or not the same twice
     */
    public Step make(LoadedScript script, Direction direction, Map<String, String> stored) {
        Map<String, String> parameters = parameters(script.header(), stored);
        return script instanceof JavaScript java
                ? java(java, direction, parameters)
                : sql((SqlScript) script, direction, parameters);
    }

    private Map<String, String> parameters(ScriptHeader header, Map<String, String> stored) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : header.parameters()) {
            String value = value(header, name, stored.get(name));
            if (value == null) {
                throw Problem.of(
                                ErrorCode.MISSING_PARAMETER,
                                "Revision " + header.id() + " needs the parameter '" + name + "'")
                        .at(header.node().place())
                        .todo("Give it with  -x " + name + "=...")
                        .exception();
            }
            values.put(name, value);
        }
        return values;
    }

    /** What was stored counts, for it is what the revision was applied with; a secret must be given again. */
    private @Nullable String value(ScriptHeader header, String name, @Nullable String stored) {
        String now = given.get(name);
        if (stored == null) {
            return now;
        }
        if (!StoredParameters.isSecret(name)) {
            return stored;
        }
        if (now == null || !StoredParameters.matches(stored, now)) {
            throw Problem.of(
                            ErrorCode.SECRET_PARAMETER,
                            "Revision " + header.id()
                                    + (now == null
                                            ? " needs its secret parameter '" + name + "' again"
                                            : " was begun with another value of the secret parameter '" + name + "'"))
                    .at(header.node().place())
                    .why("The journal keeps only a hash of it.")
                    .todo("Give the same value again with  -x " + name + "=...")
                    .exception();
        }
        return now;
    }

    // ---- Java

    private Step java(JavaScript script, Direction direction, Map<String, String> parameters) {
        ScriptHeader header = script.header();
        Meaning meaning = new Meaning(dialect, step -> header.codeHash());
        Map<Operation, String> texts = new IdentityHashMap<>();
        Recording up = twice(script, Direction.UP, parameters, meaning, texts);
        Recording recording =
                direction == Direction.UP ? up : twice(script, Direction.DOWN, parameters, meaning, texts);
        requireUniqueNames(recording.operations(), header, new HashSet<>());
        Checksum.Chain chain = new Checksum.Chain();
        for (Operation operation : meaning.chosen(up.operations())) {
            String known = texts.get(operation);
            chain.add(known == null ? meaning.of(operation) : known);
        }
        return new Step(
                header.node(),
                direction,
                new PlanNodes(dialect, recording::place).of(recording.operations()),
                direction == Direction.UP ? Recording.checks(script.migration()) : List.of(),
                chain.checksum(),
                script.sourceHash(),
                parameters,
                true,
                meaning,
                beside(header.source()));
    }

    /**
     * Recording must be a pure function; what is not shows itself the second time.
     *
     * @param texts gets the meaning of each operation
     */
    private static Recording twice(
            JavaScript script,
            Direction direction,
            Map<String, String> parameters,
            Meaning meaning,
            Map<Operation, String> texts) {
        Recording first = once(script, direction, parameters);
        Recording second = once(script, direction, parameters);
        for (int i = 0;
                i < Math.max(first.operations().size(), second.operations().size());
                i++) {
            String a = i < first.operations().size()
                    ? meaning.of(first.operations().get(i))
                    : "";
            String b = i < second.operations().size()
                    ? meaning.of(second.operations().get(i))
                    : "";
            if (!a.equals(b)) {
                throw notRepeatable(script, first, i);
            }
            texts.put(first.operations().get(i), a);
        }
        return first;
    }

    private static LimbeckException notRepeatable(JavaScript script, Recording first, int position) {
        List<Operation> operations = first.operations();
        return Problem.of(
                        ErrorCode.RECORDING_NOT_REPEATABLE,
                        "Revision " + script.id() + " records something else each time")
                .at(
                        position < operations.size()
                                ? first.place(operations.get(position))
                                : script.header().node().place())
                .why("Its operation " + (position + 1) + " differs when it is recorded twice.")
                .why("A script may read no clock, no random number and no environment.")
                .todo(
                        "Declare what varies: @Revision(..., parameters = {\"tenant\"}), and read it with op.parameter(\"tenant\")")
                .exception();
    }

    private static Recording once(JavaScript script, Direction direction, Map<String, String> parameters) {
        List<String> declared = script.header().parameters();
        return direction == Direction.UP
                ? Recording.upgrade(script.migration(), declared, parameters)
                : Recording.downgrade(script.migration(), declared, parameters);
    }

    private static void requireUniqueNames(List<Operation> operations, ScriptHeader header, Set<String> seen) {
        for (Operation operation : operations) {
            if (operation instanceof WhenCondition when) {
                requireUniqueNames(when.then(), header, seen);
                requireUniqueNames(when.otherwise(), header, seen);
            } else if (operation instanceof OnDialects on) {
                requireUniqueNames(on.then(), header, seen);
                // Only one of them runs.
                requireUniqueNames(on.otherwise(), header, new HashSet<>(seen));
            } else if (operation instanceof RunStep run && !seen.add(run.name())) {
                throw Problem.of(
                                ErrorCode.INVALID_OPERATION,
                                "Revision " + header.id() + " has two data steps named '" + run.name() + "'")
                        .at(header.node().place())
                        .todo("Give each a name of its own.")
                        .exception();
            }
        }
    }

    // ---- SQL

    private Step sql(SqlScript script, Direction direction, Map<String, String> parameters) {
        ScriptHeader header = script.header();
        Meaning meaning = new Meaning(dialect, Checksum.CodeHashes.of(Map.of()));
        Checksum.Chain chain = new Checksum.Chain();
        try (SqlSteps steps = script.upgrade().open(parameters)) {
            steps.forEachRemaining(step -> chain.add(meaning.of(operation(step))));
        }
        SqlSection section = direction == Direction.UP ? script.upgrade() : script.downgrade();
        Iterable<PlanNode> nodes = section == null
                ? List.of(new PlanNode.Leaf(
                        "1",
                        new Irreversible("the script has no downgrade section"),
                        header.node().place()))
                : () -> nodes(section.open(parameters));
        return new Step(
                header.node(),
                direction,
                nodes,
                direction == Direction.UP ? checks(script, parameters) : List.of(),
                chain.checksum(),
                script.sourceHash(),
                parameters,
                script.transactional(),
                meaning,
                beside(header.source()));
    }

    private static List<CheckData> checks(SqlScript script, Map<String, String> parameters) {
        List<CheckData> checks = new ArrayList<>();
        for (SqlStep.Check check : script.checks(parameters)) {
            checks.add(new CheckData(check.name(), SqlText.of(check.sql()), new Expectation.NoRows()));
        }
        return checks;
    }

    /** Numbers the steps as they are read; closes the script at its end. */
    private static Iterator<PlanNode> nodes(SqlSteps steps) {
        return new Iterator<>() {
            private int position;

            @Override
            public boolean hasNext() {
                boolean more = steps.hasNext();
                if (!more) {
                    steps.close();
                }
                return more;
            }

            @Override
            public PlanNode next() {
                SqlStep step = steps.next();
                position++;
                return new PlanNode.Leaf(String.valueOf(position), operation(step), step.place());
            }
        };
    }

    private static Operation operation(SqlStep step) {
        SqlText sql = SqlText.of(step.sql());
        return step instanceof SqlStep.Check check
                ? new CheckData(check.name(), sql, new Expectation.NoRows())
                : new ExecuteSql(sql, null, org.limbeck.operation.Effect.unknown(), false, step.place());
    }

    /** Files beside a script; nothing above its folder is reached. */
    private static Step.Resources beside(ScriptSource source) {
        return name -> {
            if (name.contains("..") || name.startsWith("/")) {
                throw new IOException("a resource must lie beside its script: " + name);
            }
            return source.beside(name).open();
        };
    }
}
