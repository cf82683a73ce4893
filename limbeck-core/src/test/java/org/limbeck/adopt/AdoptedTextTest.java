package org.limbeck.adopt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import org.limbeck.adopt.CarriedScript.Section;
import org.limbeck.error.LimbeckException;
import org.limbeck.sql.SqlSyntax;

/** Texts of other tools, read and written without a database. */
class AdoptedTextTest {

    // ---- Alembic

    private static AlembicFile python(String text) {
        return Objects.requireNonNull(AlembicFile.of(new OldFile("x.py", text)));
    }

    @Test
    void pythonIsReadAndNotRun() {
        AlembicFile file = python("""
                # -*- coding: utf-8 -*-
                r'''add "things"
                and more

                Revision ID: b
                Create Date: 2026-11-02T08:00:00+00:00
                '''
                revision = 'b'  # not 'c'
                down_revision = ("a",
                                 'a\\'2')
                depends_on = ["d1", "d2"]
                branch_labels = None
                text = "revision = 'no'"

                def upgrade():
                    revision = 'inner'
                    op.execute("x")
                """);

        assertThat(file.id()).isEqualTo("b");
        assertThat(file.downs()).containsExactly("a", "a'2");
        assertThat(file.dependsOn()).containsExactly("d1", "d2");
        assertThat(file.labels()).isEmpty();
        assertThat(file.message()).isEqualTo("add \"things\" and more");
        assertThat(file.created()).isEqualTo("2026-11-02T08:00:00");
        assertThat(file.empty()).isFalse();
    }

    @Test
    void whatIsNoRevisionOrNoLiteralIsTold() {
        assertThat(AlembicFile.of(new OldFile("env.py", "def run():\n  revision = 'x'\n")))
                .isNull();
        assertThatThrownBy(() -> python("revision = make_id()\n"))
                .isInstanceOf(LimbeckException.class)
                .hasMessageContaining("no literal for revision");
    }

    @Test
    void aWayUpOfWordsOnlyIsEmpty() {
        assertThat(python("revision = 'a'\ndef upgrade() -> None:\n    '''nothing'''\n    pass\n")
                        .empty())
                .isTrue();
        assertThat(python("revision = 'a'\ndef upgrade():\n    pass\n    op.x()\n")
                        .empty())
                .isFalse();
    }

    @Test
    void printedSqlIsCutAndTheBooksAreLeftOut() {
        GeneratedSql cut =
                GeneratedSql.cut("""
                BEGIN;
                -- step a
                CREATE TABLE t (id int);
                INSERT INTO books (v)
                VALUES ('a');
                COMMIT;
                BEGIN;
                -- step b
                COMMIT;
                CREATE INDEX CONCURRENTLY i ON t (id);
                BEGIN;
                """, Pattern.compile("-- step (.*)"), Pattern.compile("INSERT INTO books\\b.*"));

        assertThat(cut.pieces())
                .isEqualTo(Map.of(
                        "a", new GeneratedSql.Piece("CREATE TABLE t (id int);", true),
                        "b", new GeneratedSql.Piece("CREATE INDEX CONCURRENTLY i ON t (id);", false)));
    }

    // ---- Liquibase

    @Test
    void formattedSqlKnowsItsAttributesAndRollbacks() {
        List<ChangeSet> sets = FormattedSql.read("""
                --liquibase formatted sql
                -- changeset "anna b":one dbms:postgresql,h2 runInTransaction:false context:"a and b"
                --preconditions onFail:HALT
                --comment: words
                SELECT 1;
                --rollback DROP TABLE a;
                -- rollback DROP TABLE b;
                --changeset ben:2
                SELECT 2;
                /* liquibase rollback
                DROP TABLE c;
                */
                """, "a/b.sql");

        assertThat(sets).hasSize(2);
        assertThat(sets.get(0).key()).isEqualTo("a/b.sql::one::anna b");
        assertThat(sets.get(0).attribute("dbms")).isEqualTo("postgresql,h2");
        assertThat(sets.get(0).attribute("context")).isEqualTo("a and b");
        assertThat(sets.get(0).sql()).isEqualTo("SELECT 1;\n");
        assertThat(sets.get(0).rollback()).isEqualTo("DROP TABLE a;\nDROP TABLE b;\n");
        assertThat(sets.get(0).notes()).containsExactly("its preconditions");
        assertThat(sets.get(1).rollback()).isEqualTo("DROP TABLE c;\n");
        assertThat(sets.get(1).place()).isEqualTo("a/b.sql:8");
    }

    @Test
    void pathsMeanTheSameWhereverTheyBegin() {
        ChangeSet set = new ChangeSet("v1/a.sql", "1", "x", Map.of(), null, null, List.of(), "");

        assertThat(Set.of("v1/a.sql", "db/v1/a.sql", "classpath:db/v1/a.sql", "a.sql", "./v1/a.sql"))
                .allMatch(set::isIn);
        assertThat(Set.of("v2/a.sql", "bv1/a.sql", "b.sql")).noneMatch(set::isIn);
    }

    @Test
    void mysqlMeansMariaDbOnlyWhereItIsNamed() {
        assertThat(DbmsList.of("mysql").sections("X"))
                .containsExactly(
                        new Section("upgrade", ""),
                        new Section("upgrade mysql", "X"),
                        new Section("upgrade mariadb", ""));
        assertThat(DbmsList.of("!h2").sections("X"))
                .containsExactly(new Section("upgrade", "X"), new Section("upgrade h2", ""));
        assertThat(DbmsList.of("all").sections("X")).containsExactly(new Section("upgrade", "X"));
        assertThat(DbmsList.of("oracle").includes("postgresql")).isFalse();
    }

    @Test
    void statementsThatCannotBeToldApartAreNotGuessed() {
        assertThat(Delimited.plain("SELECT 1\nGO\nSELECT 2\nGO\n", "\\nGO", SqlSyntax.STANDARD))
                .isEqualTo("SELECT 1;\nSELECT 2;\n");
        assertThat(Delimited.plain("BEGIN a; b; END\n/\n", "/", SqlSyntax.STANDARD))
                .isNull();
    }

    // ---- writing

    @Test
    void aStopSaysWhyAndKeepsWhatItWas() {
        CarriedScript script = CarriedScript.of(
                        "aa", "a\nmessage", "a.sql", "from x", new Section("upgrade", "COMMIT;\n"))
                .on("bb")
                .stopping("it is\nnot SQL");

        assertThat(CarriedText.of(script)).isEqualTo("""
                        --@ revision   aa
                        --@ down       bb
                        --@ message    a message
                        -- from x

                        --@ upgrade
                        --@ check it is not SQL
                        SELECT 1;

                        -- upgrade:
                        -- COMMIT;
                        """);
    }

    @Test
    void onlyWhatWouldBeADirectiveGetsABlank() {
        String sql = "SELECT '\n--@ upgrade\n';\n--@ check x\nSELECT 1; --@ y\n";

        assertThat(CarriedText.withoutDirectives(List.of(new Section("upgrade", sql)), SqlSyntax.STANDARD))
                .containsExactly(new Section("upgrade", sql.replace("\n--@ check", "\n-- @ check")));
    }

    @Test
    void placeholdersWithoutAValueAreNamed() {
        Placeholders placeholders = new Placeholders(Map.of("a", "1$"), false);

        assertThat(placeholders.replace("${a} ${b}")).isEqualTo("1$ ${b}");
        assertThat(placeholders.missing("${a} ${b} ${b}")).containsExactly("b");
        assertThat(new Placeholders(Map.of(), true).missing("${b}")).isEmpty();
    }
}
