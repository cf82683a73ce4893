package org.limbeck.cli.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.autogenerate.Proposal;
import org.limbeck.autogenerate.ProposalRequest;
import org.limbeck.autogenerate.RenameQuestion;
import org.limbeck.cli.shell.Command;
import org.limbeck.cli.shell.Counts;
import org.limbeck.cli.shell.ExitCode;
import org.limbeck.cli.shell.Invocation;
import org.limbeck.cli.shell.Syntax;
import org.limbeck.cli.terminal.Line;
import org.limbeck.cli.terminal.Mark;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.json.Json;

/** {@code limbeck check}: whether the model asks for something that no revision does yet. */
public final class CheckCommand implements Command {

    @Override
    public String name() {
        return "check";
    }

    @Override
    public String summary() {
        return "compare the model with the database; exit 1 if a revision is missing";
    }

    @Override
    public void declare(Syntax syntax) {
        ModelComparison.declare(syntax);
    }

    @Override
    public int run(Invocation call) {
        Verdicts verdicts = new Verdicts(call);
        for (DatabaseSettings database : call.chosen()) {
            verdicts.of(database, () -> check(call, database));
        }
        return verdicts.end();
    }

    private static Verdicts.Verdict check(Invocation call, DatabaseSettings database) {
        ModelComparison comparison = new ModelComparison(call, database);
        Proposal proposal = comparison.propose(new ProposalRequest(false, comparison.renamings(), List.of()));
        if (call.json()) {
            call.terminal().raw(Json.write(json(database, comparison, proposal)) + "\n");
        } else {
            print(call, database, comparison, proposal);
        }
        return proposal.isEmpty()
                ? new Verdicts.Verdict(ExitCode.DONE, "no difference")
                : new Verdicts.Verdict(
                        ExitCode.FAILED, Counts.of(proposal.differences().size(), "difference"));
    }

    private static void print(
            Invocation call, DatabaseSettings database, ModelComparison comparison, Proposal proposal) {
        Terminal terminal = call.terminal();
        comparison.tellRemarks(proposal);
        if (proposal.isEmpty()) {
            terminal.tell(terminal.mark(Mark.DONE).add(" " + comparison.what(proposal) + ": no difference"));
            return;
        }
        terminal.answer(terminal.mark(Mark.FAILED)
                .add(" " + comparison.what(proposal) + ": "
                        + Counts.of(proposal.differences().size(), "difference")));
        DifferenceText.print(terminal, proposal.differences());
        for (RenameQuestion question : proposal.questions()) {
            terminal.answer(Line.of("  ? " + question.text() + "  looks renamed   " + question.option()));
        }
        terminal.tell("Write it:  " + call.advice(database, "revision --autogenerate -m \"...\""));
    }

    private static Map<String, @Nullable Object> json(
            DatabaseSettings database, ModelComparison comparison, Proposal proposal) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("database", database.name());
        json.put("model", database.model());
        json.put("against", comparison.fromHistory() ? "history" : "database");
        json.put("differences", DifferenceJson.of(proposal.differences()));
        json.put(
                "renames",
                proposal.questions().stream()
                        .map(question -> question.renaming().toString())
                        .toList());
        json.put("remarks", proposal.remarks());
        return json;
    }
}
