package org.limbeck.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.limbeck.command.Status.State;
import org.limbeck.config.AtStart.Policy;
import org.limbeck.testkit.server.TestDatabase;

/** How a database stands is told apart, each way with its own words and its own advice. */
class StatesTest {
    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.sqliteInMemory();

    @AfterEach
    void drop() {
        database.close();
    }

    private Application line() {
        return new Application(folder)
                .table("aa01", "", "t1")
                .table("aa02", "aa01", "t2")
                .table("aa03", "aa02", "t3");
    }

    private void at(String target) {
        line().configure(database.dataSource()).load().upgrade(target);
    }

    /** What an application says that only warns. */
    private void told(Application application, State state, String... lines) {
        Outcome outcome = application.start(database.dataSource(), Policy.WARN).get(0);
        assertThat(outcome.before())
                .isNotNull()
                .satisfies(before -> assertThat(before.state()).isEqualTo(state));
        assertThat(application.log.lines()).isEqualTo(List.of(lines));
    }

    @Test
    void upToDate() {
        at("head");
        told(
                new Application(folder),
                State.UP_TO_DATE,
                "INFO ✅ agent database: version is already up to date",
                "INFO Current version: aa03",
                "INFO Latest version: aa03");
    }

    @Test
    void behindByANumber() {
        at("aa01");
        told(
                new Application(folder),
                State.BEHIND,
                "WARN ⚠️ agent database: version is behind by 2 revisions",
                "WARN Current version: aa01",
                "WARN Latest version: aa03",
                "WARN -> limbeck -n agent upgrade");
    }

    @Test
    void ahead() {
        at("head");
        told(
                new Application(folder).without("aa03"),
                State.AHEAD,
                "WARN ⚠️ agent database: version is newer than this application",
                "WARN Current version: aa02, aa03",
                "WARN Latest version: aa02",
                "WARN -> Start the release that knows these revisions; an upgrade is no help.");
    }

    @Test
    void diverged() {
        at("head");
        told(
                new Application(folder).without("aa03").table("aa04", "aa02", "t4"),
                State.DIVERGED,
                "WARN ⚠️ agent database: version is diverged from the scripts of this application",
                "WARN Current version: aa02, aa03",
                "WARN Latest version: aa04",
                "WARN -> Build with the scripts of both lines, then  limbeck -n agent upgrade");
    }

    @Test
    void incomplete() throws Exception {
        at("head");
        database.execute("DELETE FROM limbeck_revision WHERE id = 'aa02'");
        told(
                new Application(folder),
                State.INCOMPLETE,
                "WARN ⚠️ agent database: version is incomplete: 1 revision missing below what is applied",
                "WARN Current version: aa03",
                "WARN Latest version: aa03",
                "WARN -> limbeck -n agent status");
    }

    @Test
    void unversionedAndEmpty() {
        told(
                line(),
                State.UNVERSIONED_EMPTY,
                "WARN ⚠️ agent database: version is missing: the database is empty",
                "WARN Current version: none",
                "WARN Latest version: aa03",
                "WARN -> limbeck -n agent upgrade");
    }

    /** A project that is just begun starts under each policy, and says so. */
    @ParameterizedTest
    @EnumSource(
            value = Policy.class,
            names = {"MIGRATE", "CHECK", "WARN"})
    void emptyAndWithoutScripts(Policy policy) {
        Application application = new Application(folder);
        assertThat(application.start(database.dataSource(), policy).get(0).decision())
                .isEqualTo(Decision.NOTHING);
        assertThat(application.log.lines())
                .containsExactly(
                        "INFO ✅ agent database: version is already up to date",
                        "INFO Current version: none",
                        "INFO Latest version: none");
    }

    @Test
    void unversionedWithTables() throws Exception {
        database.execute("CREATE TABLE t1 (id integer)");
        database.execute("CREATE TABLE t2 (id integer)");
        told(
                line(),
                State.UNVERSIONED_WITH_TABLES,
                "WARN ⚠️ agent database: version is missing: the database has 2 tables, but no history",
                "WARN Current version: none",
                "WARN Latest version: aa03",
                "WARN -> limbeck -n agent baseline");
    }

    @Test
    void severalHeads() {
        at("head");
        told(
                new Application(folder).table("aa04", "aa02", "t4"),
                State.SEVERAL_HEADS,
                "WARN ⚠️ agent database: version is not clear: the scripts have several heads",
                "WARN Current version: aa03",
                "WARN Latest version: aa03, aa04",
                "WARN -> limbeck -n agent merge heads -m \"feat: merge\"");
    }

    @Test
    void halfWayUp() throws Exception {
        at("head");
        database.execute("UPDATE limbeck_revision SET state = 'upgrading' WHERE id = 'aa03'");
        told(
                new Application(folder),
                State.DIRTY,
                "WARN ⚠️ agent database: version is half way: revision aa03 stopped",
                "WARN Current version: aa02",
                "WARN Latest version: aa03",
                "WARN -> limbeck -n agent upgrade");
    }

    @Test
    void halfWayDown() throws Exception {
        at("head");
        database.execute("UPDATE limbeck_revision SET state = 'downgrading' WHERE id = 'aa03'");
        told(
                new Application(folder),
                State.DIRTY,
                "WARN ⚠️ agent database: version is half way: revision aa03 stopped",
                "WARN Current version: aa02",
                "WARN Latest version: aa03",
                "WARN -> limbeck -n agent downgrade aa03-1");
    }
}
