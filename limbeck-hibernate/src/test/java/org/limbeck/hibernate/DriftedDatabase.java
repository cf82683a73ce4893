package org.limbeck.hibernate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.limbeck.Limbeck;
import org.limbeck.autogenerate.Proposal;
import org.limbeck.autogenerate.ProposalRequest;
import org.limbeck.autogenerate.RenameQuestion;
import org.limbeck.command.RunOptions;
import org.limbeck.compare.Difference;
import org.limbeck.compare.Renaming;
import org.limbeck.dialect.Dialect;
import org.limbeck.error.LimbeckException;
import org.limbeck.graph.RevisionId;
import org.limbeck.model.Model;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.testkit.server.TestDatabase;
import org.limbeck.write.Draft;
import org.limbeck.write.JavaWriter;
import org.limbeck.write.ScriptHead;
import org.limbeck.write.SqlWriter;

/** A database that is changed by hand, and repaired by revisions that are drafted, written and run as users do. */
final class DriftedDatabase {
    private final Connection connection;
    private final Dialect dialect;
    private final Path folder;
    private final Limbeck limbeck;
    private final List<String> revisions = new ArrayList<>();
    private final List<String> filled = new ArrayList<>();

    DriftedDatabase(TestDatabase database, Connection connection, Dialect dialect, Path folder) {
        this.connection = connection;
        this.dialect = dialect;
        this.folder = folder;
        this.limbeck = Limbeck.configure()
                .dataSource(database.dataSource())
                .scripts(folder.toString())
                .load();
    }

    Schema schema() {
        return limbeck.schema();
    }

    void execute(List<String> statements) throws SQLException {
        for (String sql : statements) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new SQLException(e.getMessage() + "\n  in: " + sql, e);
            }
        }
    }

    /** Makes what is missing, before anything is changed by hand. */
    void catchUp(Model model) throws IOException {
        Proposal proposal = propose(model, List.of(), List.of());
        if (!proposal.isEmpty()) {
            repair(proposal);
        }
    }

    /**
     * Does one drift, looks whether it is named, repairs it, and tells what is not as it should be. What a repair leaves is
     * found beside the next drift, for that is named word by word, and by {@link #left} after the last.
     */
    List<String> drift(HandMade.Drift drift, Model model) throws SQLException, IOException {
        List<String> failures = new ArrayList<>();
        Map<String, List<String>> rows = rows(drift);
        execute(drift.statements());
        Proposal proposal = propose(model, List.of(), List.of());
        List<String> found = proposal.differences().stream()
                .map(Difference::toString)
                .sorted()
                .toList();
        if (drift.said().isEmpty() || !found.equals(drift.differences())) {
            failures.add(drift.name() + ": found\n" + String.join("\n", found));
        }
        List<String> asked =
                proposal.questions().stream().map(RenameQuestion::text).toList();
        List<String> expected = new ArrayList<>(drift.texts('?'));
        expected.addAll(drift.texts('!'));
        if (!Set.copyOf(asked).equals(Set.copyOf(expected))) {
            failures.add(drift.name() + ": asked " + asked);
        }
        if (!proposal.remarks().containsAll(drift.texts('%'))) {
            failures.add(drift.name() + ": told " + proposal.remarks());
        }
        if (!proposal.questions().isEmpty()) {
            proposal = propose(model, renamings(proposal, drift.texts('?')), renamings(proposal, drift.texts('!')));
        }
        if (!proposal.isEmpty()) {
            repair(proposal);
        }
        execute(drift.undo());
        if (!rows(drift).equals(rows)) {
            failures.add(drift.name() + ": rows were " + rows + "\n  and are " + rows(drift));
        }
        return failures;
    }

    /** What differs yet. */
    List<String> left(Model model) {
        return propose(model, List.of(), List.of()).differences().stream()
                .map(difference -> "left: " + difference)
                .toList();
    }

    private Proposal propose(Model model, List<Renaming> renamings, List<Renaming> different) {
        return limbeck.propose(model, new ProposalRequest(true, renamings, different));
    }

    private static List<Renaming> renamings(Proposal proposal, List<String> texts) {
        return proposal.questions().stream()
                .filter(question -> texts.contains(question.text()))
                .map(RenameQuestion::renaming)
                .toList();
    }

    private void repair(Proposal proposal) throws IOException {
        String id = RevisionId.generate();
        List<String> downs = revisions.isEmpty() ? List.of() : List.of(revisions.get(revisions.size() - 1));
        ScriptHead head = new ScriptHead(
                "", "R" + revisions.size(), id, downs, List.of(), List.of(), LocalDateTime.now(), "repair");
        Draft draft = proposal.draft().brief();
        // A rebuild of a table on SQLite cannot be said in an SQL script.
        boolean java = dialect.name().equals("sqlite");
        String text = java
                ? JavaWriter.write(head, draft)
                : SqlWriter.write(head, draft, dialect, proposal.changes().have());
        Path file = folder.resolve(head.name() + (java ? ".java" : ".sql"));
        Files.writeString(file, text);
        try {
            limbeck.upgrade(List.of("head"), RunOptions.USUAL.allowingDataLoss(true));
            revisions.add(id);
        } catch (LimbeckException e) {
            Files.delete(file);
            throw e;
        }
    }

    // ---- rows

    /** The rows of tables that had some at the beginning: their values, or how many they are where values are lost. */
    private Map<String, List<String>> rows(HandMade.Drift drift) throws SQLException {
        if (filled.isEmpty()) {
            filled.addAll(filled());
        }
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : filled) {
            List<String> all = texts("SELECT * FROM " + dialect.identifier(table));
            rows.put(table, drift.losesValues() ? List.of("" + all.size()) : all);
        }
        return rows;
    }

    private List<String> filled() throws SQLException {
        List<String> names = new ArrayList<>();
        for (QualifiedName table : limbeck.schema().tables().keySet()) {
            if (!texts("SELECT * FROM " + dialect.identifier(table.name())).isEmpty()) {
                names.add(table.name());
            }
        }
        return names;
    }

    private List<String> texts(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    values.add(result.getMetaData().getColumnName(i) + "=" + result.getString(i));
                }
                values.sort(null);
                texts.add(String.join(", ", values));
            }
            texts.sort(null);
            return texts;
        }
    }
}
