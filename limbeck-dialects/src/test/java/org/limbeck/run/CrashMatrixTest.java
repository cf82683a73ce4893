package org.limbeck.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.limbeck.Limbeck;
import org.limbeck.command.RunOptions;
import org.limbeck.dialects.Dialects;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.testkit.fault.Fault;
import org.limbeck.testkit.fault.FaultyDataSource;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.TestDatabase;

/**
 * A run is killed after every statement (before it is after the one before); the next run must finish, and the outcome
 * must be that of an undisturbed run. So up, and so down.
 */
class CrashMatrixTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void scripts() throws Exception {
        TenRevisions.write(folder);
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void upgradeIsFinishedAfterADeathAtAnyStatement(DatabaseKind kind) throws Exception {
        String expected;
        List<Integer> statements;
        try (TestDatabase database = TestDatabase.create(kind)) {
            FaultyDataSource counted = new FaultyDataSource(database, Fault.never());
            limbeck(counted).upgrade();
            statements = changing(counted.statements());
            expected = picture(database);
            assertThat(limbeck(database.dataSource()).upgrade().nothingToDo()).isTrue();
        }
        for (int n : statements) {
            dieAndFinish(kind, Fault.after(n), expected, "after " + n);
        }
    }

    private static void dieAndFinish(DatabaseKind kind, Fault fault, String expected, String moment) throws Exception {
        try (TestDatabase database = TestDatabase.create(kind)) {
            FaultyDataSource mortal = new FaultyDataSource(database, fault);
            String died = die(() -> limbeck(mortal).upgrade(), mortal, database, moment);
            try {
                limbeck(database.dataSource()).upgrade();
            } catch (LimbeckException e) {
                fail(kind + ", dead " + moment + " (" + died + "): the next run fails", e);
            }
            assertThat(picture(database))
                    .as("%s, dead %s (%s)", kind, moment, died)
                    .isEqualTo(expected);
        }
    }

    private static String die(Runnable run, FaultyDataSource mortal, TestDatabase database, String moment)
            throws Exception {
        try {
            run.run();
        } catch (LimbeckException e) {
            // Death at the last statements may come after everything is done.
        }
        assertThat(mortal.isDead()).as(moment).isTrue();
        mortal.awaitGone();
        releaseLeaseOfTheDead(limbeck(database.dataSource()));
        return mortal.statements().get(mortal.statements().size() - 1);
    }

    /** Where the lock is a lease the next run would wait a minute until it is over. */
    private static void releaseLeaseOfTheDead(Limbeck limbeck) {
        if (limbeck.lockHolder().isPresent()) {
            limbeck.releaseLock("its holder is dead");
        }
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void downgradeIsFinishedAfterADeathAtAnyStatement(DatabaseKind kind) throws Exception {
        List<Integer> statements;
        String expected;
        try (TestDatabase database = TestDatabase.create(kind)) {
            limbeck(database.dataSource()).upgrade();
            FaultyDataSource counted = new FaultyDataSource(database, Fault.never());
            limbeck(counted).downgrade("base", RunOptions.USUAL.allowingDataLoss(true));
            statements = changing(counted.statements());
            expected = picture(database);
            assertThat(expected).doesNotContain("customer");
        }
        for (int n : statements) {
            dieGoingDown(kind, Fault.after(n), expected, "after " + n);
        }
    }

    private static void dieGoingDown(DatabaseKind kind, Fault fault, String expected, String moment) throws Exception {
        try (TestDatabase database = TestDatabase.create(kind)) {
            limbeck(database.dataSource()).upgrade();
            RunOptions options = RunOptions.USUAL.allowingDataLoss(true);
            FaultyDataSource mortal = new FaultyDataSource(database, fault);
            String died = die(() -> limbeck(mortal).downgrade("base", options), mortal, database, moment);
            limbeck(database.dataSource()).downgrade("base", options);
            assertThat(picture(database))
                    .as("%s, dead %s (%s)", kind, moment, died)
                    .isEqualTo(expected);
        }
    }

    /** A half-done upgrade is backed out by a downgrade: nothing of it stays. */
    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void aHalfDoneRevisionIsBackedOut(DatabaseKind kind) throws Exception {
        String before;
        List<Integer> statements;
        try (TestDatabase database = TestDatabase.create(kind)) {
            limbeck(database.dataSource()).upgrade("aa07");
            before = picture(database);
            FaultyDataSource counted = new FaultyDataSource(database, Fault.never());
            limbeck(counted).upgrade("aa08");
            statements = changing(counted.statements());
        }
        for (int n : statements) {
            try (TestDatabase database = TestDatabase.create(kind)) {
                limbeck(database.dataSource()).upgrade("aa07");
                FaultyDataSource mortal = new FaultyDataSource(database, Fault.after(n));
                String died = die(() -> limbeck(mortal).upgrade("aa08"), mortal, database, "after " + n);
                limbeck(database.dataSource()).downgrade("aa07", RunOptions.USUAL.allowingDataLoss(true));
                assertThat(picture(database))
                        .as("%s, dead after %s (%s)", kind, n, died)
                        .isEqualTo(before);
            }
        }
    }

    /** Where something done has no inverse, backing out is refused before anything is touched, and going on works. */
    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void whatCannotBeBackedOutIsLeftAndFinished(DatabaseKind kind) throws Exception {
        String after;
        List<Integer> statements;
        try (TestDatabase database = TestDatabase.create(kind)) {
            limbeck(database.dataSource()).upgrade("aa02");
            FaultyDataSource counted = new FaultyDataSource(database, Fault.never());
            limbeck(counted).upgrade("aa03");
            statements = changing(counted.statements());
            after = picture(database);
        }
        int refused = 0;
        for (int n : statements) {
            try (TestDatabase database = TestDatabase.create(kind)) {
                limbeck(database.dataSource()).upgrade("aa02");
                FaultyDataSource mortal = new FaultyDataSource(database, Fault.after(n));
                die(() -> limbeck(mortal).upgrade("aa03"), mortal, database, "after " + n);
                try {
                    limbeck(database.dataSource()).downgrade("aa02", RunOptions.USUAL.allowingDataLoss(true));
                } catch (LimbeckException e) {
                    assertThat(e.code()).isEqualTo(ErrorCode.NO_INVERSE);
                    assertThat(e).hasMessageContaining("update customer");
                    refused++;
                }
                limbeck(database.dataSource()).upgrade("aa03");
                assertThat(picture(database)).as("%s, dead after %s", kind, n).isEqualTo(after);
            }
        }
        boolean inOneTransaction = kind == DatabaseKind.POSTGRESQL_15 || kind == DatabaseKind.POSTGRESQL_18;
        assertThat(refused > 0).isEqualTo(!inOneTransaction);
    }

    /** Death beside a query is death after the statement before it, so only the others are tried. */
    private static List<Integer> changing(List<String> statements) {
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            String sql = statements.get(i).stripLeading().toUpperCase(Locale.ROOT);
            if (!sql.startsWith("SELECT") && !sql.startsWith("PRAGMA TABLE") && !sql.startsWith("WITH")) {
                positions.add(i + 1);
            }
        }
        return positions;
    }

    static Limbeck limbeck(DataSource source) {
        return Limbeck.configure()
                .dataSource(source)
                .scripts(folder.toString())
                .classCache(folder.resolve(".cache"))
                .dialects(Dialects.providers())
                .load();
    }

    private static String picture(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return Picture.of(connection, OpenDialect.of(connection));
        }
    }
}
