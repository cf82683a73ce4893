package org.limbeck.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.limbeck.load.HeaderOutcome.Found;
import org.limbeck.load.HeaderOutcome.TooShort;
import org.limbeck.load.JavaLexer.Kind;
import org.limbeck.load.ScriptSource.InFile;

class HeaderLawsTest {
    private static final ScriptSource SOURCE = new InFile(Path.of("x"));

    @Provide
    Arbitrary<String> javaNoise() {
        Arbitrary<String> shred = Arbitraries.of(
                "@",
                "@Revision",
                "@Revision(",
                "id",
                "=",
                "\"a\"",
                "\"",
                "\"\"\"",
                "'",
                "\\",
                "{",
                "}",
                "(",
                ")",
                ",",
                ";",
                ".",
                " class ",
                " abstract ",
                " implements ",
                "Migration",
                "/*",
                "*/",
                "//",
                "\n",
                "package ",
                "org.limbeck.migration.Revision",
                "\"\\u0041\\777\\",
                "1.5",
                "🐘",
                "down",
                "\uFEFF");
        return Arbitraries.oneOf(shred.list().ofMaxSize(30).map(l -> String.join("", l)), Arbitraries.strings());
    }

    @Provide
    Arbitrary<String> sqlNoise() {
        Arbitrary<String> shred = Arbitraries.of(
                "--@ ",
                "--@",
                "revision",
                " a",
                "\n",
                "\r\n",
                "down",
                " base",
                "upgrade",
                "check",
                "created ",
                "2026-11-20T09:31",
                "/*",
                "*/",
                "--",
                "SELECT",
                ",",
                "\t",
                "parameter",
                "transactional false",
                "\uFEFF");
        return Arbitraries.oneOf(shred.list().ofMaxSize(30).map(l -> String.join("", l)), Arbitraries.strings());
    }

    @Property(tries = 1000)
    void anyTextIsAHeaderOrNot(@ForAll("javaNoise") String java, @ForAll("sqlNoise") String sql) {
        assertThat(JavaHeader.read(java, true, SOURCE)).isNotInstanceOf(TooShort.class);
        assertThat(SqlHeader.read(sql, true, SOURCE)).isNotInstanceOf(TooShort.class);
    }

    @Property(tries = 1000)
    void aHeaderFoundInTheBeginningIsTheHeader(
            @ForAll("javaNoise") String java, @ForAll("sqlNoise") String sql, @ForAll("javaNoise") String rest) {
        HeaderOutcome fromJava = JavaHeader.read(java, false, SOURCE);
        if (fromJava instanceof Found) {
            assertThat(JavaHeader.read(java + rest, true, SOURCE)).isEqualTo(fromJava);
        }
        HeaderOutcome fromSql = SqlHeader.read(sql, false, SOURCE);
        if (fromSql instanceof Found) {
            assertThat(SqlHeader.read(sql + rest, true, SOURCE)).isEqualTo(fromSql);
        }
    }

    @Property(tries = 500)
    void tokensCoverTheTextInOrder(@ForAll("javaNoise") String java) {
        JavaLexer lexer = new JavaLexer(java);
        int end = 0;
        while (lexer.next() != Kind.END) {
            assertThat(lexer.start()).isGreaterThanOrEqualTo(end);
            assertThat(lexer.end()).isGreaterThan(lexer.start());
            end = lexer.end();
        }
        SourceHash.ofCode(java);
        JavaHeader.count(java);
    }
}
