package org.limbeck.testkit.history;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;

import org.opentest4j.AssertionFailedError;

import org.limbeck.Limbeck;
import org.limbeck.autogenerate.ProposalRequest;
import org.limbeck.command.RunOptions;
import org.limbeck.command.RunResult;
import org.limbeck.dialect.Dialect;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.graph.AppliedSet;
import org.limbeck.graph.Navigator;
import org.limbeck.graph.RevisionGraph;
import org.limbeck.graph.RevisionNode;
import org.limbeck.graph.Route;
import org.limbeck.model.Model;
import org.limbeck.model.ModelSource;
import org.limbeck.model.ModelSources;
import org.limbeck.schema.Schema;

/** Climbs one history on one database. Not thread-safe. */
final class Climb {
    private final Limbeck limbeck;
    private final DataSource dataSource;
    private final Dialect dialect;
    private final Stairway.Rules rules;
    private final RevisionGraph graph;
    private final Seeder seeder;
    private final Losses losses;
    private final List<String> failures = new ArrayList<>();
    private final List<String> oneWay = new ArrayList<>();

    Climb(Limbeck limbeck, DataSource dataSource, Dialect dialect, Stairway.Rules rules) {
        this.limbeck = limbeck;
        this.dataSource = dataSource;
        this.dialect = dialect;
        this.rules = rules;
        this.graph = limbeck.graph();
        this.seeder = new Seeder(dialect);
        this.losses = new Losses(new Declarations(limbeck, dialect, rules.parameters()), rules.ignored());
    }

    /** @throws AssertionError with every failure */
    StairwayReport run() {
        Route route = new Navigator(AppliedSet.empty(graph)).upgrade("heads");
        List<String> ids = route.moves().stream().map(Route.Move::revision).toList();
        boolean goesOn = true;
        for (int i = 0; i < ids.size() && goesOn; i++) {
            goesOn = step(graph.get(ids.get(i)));
        }
        if (goesOn) {
            compareModel();
        }
        String title = dialect.title() + " " + dialect.server().version();
        StairwayReport report = new StairwayReport(title, ids, oneWay, losses.all(), new TreeMap<>(seeder.unseeded()));
        losses.all().stream()
                .filter(loss -> rules.strict() || loss.declared().isEmpty())
                .forEach(loss -> failures.add(
                        loss + (loss.declared().isEmpty() ? ", and its script does not say so: op.lossy(...)" : "")));
        if (!failures.isEmpty()) {
            throw new AssertionFailedError(title + "\n" + String.join("\n", failures));
        }
        return report;
    }

    /** Whether the database is in a state to go on from. */
    private boolean step(RevisionNode revision) {
        try (Connection connection = dataSource.getConnection()) {
            Schema before = limbeck.schema();
            List<TableRows> rows = TableRows.read(connection, dialect, before);
            if (!up(revision, "cannot be run up with rows in the tables")) {
                return false;
            }
            Schema after = limbeck.schema();
            seed(connection, revision);
            seeder.fill(connection, before, after);
            return !down(revision)
                    ? oneWay.contains(revision.id())
                    : compareBelow(connection, revision, before, after, rows)
                            && upAgain(connection, revision, before, after);
        } catch (SQLException e) {
            failures.add(told(revision) + " leads to a database that cannot be read: " + e.getMessage());
            return false;
        }
    }

    private boolean up(RevisionNode revision, String what) {
        RunOptions options = RunOptions.USUAL.with(rules.parameters());
        try {
            limbeck.upgrade(List.of(revision.id()), options);
            return true;
        } catch (LimbeckException e) {
            failures.add(told(revision) + " " + what + ":\n" + indented(String.valueOf(e.getMessage())));
            return false;
        }
    }

    private boolean down(RevisionNode revision) {
        RunOptions options = RunOptions.USUAL.with(rules.parameters()).allowingDataLoss(true);
        try {
            RunResult result = limbeck.downgrade(below(revision), options);
            if (result.moves().size() == 1) {
                return true;
            }
            failures.add(told(revision) + " cannot be taken down alone: " + result.moves());
        } catch (LimbeckException e) {
            if (e.code() == ErrorCode.IRREVERSIBLE) {
                oneWay.add(revision.id());
            } else {
                failures.add(told(revision) + " cannot be taken down with rows in the tables:\n"
                        + indented(String.valueOf(e.getMessage())));
            }
        }
        return false;
    }

    /** The target that takes down this revision and no other: down to a parent, on its own branch. */
    private String below(RevisionNode revision) {
        List<RevisionNode> parents = graph.parents(revision.id());
        return revision.id() + "@"
                + (parents.isEmpty() ? "base" : parents.get(0).id());
    }

    private boolean compareBelow(
            Connection connection, RevisionNode revision, Schema before, Schema after, List<TableRows> rows)
            throws SQLException {
        List<String> differences = Sameness.differences(limbeck.schema(), before, dialect);
        if (!differences.isEmpty()) {
            failures.add(told(revision) + ": its downgrade does not lead back to the schema before it:\n"
                    + indented(String.join("\n", differences)));
            return false;
        }
        for (TableRows table : rows) {
            losses.compare(revision.id(), table, table.again(connection, dialect), after);
        }
        return true;
    }

    private boolean upAgain(Connection connection, RevisionNode revision, Schema before, Schema after)
            throws SQLException {
        if (!up(revision, "cannot be run up again after its downgrade")) {
            return false;
        }
        List<String> differences = Sameness.differences(limbeck.schema(), after, dialect);
        if (!differences.isEmpty()) {
            failures.add(told(revision) + ": its second upgrade leads to another schema than the first:\n"
                    + indented(String.join("\n", differences)));
            return false;
        }
        seed(connection, revision);
        seeder.fill(connection, before, after);
        return true;
    }

    /** After the second way up, rows of the first may still be there. */
    private void seed(Connection connection, RevisionNode revision) throws SQLException {
        for (String sql : rules.seeds().getOrDefault(revision.id(), List.of())) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                if (!seeder.seen(sql)) {
                    throw new SQLException("the seed  " + sql + "  fails: " + e.getMessage(), e);
                }
            }
            seeder.see(sql);
        }
    }

    private void compareModel() {
        String source = rules.model();
        if (source == null) {
            return;
        }
        ClassLoader loader = Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .orElse(Climb.class.getClassLoader());
        Model model = ModelSources.of(loader)
                .of(limbeck.settings().name(), source)
                .read(new ModelSource.Request(ModelSources.address(source), dialect, Path.of(""), List.of(), loader));
        List<String> differences = limbeck.propose(model, ProposalRequest.USUAL).differences().stream()
                .map(Object::toString)
                .toList();
        if (!differences.isEmpty()) {
            failures.add("the history does not make the model " + source + "; it lacks:\n"
                    + indented(String.join("\n", differences)));
        }
    }

    private static String told(RevisionNode revision) {
        return "revision " + revision.id() + (revision.message().isEmpty() ? "" : " (" + revision.message() + ")")
                + (revision.place() == null ? "" : " at " + revision.place());
    }

    private static String indented(String text) {
        return "  " + text.replace("\n", "\n  ");
    }
}
