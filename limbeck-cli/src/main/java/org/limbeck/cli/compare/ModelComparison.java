package org.limbeck.cli.compare;

import java.util.List;

import org.limbeck.Limbeck;
import org.limbeck.autogenerate.Proposal;
import org.limbeck.autogenerate.ProposalRequest;
import org.limbeck.cli.shell.Counts;
import org.limbeck.cli.shell.Invocation;
import org.limbeck.cli.shell.Syntax;
import org.limbeck.cli.terminal.Mark;
import org.limbeck.compare.Renaming;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.config.JdbcUrl;
import org.limbeck.dialect.Dialect;
import org.limbeck.model.Model;
import org.limbeck.model.SqlFileSource;
import org.limbeck.project.ProjectModel;

/** The model of a database held against what there is. */
public final class ModelComparison {
    private final Invocation call;
    private final DatabaseSettings database;
    private final Limbeck limbeck;

    public ModelComparison(Invocation call, DatabaseSettings database) {
        this.call = call;
        this.database = database;
        this.limbeck = call.configure(database).load();
    }

    /** The options of every command that compares. */
    public static void declare(Syntax syntax) {
        syntax.value(
                        "--from",
                        "WHAT",
                        "what the model is compared with: database (the default), or history, which needs none")
                .values("--rename", "OLD:NEW", "users.old:new for a column, old_table:new_table; may be repeated");
    }

    public boolean fromHistory() {
        String from = call.value("--from");
        if (from == null || from.equals("database")) {
            return false;
        }
        if (from.equals("history")) {
            return true;
        }
        throw call.wrong("--from is database or history, and not " + from);
    }

    /** What is said to be renamed. */
    public List<Renaming> renamings() {
        try {
            return call.values("--rename").stream().map(Renaming::parse).toList();
        } catch (IllegalArgumentException e) {
            throw call.wrong(String.valueOf(e.getMessage()));
        }
    }

    /** Compares. */
    public Proposal propose(ProposalRequest request) {
        boolean history = fromHistory();
        Model model = model(dialect());
        return history ? limbeck.proposeFromHistory(model, request) : limbeck.propose(model, request);
    }

    /** Of the live database, or of its kind when it is not asked. */
    public Dialect dialect() {
        return limbeck.dialect(!fromHistory());
    }

    /** The model, as the settings name it. */
    public Model model(Dialect dialect) {
        return ProjectModel.read(
                database,
                call.project().folder(),
                dialect,
                ModelComparison.class.getClassLoader(),
                new DatabaseSource(call),
                new HistorySource(call),
                new SqlFileSource(limbeck::inScratch));
    }

    /** {@code 3 tables of hibernate:com.example.shop with jdbc:sqlite:shop.db}. */
    public String what(Proposal proposal) {
        return Counts.of(proposal.tables(), "table") + " of " + database.model() + " with "
                + (fromHistory() ? "the history" : JdbcUrl.masked(database.url()));
    }

    /** Tells what could not be read, compared or decided. */
    public void tellRemarks(Proposal proposal) {
        proposal.remarks()
                .forEach(remark ->
                        call.terminal().tell(call.terminal().mark(Mark.CARE).add(" " + remark)));
    }
}
