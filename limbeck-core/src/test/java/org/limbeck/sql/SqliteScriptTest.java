package org.limbeck.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.Test;

/** What the splitter gives is what a database takes. */
class SqliteScriptTest {
    private static final String SCRIPT = """
            -- orders; and their history
            CREATE TABLE [order;s] (id INTEGER PRIMARY KEY, "no;te" TEXT DEFAULT 'it''s; fine');
            CREATE TABLE log (id INTEGER, what TEXT);
            CREATE TRIGGER logged AFTER INSERT ON [order;s] FOR EACH ROW WHEN CASE WHEN NEW.id > 0 THEN 1 ELSE 0 END
            BEGIN
              INSERT INTO log VALUES (NEW.id, CASE NEW.id WHEN 1 THEN 'first;' ELSE 'later' END);
              UPDATE log SET what = what || '!' WHERE id = NEW.id; -- END;
            END;
            INSERT INTO [order;s] (id) VALUES (1), (2) /* ; */;;
            CREATE VIEW `v;` AS SELECT what FROM log
            """;

    @Test
    void runsStatementByStatement() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement()) {
            for (SqlStatement part : StatementSplitter.all(SCRIPT, Syntaxes.SQLITE)) {
                statement.execute(part.text());
            }
            try (ResultSet rows = statement.executeQuery("SELECT group_concat(what, ' ') FROM `v;`")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("first;! later!");
            }
        }
    }
}
