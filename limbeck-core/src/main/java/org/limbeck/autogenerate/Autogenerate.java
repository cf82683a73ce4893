package org.limbeck.autogenerate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.limbeck.baseline.Expectations;
import org.limbeck.baseline.Ownership;
import org.limbeck.command.Status;
import org.limbeck.command.StatusReader;
import org.limbeck.compare.CompareOptions;
import org.limbeck.compare.Comparison;
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
        SchemaChanges changes = Comparison.of(database, model.schema(), options(model, request));
        return proposal(changes, database.dialect(), model, request, List.of());
    }

    /** Compares with what the history makes; needs no database. */
    public Proposal history(
            Dialect dialect,
            List<DialectProvider> providers,
            Model model,
            Map<String, String> parameters,
            ProposalRequest request) {
        CompareOptions options = options(model, request);
        return Expectations.ofHeads(settings, scripts, dialect, providers, parameters, (replay, connection) -> {
            Schema have = replay.schema();
            SchemaChanges changes = connection == null
                    ? SchemaDiff.between(have, model.schema(), dialect, options)
                    : Comparison.between(connection, dialect, have, model.schema(), options);
            return proposal(changes, dialect, model, request, unknowns(replay));
        });
    }

    private static List<String> unknowns(Replay replay) {
        return replay.unknowns().stream()
                .map(unknown -> "Revision " + unknown.revision()
                        + " holds raw SQL whose effect is not known without a database: " + unknown.what())
                .toList();
    }

    private CompareOptions options(Model model, ProposalRequest request) {
        return CompareOptions.USUAL
                .withFilter(Ownership.filter(settings))
                .withTablesOnly(model.scope() == Model.Scope.TABLES)
                .withRenamings(request.renamings());
    }

    private Proposal proposal(
            SchemaChanges all, Dialect dialect, Model model, ProposalRequest request, List<String> before) {
        Environment environment = scripts.environment();
        SchemaChanges changes = all.only(difference -> includes(environment, difference));
        List<RenameQuestion> questions = Renames.propose(changes, dialect).stream()
                .map(RenameQuestion::of)
                .filter(question -> !request.different().contains(question.renaming()))
                .toList();
        List<String> remarks = new ArrayList<>(before);
        remarks.addAll(model.remarks());
        remarks.addAll(changes.remarks());
        return new Proposal(
                model.schema().tables().size(),
                changes,
                questions,
                FirstRows.in(DraftMaker.of(changes, request.allowDrop(), questions, environment), model.firstRows()),
                remarks);
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
