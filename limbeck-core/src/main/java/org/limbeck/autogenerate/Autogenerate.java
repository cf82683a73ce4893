package org.limbeck.autogenerate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.limbeck.baseline.Expectations;
import org.limbeck.baseline.Ownership;
import org.limbeck.command.Databases;
import org.limbeck.command.Status;
import org.limbeck.command.StatusReader;
import org.limbeck.compare.CompareOptions;
import org.limbeck.compare.Difference;
import org.limbeck.compare.ObjectKind;
import org.limbeck.compare.Renames;
import org.limbeck.compare.SchemaChanges;
import org.limbeck.compare.SchemaDiff;
import org.limbeck.compare.Subject;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.connect.OpenDatabase;
import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.DialectProvider;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.graph.RevisionNode;
import org.limbeck.load.Scripts;
import org.limbeck.migration.Environment;
import org.limbeck.model.Model;
import org.limbeck.replay.Replay;
import org.limbeck.schema.Schema;

/** Compares a model with a database, or with what the history makes, and drafts the revision that is missing. */
public final class Autogenerate {
    private final DatabaseSettings settings;
    private final Scripts scripts;

    public Autogenerate(DatabaseSettings settings, Scripts scripts) {
        this.settings = settings;
        this.scripts = scripts;
    }

    /**
     * Compares with a live database, which must be at the head.
     *
     * @throws org.limbeck.error.LimbeckException NOT_AT_HEAD with the command to run
     */
    public Proposal live(OpenDatabase database, Model model, ProposalRequest request) {
        requireHead(new StatusReader(settings, scripts, database).read(false));
        try {
            Connection connection = database.connection();
            Schema have = database.dialect().reflector().schema(connection, null);
            return proposal(have, database.dialect(), model, request, List.of());
        } catch (SQLException e) {
            throw Databases.failed(database.dialect(), settings, e);
        }
    }

    /** Compares with what the history makes; needs no database. */
    public Proposal history(
            Dialect dialect,
            List<DialectProvider> providers,
            Model model,
            Map<String, String> parameters,
            ProposalRequest request) {
        Replay replay = Expectations.ofHeads(settings, scripts, dialect, providers, parameters);
        List<String> remarks = new ArrayList<>();
        for (Replay.Unknown unknown : replay.unknowns()) {
            remarks.add("Revision " + unknown.revision()
                    + " holds raw SQL whose effect is not known without a database: " + unknown.what());
        }
        return proposal(replay.schema(), dialect, model, request, remarks);
    }

    private Proposal proposal(
            Schema have, Dialect dialect, Model model, ProposalRequest request, List<String> remarks) {
        CompareOptions options = CompareOptions.USUAL
                .withFilter(Ownership.filter(settings))
                .withTablesOnly(model.scope() == Model.Scope.TABLES)
                .withRenamings(request.renamings());
        Environment environment = scripts.environment();
        SchemaChanges changes = SchemaDiff.between(have, model.schema(), dialect, options)
                .only(difference -> includes(environment, difference));
        List<RenameQuestion> questions = Renames.propose(changes, dialect).stream()
                .map(proposal ->
                        new RenameQuestion(proposal.renaming(), proposal.score(), proposal.removed(), proposal.added()))
                .toList();
        List<String> all = new ArrayList<>(remarks);
        all.addAll(model.remarks());
        all.addAll(changes.remarks());
        return new Proposal(
                model.schema().tables().size(),
                changes,
                questions,
                DraftMaker.of(changes, request.allowDrop(), questions, environment),
                all);
    }

    private static boolean includes(Environment environment, Difference difference) {
        Subject subject = difference.subject();
        String part = subject.part();
        String name = part == null ? subject.name().toString() : subject.name() + "." + part;
        return environment.includes(kind(subject.kind()), name)
                && (part == null || environment.includes("table", subject.name().toString()));
    }

    private static String kind(ObjectKind kind) {
        return switch (kind) {
            case PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CHECK, EXCLUSION -> "constraint";
            default -> kind.word();
        };
    }

    /** What is generated must follow on what is there. */
    private void requireHead(Status status) {
        boolean unversioned = status.state() == Status.State.UNVERSIONED_EMPTY
                || status.state() == Status.State.UNVERSIONED_WITH_TABLES;
        boolean begins = scripts.headers().isEmpty() && unversioned;
        if (begins || status.state() == Status.State.UP_TO_DATE) {
            return;
        }
        throw Problem.of(ErrorCode.NOT_AT_HEAD, "Database '" + settings.name() + "' is not at the head of its history")
                .why(why(status))
                .why("A draft made now would hold what other revisions do already.")
                .todo(todo(status))
                .exception();
    }

    private String why(Status status) {
        return switch (status.state()) {
            case BEHIND, UNVERSIONED_EMPTY ->
                "Not applied: " + ids(status.standing().pending());
            case SEVERAL_HEADS ->
                "There are several heads: " + ids(status.standing().latest());
            case AHEAD, DIVERGED ->
                "It has revisions without a script here: "
                        + String.join(", ", status.standing().unknown());
            case INCOMPLETE ->
                "Missing below what is applied: " + ids(status.standing().gaps());
            case DIRTY -> "A revision is half done.";
            default -> "It has tables and no journal.";
        };
    }

    private static String ids(List<RevisionNode> nodes) {
        List<String> first = nodes.stream().limit(5).map(RevisionNode::id).toList();
        return String.join(", ", first) + (nodes.size() > 5 ? " and " + (nodes.size() - 5) + " more" : "");
    }

    private static String todo(Status status) {
        return switch (status.state()) {
            case SEVERAL_HEADS -> "limbeck merge  and  limbeck upgrade";
            case AHEAD, DIVERGED -> "Get the scripts that it was upgraded with.";
            case UNVERSIONED_WITH_TABLES -> "limbeck baseline , or  limbeck stamp";
            default -> "limbeck upgrade";
        };
    }
}
