package org.limbeck.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.io.TempDir;

import org.limbeck.Limbeck;
import org.limbeck.error.ErrorCode;
import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

/** The library: instances beside each other, connections of a pool, events. */
class FacadeTest {
    @TempDir
    Path folder;

    /** Several instances, each with scripts and a database of its own, at the same time. */
    @EachDatabase
    void instancesDoNotDisturbEachOther(TestDatabase database) throws Exception {
        List<TestDatabase> databases = new ArrayList<>(List.of(database));
        List<CompletableFuture<Void>> runs = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                TestDatabase one = i == 0 ? database : TestDatabase.create(database.kind());
                databases.add(one);
                Path scripts = Files.createDirectories(folder.resolve("s" + i));
                Limbeck limbeck = new History(scripts)
                        .table("aa01", "", "t" + i)
                        .table("aa02", "aa01", "u" + i)
                        .limbeck(one);
                runs.add(CompletableFuture.runAsync(() -> {
                    limbeck.upgrade();
                    limbeck.downgrade("-1");
                }));
            }
            for (CompletableFuture<Void> run : runs) {
                run.get(60, TimeUnit.SECONDS);
            }
            for (int i = 0; i < 3; i++) {
                assertThat(Tables.of(databases.get(i + 1))).containsExactly("t" + i);
            }
        } finally {
            databases.stream().skip(2).forEach(TestDatabase::close);
        }
    }

    /** As a pool gives them: the same connection again and again, not in autocommit mode, never really closed. */
    @EachDatabase
    void aConnectionIsGivenBackAsItWas(TestDatabase database) throws Exception {
        History history = new History(folder)
                .table("aa01", "", "t1")
                .java("aa02", "aa01", "op.insert(\"t1\", row(\"id\", 1));", "op.delete(\"t1\", where(\"id\", 1));");
        List<Connection> opened = new CopyOnWriteArrayList<>();
        Limbeck limbeck = history.on(new Recorded(Pooled.of(database), opened)).load();

        limbeck.upgrade();
        assertThat(limbeck.status().isUpToDate()).isTrue();
        limbeck.downgrade("-1");
        history.java("aa03", "aa02", "op.insert(\"missing\", row(\"id\", 1));", "");
        assertThat(History.refusal(limbeck::upgrade).code()).isEqualTo(ErrorCode.STATEMENT_FAILED);

        assertThat(opened).isNotEmpty();
        for (Connection connection : opened) {
            assertThat(connection.getAutoCommit()).isFalse();
        }
        Pooled.closeAll(opened);
        assertThat(Tables.rows(database, "t1")).isEqualTo(1);
    }

    @EachDatabase
    void eventsComeInOrder(TestDatabase database) {
        History history = new History(folder).table("aa01", "", "t1").java("aa02", "aa01", """
                op.when(tableMissing("t2"), then -> then.createTable("t2", column("id", integer()).notNull(), primaryKey("id")));
                op.run("count", data -> data.progress(1, 2));
                op.insert("t1", row("id", 1));
                """, "");
        History.Events events = new History.Events();

        history.limbeck(database, events).upgrade();

        List<String> kinds =
                events.all.stream().map(e -> e.getClass().getSimpleName()).toList();
        assertThat(kinds)
                .containsExactly(
                        "Started",
                        "StepStarted",
                        "Executing",
                        "Executed",
                        "StepFinished",
                        "StepStarted",
                        "Decided",
                        "Executing",
                        "Executed",
                        "Progressed",
                        "Executing",
                        "Executed",
                        "StepFinished",
                        "Finished");
    }

    /** A listener that asks for a stop: what is done stays, and the next run goes on. */
    @EachDatabase(DatabaseKind.SQLITE)
    void aRunCanBeStopped(TestDatabase database) throws Exception {
        History history = new History(folder).table("aa01", "", "t1").table("aa02", "aa01", "t2");
        Limbeck limbeck = history.on(database.dataSource())
                .cancelled(() -> {
                    try {
                        return Tables.of(database).contains("t1");
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .load();

        assertThat(History.refusal(limbeck::upgrade).code()).isEqualTo(ErrorCode.INTERRUPTED);
        assertThat(Tables.of(database)).containsExactly("t1");
        history.limbeck(database).upgrade();
        assertThat(Tables.of(database)).containsExactly("t1", "t2");
    }
}
