package org.limbeck.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;

import org.limbeck.testkit.fault.Fault;
import org.limbeck.testkit.fault.FaultyDataSource;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

/** What a revision costs: the statements that are sent. */
class StatementCountTest {
    @TempDir
    Path folder;

    /** BEGIN, its own, the journal row, COMMIT; or intent, its own, the journal row. The drivers send BEGIN by themselves. */
    @EachDatabase
    void aRevisionOfOneTableCostsFourStatementsOrThree(TestDatabase database) {
        History history = new History(folder).table("aa01", "", "t1").table("aa02", "aa01", "t2");
        history.table("aa03", "aa02", "t3").table("aa04", "aa03", "t4");
        history.limbeck(database).upgrade("aa01");

        int one = sent(history, database, "+1").size();
        int two = sent(history, database, "+2").size();

        assertThat(two - one).isEqualTo(3);
    }

    /** That a table is missing, by which a crash is told, is known of all tables by one query. */
    @EachDatabase
    void aRevisionOfOneTableInSqlCostsTheSame(TestDatabase database) {
        History history = new History(folder);
        for (int i = 1; i < 6; i++) {
            history.sql(
                    "aa0" + i,
                    i == 1 ? "" : "aa0" + (i - 1),
                    "CREATE TABLE t" + i + " (id integer PRIMARY KEY, name varchar(9));",
                    "");
        }
        history.limbeck(database).upgrade("aa01");

        int one = sent(history, database, "+1").size();
        int three = sent(history, database, "+3").size();

        assertThat(three - one).isEqualTo(2 * 3);
    }

    @EachDatabase
    void severalTablesInOneRevisionNeedOneIntent(TestDatabase database) {
        History history = new History(folder).table("aa01", "", "t1").table("aa02", "aa01", "t2");
        history.java("aa03", "aa02", """
                for (int i = 3; i < 8; i++) {
                    op.createTable("t" + i, column("id", integer()).notNull(), primaryKey("id"));
                }
                """, "");
        history.limbeck(database).upgrade("aa01");

        int one = sent(history, database, "+1").size();
        int five = sent(history, database, "+1").size();

        assertThat(five - one).isEqualTo(4);
    }

    @EachDatabase
    void nothingToDoIsOneQuery(TestDatabase database) {
        History history = new History(folder);
        for (int i = 1; i < 20; i++) {
            history.sql("aa" + (100 + i), i == 1 ? "" : "aa" + (99 + i), "", "");
        }
        history.limbeck(database).upgrade();

        List<String> sent = sent(history, database, "head");

        assertThat(sent).singleElement().asString().containsIgnoringCase("limbeck_revision");
    }

    /** An empty merge has nothing to put into a transaction. */
    @EachDatabase
    void aRevisionWithoutOperationsIsOneStatement(TestDatabase database) {
        History history = new History(folder).sql("aa01", "", "", "").sql("aa02", "aa01", "", "");
        history.sql("aa03", "aa02", "", "").sql("aa04", "aa03", "", "");
        history.limbeck(database).upgrade("aa01");

        int one = sent(history, database, "+1").size();
        int two = sent(history, database, "+2").size();

        assertThat(two - one).isEqualTo(1);
    }

    /** A commit and the return to autocommit that follows it are one statement to the server. */
    private static List<String> sent(History history, TestDatabase database, String target) {
        FaultyDataSource counted = new FaultyDataSource(database, Fault.never());
        history.on(counted).load().upgrade(target);
        List<String> sent = new ArrayList<>();
        for (String sql : counted.statements()) {
            boolean again = sql.equals("COMMIT")
                    && !sent.isEmpty()
                    && sent.get(sent.size() - 1).equals("COMMIT");
            if (!again) {
                sent.add(sql);
            }
        }
        return sent;
    }
}
