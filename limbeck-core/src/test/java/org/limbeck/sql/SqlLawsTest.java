package org.limbeck.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.limbeck.error.LimbeckException;

class SqlLawsTest {
    private static final List<SqlSyntax> ALL =
            List.of(SqlSyntax.STANDARD, Syntaxes.POSTGRES, Syntaxes.MYSQL, Syntaxes.SQLITE, Syntaxes.H2);

    @Provide
    Arbitrary<SqlSyntax> syntaxes() {
        return Arbitraries.of(ALL);
    }

    /** Tokens that are whole in every syntax. */
    @Provide
    Arbitrary<List<String>> statement() {
        Arbitrary<String> token = Arbitraries.of(
                "a",
                "Select",
                "from",
                "t1",
                "naïve",
                "(",
                ")",
                ",",
                "=",
                "<",
                "1",
                "2.5",
                "'x'",
                "'It''s;'",
                "''",
                "'--'",
                "'/*'",
                "'a\nb'",
                "\"Q;\"",
                "'🐘'",
                "begin",
                "end",
                "case",
                "if");
        return token.list().ofMinSize(1).ofMaxSize(12).map(tokens -> {
            List<String> all = new ArrayList<>(List.of("select"));
            all.addAll(tokens);
            return all;
        });
    }

    @Provide
    Arbitrary<List<List<String>>> statements() {
        return statement().list().ofMaxSize(8);
    }

    @Provide
    Arbitrary<String> gaps() {
        return Arbitraries.of(" ", "\n", "\r\n", "\t ", " /* ; ' */ ", " -- ; '\n", "\n\n");
    }

    @Property(tries = 300)
    void splittingAJoinGivesTheStatementsBack(
            @ForAll("statements") List<List<String>> statements,
            @ForAll("gaps") String gap,
            @ForAll("gaps") String between,
            @ForAll("syntaxes") SqlSyntax syntax) {
        List<String> texts = statements.stream().map(s -> String.join(gap, s)).toList();
        String script = between + String.join(between + ";" + between, texts) + between;
        assertThat(StatementSplitter.all(script, syntax))
                .extracting(SqlStatement::text)
                .containsExactlyElementsOf(texts);
    }

    @Property(tries = 300)
    void reformattingKeepsTheNormalForm(
            @ForAll("statement") List<String> tokens,
            @ForAll("gaps") String one,
            @ForAll("gaps") String other,
            @ForAll("syntaxes") SqlSyntax syntax) {
        List<String> shouted = tokens.stream()
                .map(t -> Character.isLetter(t.charAt(0)) ? t.toUpperCase(Locale.ROOT) : t)
                .toList();
        assertThat(SqlTokens.normalise(String.join(other, shouted), syntax))
                .isEqualTo(SqlTokens.normalise(String.join(one, tokens), syntax));
    }

    @Property(tries = 300)
    void theNormalFormIsNormal(@ForAll("statement") List<String> tokens, @ForAll("syntaxes") SqlSyntax syntax) {
        String normal = SqlTokens.normalise(String.join(" ", tokens), syntax);
        assertThat(SqlTokens.normalise(normal, syntax)).isEqualTo(normal);
    }

    @Property(tries = 300)
    void aChangedLiteralChangesTheNormalForm(
            @ForAll("statement") List<String> tokens,
            @ForAll("gaps") String gap,
            @ForAll("syntaxes") SqlSyntax syntax) {
        List<String> changed = new ArrayList<>(tokens);
        changed.add("'y'");
        String before = SqlTokens.normalise(String.join(gap, tokens) + gap + "'x'", syntax);
        assertThat(SqlTokens.normalise(String.join(gap, changed), syntax)).isNotEqualTo(before);
    }

    @Provide
    Arbitrary<String> noise() {
        Arbitrary<String> shred = Arbitraries.of(
                "'",
                "\"",
                "`",
                "[",
                "]",
                "$",
                "$$",
                "$a$",
                "\\",
                "--",
                "--@",
                "#",
                "/*",
                "*/",
                "/*!",
                "//",
                ";",
                "\n",
                "\r",
                " ",
                "(",
                ")",
                ":",
                ".",
                "DELIMITER ",
                "CREATE ",
                "TRIGGER ",
                "PROCEDURE p() ",
                "RULE ",
                "BEGIN ",
                "ATOMIC ",
                "END ",
                "IF ",
                "CASE ",
                "THEN ",
                "LOOP ",
                "COPY ",
                "STDIN ",
                "E'",
                "x",
                "7",
                "🐘",
                "\uD83D",
                "\0",
                "\uFEFF",
                "\u00A0");
        return Arbitraries.oneOf(shred.list().ofMaxSize(40).map(l -> String.join("", l)), Arbitraries.strings());
    }

    @Property(tries = 2000)
    void noiseGivesStatementsOrAProblem(@ForAll("noise") String sql, @ForAll("syntaxes") SqlSyntax syntax) {
        try {
            for (SqlStatement statement : StatementSplitter.all(sql, syntax)) {
                assertThat(statement.text()).isNotBlank();
                assertThat(sql).contains(statement.text());
                SqlTokens.normalise(statement.text(), syntax);
            }
        } catch (LimbeckException e) {
            assertThat(e.problem().place()).isNull();
        }
    }
}
