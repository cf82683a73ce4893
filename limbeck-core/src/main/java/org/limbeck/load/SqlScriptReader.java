package org.limbeck.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Nearest;
import org.limbeck.error.Place;
import org.limbeck.error.Problem;
import org.limbeck.load.ScriptSource.TextSource;
import org.limbeck.load.SqlScript.IgnoredRule;
import org.limbeck.load.SqlScript.NamedCheck;
import org.limbeck.sql.SqlDirective;
import org.limbeck.sql.SqlPiece;
import org.limbeck.sql.SqlScanner;
import org.limbeck.sql.SqlStatement;

/**
 * Finds the sections of an SQL script that apply to a dialect and checks the whole script, without holding it. A line
 * that begins with {@code --@} is a directive, except inside a quote or comment of a section that applies here;
 * sections for other dialects are in a syntax of their own and are skipped by lines. Not thread-safe.
 */
final class SqlScriptReader {
    private final ScriptHeader header;
    private final TextSource source;
    private final ScriptText text;
    private final Dialect dialect;
    private final Set<String> knownDialects;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<Keyword, Set<String>> named = new EnumMap<>(Keyword.class);
    private final Set<String> sections = new HashSet<>();
    private final List<NamedCheck> verify = new ArrayList<>();
    private final List<IgnoredRule> ignores = new ArrayList<>();
    private final Map<Keyword, SqlSection> found = new EnumMap<>(Keyword.class);
    private boolean transactional = true;
    private @Nullable Directive section;
    private @Nullable Directive check;
    private boolean applies;
    private int statements;

    private SqlScriptReader(ScriptHeader header, ScriptText text, Dialect dialect, Set<String> knownDialects) {
        this.header = header;
        this.source = text.source();
        this.text = text;
        this.dialect = dialect;
        this.knownDialects = knownDialects;
    }

    /**
     * Reads a script.
     *
     * @param knownDialects names that may stand behind {@code --@ upgrade}; all may if it is empty
     * @throws LimbeckException with all problems of the script
     */
    static SqlScript read(ScriptHeader header, Dialect dialect, Set<String> knownDialects) {
        TextSource source = (TextSource) header.source();
        SqlScriptReader reader;
        try {
            reader = new SqlScriptReader(header, ScriptText.of(source), dialect, knownDialects);
        } catch (IOException e) {
            throw source.unreadable(e).exception(e);
        }
        reader.scan(reader::findNames);
        if (reader.problems.isEmpty()) {
            reader.scan(reader::findSections);
        }
        return reader.script();
    }

    private void scan(ScriptText.Use pass) {
        try {
            text.scan(dialect.syntax(), pass);
        } catch (LimbeckException e) {
            problems.addAll(e.problems());
        } catch (IOException e) {
            problems.add(source.unreadable(e));
        }
    }

    /** Which dialects have sections of their own; by lines, for their syntax is not known yet. */
    private void findNames(SqlScanner scanner) {
        scanner.skipToDirective();
        for (SqlPiece piece = scanner.next(); piece != null; piece = scanner.next()) {
            List<String> words = Directive.list(((SqlDirective) piece).text().toLowerCase(Locale.ROOT));
            Keyword keyword = words.isEmpty() ? null : Keyword.of(words.get(0));
            if (keyword == Keyword.UPGRADE || keyword == Keyword.DOWNGRADE) {
                named.computeIfAbsent(keyword, k -> new HashSet<>()).addAll(words.subList(1, words.size()));
            }
            scanner.skipToDirective();
        }
    }

    private void findSections(SqlScanner scanner) {
        for (SqlPiece piece = scanner.next(); piece != null; piece = scanner.next()) {
            if (piece instanceof SqlStatement statement) {
                statement(statement);
            } else if (piece instanceof SqlDirective directive) {
                directive(directive);
                if (section != null && !applies) {
                    scanner.skipToDirective();
                }
                if (section != null && section.place().line() == directive.line()) {
                    scanner.resetDelimiter();
                }
            }
        }
        endSection();
    }

    private void statement(SqlStatement statement) {
        statements++;
        if (section == null) {
            problem("SQL stands before the first section.", statement.line(), "write --@ upgrade in a line above it");
        } else if (section.keyword() == Keyword.VERIFY && statements == 1) {
            verify.add(new NamedCheck(section.value(), statement));
        }
        check = null;
    }

    private void directive(SqlDirective line) {
        try {
            Directive directive = Directive.parse(line.text(), new Place(source.name(), line.line()));
            switch (directive.keyword().position()) {
                case SECTION -> beginSection(directive, line.end());
                case HEADER -> header(directive);
                case INSIDE -> check(directive);
                default -> ignore(directive);
            }
        } catch (LimbeckException e) {
            problems.addAll(e.problems());
        }
    }

    private void header(Directive directive) {
        if (section != null) {
            throw directive
                    .bad("--@ " + directive.keyword().word() + " stands behind the first section.")
                    .todo("move it up to the header")
                    .exception();
        }
        if (directive.keyword() == Keyword.TRANSACTIONAL) {
            transactional = directive.flag();
        }
    }

    private void check(Directive directive) {
        endCheck();
        if (section == null || section.keyword() == Keyword.VERIFY) {
            throw directive
                    .bad("--@ check stands outside an upgrade or downgrade section.")
                    .exception();
        }
        directive.required("check");
        check = applies ? directive : null;
    }

    private void ignore(Directive directive) {
        String[] words = directive.required("rule").split("\\s+", 2);
        if (words.length < 2) {
            throw directive
                    .bad("--@ ignore " + words[0] + " gives no reason.")
                    .todo("write the reason behind the rule: reviewers will ask for it")
                    .exception();
        }
        if (section == null || applies) {
            ignores.add(new IgnoredRule(words[0], words[1], directive.place().line(), section == null));
        }
    }

    private void beginSection(Directive directive, long offset) {
        endSection();
        section = directive;
        statements = 0;
        applies = true;
        if (directive.keyword() == Keyword.VERIFY) {
            directive.required("check");
            return;
        }
        List<String> names = directive.list().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        applies = applies(directive.keyword(), names);
        refuseUnknown(directive, names);
        refuseRepeated(directive, names);
        if (applies) {
            int line = directive.place().line();
            found.putIfAbsent(directive.keyword(), new SqlSection(header, dialect, text, line, offset));
        }
    }

    private boolean applies(Keyword direction, List<String> names) {
        Set<String> all = named.getOrDefault(direction, Set.of());
        for (String name : dialect.answersTo()) {
            if (all.contains(name)) {
                return names.contains(name);
            }
        }
        return names.isEmpty();
    }

    private void refuseUnknown(Directive directive, List<String> names) {
        for (String name : names) {
            if (!knownDialects.isEmpty() && !knownDialects.contains(name)) {
                Problem problem = Problem.of(ErrorCode.UNKNOWN_DIALECT, "There is no dialect named " + name + ".")
                        .at(directive.place());
                problems.add(Nearest.to(name, knownDialects)
                        .map(near -> problem.todo("write " + near))
                        .orElse(problem));
            }
        }
    }

    private void refuseRepeated(Directive directive, List<String> names) {
        for (String name : names.isEmpty() ? List.of("") : names) {
            if (!sections.add(directive.keyword().word() + " " + name)) {
                problems.add(directive.bad(
                        ("The section --@ " + directive.keyword().word() + " " + name).strip() + " is written twice."));
            }
        }
    }

    private void endSection() {
        endCheck();
        if (section != null && section.keyword() == Keyword.VERIFY && statements != 1) {
            problems.add(section.bad("--@ verify " + section.value() + " has " + statements + " statements.")
                    .why("A check is one query, which must give no row."));
        }
    }

    private void endCheck() {
        if (check != null) {
            problems.add(check.bad("No query follows --@ check " + check.value() + "."));
            check = null;
        }
    }

    private void problem(String what, int line, String todo) {
        problems.add(Problem.of(ErrorCode.UNREADABLE_SCRIPT, what)
                .at(source.name(), line)
                .todo(todo));
    }

    private SqlScript script() {
        SqlSection upgrade = found.get(Keyword.UPGRADE);
        if (upgrade == null && problems.isEmpty()) {
            problem(
                    "The script has no upgrade section for " + dialect.name() + ".",
                    0,
                    "write --@ upgrade " + dialect.name() + " and the statements behind it; it may be empty");
        }
        if (upgrade == null || !problems.isEmpty()) {
            throw new LimbeckException(problems, null);
        }
        return new SqlScript(header, transactional, upgrade, found.get(Keyword.DOWNGRADE), verify, ignores);
    }
}
