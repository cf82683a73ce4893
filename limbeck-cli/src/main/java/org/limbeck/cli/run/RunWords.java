package org.limbeck.cli.run;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.limbeck.Limbeck;
import org.limbeck.cli.shell.Invocation;
import org.limbeck.cli.shell.Syntax;
import org.limbeck.command.RunOptions;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.graph.AppliedSet;
import org.limbeck.graph.Navigator;
import org.limbeck.graph.RevisionGraph;
import org.limbeck.graph.RevisionNode;
import org.limbeck.run.TransactionMode;

/** The options that {@code upgrade} and {@code downgrade} share. */
final class RunWords {
    private RunWords() {}

    static void declare(Syntax syntax) {
        syntax.flag("--sql", "print an SQL script instead, without any connection")
                .values("--assume", "REV#PATH=yes|no", "with --sql: the answer to a condition; may be repeated")
                .flag("--dry-run", "print what would be executed on the live database")
                .flag("--rehearse", "execute everything and take it back, where the database can")
                .flag("--one-transaction", "everything in one transaction, where the database can")
                .flag("--allow-data-loss", "go on although rows are lost")
                .value("--lock-timeout", "TIME", "how long to wait for another migrator, such as 30s or 5m")
                .value("--tag", "TEXT", "kept in the journal with each revision")
                .values("--resolve", "REV#PATH=done|again", "tell what nobody but you can know; needs --reason")
                .value("--reason", "TEXT", "why; kept in the journal");
    }

    static DatabaseSettings settings(Invocation call, DatabaseSettings database) {
        String timeout = call.value("--lock-timeout");
        return timeout == null ? database : database.withLockTimeout(duration(call, timeout));
    }

    static RunOptions options(Invocation call, DatabaseSettings database, Limbeck limbeck) {
        if (call.has("--rehearse") && call.has("--one-transaction")) {
            throw call.wrong("--rehearse is in one transaction anyway; leave --one-transaction out");
        }
        boolean all = call.has("--one-transaction") || database.oneTransaction();
        TransactionMode mode = call.has("--rehearse")
                ? TransactionMode.REHEARSAL
                : all ? TransactionMode.ALL : TransactionMode.REVISION;
        return RunOptions.USUAL
                .with(call.parameters())
                .in(mode)
                .tagged(call.value("--tag"))
                .allowingDataLoss(call.has("--allow-data-loss"))
                .resolving(answers(call, limbeck, database, "--resolve", "done", "again"), call.value("--reason"));
    }

    static Map<String, Boolean> assumed(Invocation call, Limbeck limbeck, DatabaseSettings database) {
        return answers(call, limbeck, database, "--assume", "yes", "no");
    }

    /** Answers by {@code revision#path}; the revision may be shortened. */
    private static Map<String, Boolean> answers(
            Invocation call, Limbeck limbeck, DatabaseSettings database, String option, String yes, String no) {
        Map<String, Boolean> answers = new LinkedHashMap<>();
        List<String> given = call.values(option);
        if (given.isEmpty()) {
            return answers;
        }
        RevisionGraph graph = limbeck.graph();
        Navigator navigator = new Navigator(AppliedSet.empty(graph), database.releases());
        for (String text : given) {
            int hash = text.indexOf('#');
            int equals = text.lastIndexOf('=');
            String answer = text.substring(equals + 1);
            if (hash < 1 || equals < hash || !(answer.equals(yes) || answer.equals(no))) {
                throw call.wrong(option + " takes REVISION#PATH=" + yes + " (or " + no + "), and not " + text);
            }
            String id = navigator
                    .resolve(text.substring(0, hash))
                    .map(RevisionNode::id)
                    .orElse("");
            answers.put(id + text.substring(hash, equals), answer.equals(yes));
        }
        return answers;
    }

    /** {@code 500ms}, {@code 30s}, {@code 5m}, {@code 1h}; a bare number is seconds. */
    static Duration duration(Invocation call, String text) {
        int end = 0;
        while (end < text.length() && Character.isDigit(text.charAt(end)) && end < 9) {
            end++;
        }
        long number = end == 0 ? -1 : Long.parseLong(text, 0, end, 10);
        String unit = text.substring(end);
        Duration duration = switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "", "s" -> Duration.ofSeconds(number);
            case "m", "min" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofMillis(-1);
        };
        if (!duration.isNegative()) {
            return duration;
        }
        throw call.wrong("a time is written 500ms, 30s, 5m or 1h, and not " + text);
    }
}
