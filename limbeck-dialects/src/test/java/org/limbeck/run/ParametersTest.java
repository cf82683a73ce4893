package org.limbeck.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.io.TempDir;

import org.limbeck.Limbeck;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

/** Declared parameters: given once, kept with the row, used again. */
class ParametersTest {
    @TempDir
    Path folder;

    private Limbeck with(History history, TestDatabase database, Map<String, String> values) {
        return history.on(database.dataSource()).parameters(values).load();
    }

    private History tenant() {
        return new History(folder)
                .java(
                        "aa01",
                        "",
                        ", parameters = {\"tenant\"}",
                        "op.createTable(op.parameter(\"tenant\") + \"_data\", column(\"id\", integer()).notNull(), primaryKey(\"id\"));",
                        "op.dropTable(op.parameter(\"tenant\") + \"_data\");",
                        "")
                .sql(
                        "aa02",
                        "aa01",
                        "--@ parameter tenant",
                        "CREATE TABLE ${tenant:identifier} (id integer);",
                        "DROP TABLE ${tenant:identifier};");
    }

    @EachDatabase
    void aParameterIsKeptAndUsedAgain(TestDatabase database) throws Exception {
        History history = tenant();
        with(history, database, Map.of("tenant", "acme")).upgrade();
        assertThat(Tables.of(database)).containsExactly("acme", "acme_data");

        // Another value, or none, changes nothing for what is applied.
        history.edit("Raa01.java", "op.createTable", "int unused = 1; op.createTable");
        assertThat(with(history, database, Map.of("tenant", "other")).upgrade().nothingToDo())
                .isTrue();
        with(history, database, Map.of()).downgrade("base");

        assertThat(Tables.of(database)).isEmpty();
    }

    @EachDatabase(DatabaseKind.SQLITE)
    void aMissingParameterStopsThePlan(TestDatabase database) throws Exception {
        LimbeckException missing =
                History.refusal(() -> tenant().limbeck(database).upgrade());

        assertThat(missing.problems()).extracting(p -> p.code()).containsOnly(ErrorCode.MISSING_PARAMETER);
        assertThat(missing.problems()).hasSize(2);
        assertThat(missing).hasMessageContaining("-x tenant=");
        assertThat(Tables.of(database)).isEmpty();
    }

    @EachDatabase(DatabaseKind.SQLITE)
    void anUndeclaredParameterIsAnError(TestDatabase database) {
        History history = new History(folder).java("aa01", "", "op.dropTable(op.parameter(\"tenant\"));", "");

        LimbeckException undeclared = History.refusal(
                () -> with(history, database, Map.of("tenant", "x")).upgrade());

        assertThat(undeclared.code()).isEqualTo(ErrorCode.UNDECLARED_PARAMETER);
        assertThat(String.valueOf(undeclared.problem().place())).contains("Raa01.java:9");
    }

    /** Only a hash of a secret is kept; it must be given again where it is needed, and be the same. */
    @EachDatabase
    void aSecretIsNotKept(TestDatabase database) throws Exception {
        History history = new History(folder)
                .java(
                        "aa01",
                        "",
                        ", parameters = {\"db_password\"}",
                        "op.createTable(\"t1\", column(\"n\", integer()).notNull(), primaryKey(\"n\"));"
                                + " op.insert(\"t1\", row(\"n\", op.parameter(\"db_password\").length()));",
                        "op.dropTable(\"t1\"); int used = op.parameter(\"db_password\").length();",
                        "");
        Map<String, String> secret = Map.of("db_password", "s3cr3t-of-ours");
        with(history, database, secret).upgrade();

        assertThat(Tables.value(database, "details", "limbeck_revision", ""))
                .contains("db_password")
                .contains("sha:")
                .doesNotContain("s3cr3t");
        assertThat(History.refusal(() -> history.limbeck(database).downgrade("base"))
                        .code())
                .isEqualTo(ErrorCode.SECRET_PARAMETER);
        LimbeckException other = History.refusal(
                () -> with(history, database, Map.of("db_password", "wr0ng")).downgrade("base"));
        assertThat(other.code()).isEqualTo(ErrorCode.SECRET_PARAMETER);
        assertThat(other.getMessage()).doesNotContain("wr0ng").doesNotContain("s3cr3t");

        // A changed layout cannot be compared without the secret: that is told, and stops nothing.
        history.edit("Raa01.java", "op.createTable", "int unused = 1; op.createTable");
        History.Events events = new History.Events();
        assertThat(history.limbeck(database, events).upgrade().nothingToDo()).isTrue();
        assertThat(events.of(RunEvent.Warning.class)).hasSize(1);

        with(history, database, secret)
                .downgrade(
                        "base",
                        org.limbeck.command.RunOptions.USUAL.with(secret).allowingDataLoss(true));
        assertThat(Tables.of(database)).isEmpty();
    }
}
