package org.limbeck.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.limbeck.Limbeck;
import org.limbeck.dialects.Dialects;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.testkit.server.EachDatabase;
import org.limbeck.testkit.server.TestDatabase;

/** A full disk, a file that cannot be written, a clock that was set back. */
class StorageFaultsTest {
    @TempDir
    static Path scripts;

    @TempDir
    Path data;

    @BeforeAll
    static void write() throws Exception {
        TenRevisions.write(scripts);
    }

    /** SQLite is told that the file may not grow, which is what a full disk says too. */
    @Test
    void whatAFullDiskStoppedIsFinishedByTheNextRun() throws Exception {
        String undisturbed = "jdbc:sqlite:" + data.resolve("undisturbed.db");
        limbeck(undisturbed).upgrade();
        String url = "jdbc:sqlite:" + data.resolve("full.db");
        limbeck(url).upgrade("aa02");

        LimbeckException full = catchThrowableOfType(
                LimbeckException.class, () -> limbeck(url + "?max_page_count=1").upgrade());

        assertThat(full).hasMessageContaining("full");
        assertThat(limbeck(url).upgrade().heads()).containsExactly(TenRevisions.HEAD);
        assertThat(picture(url)).isEqualTo(picture(undisturbed));
    }

    @Test
    void aReadOnlyFileIsNotChanged() throws Exception {
        String url = "jdbc:sqlite:" + data.resolve("fixed.db");
        limbeck(url).upgrade("aa02");
        String before = picture(url);

        LimbeckException fixed = catchThrowableOfType(
                LimbeckException.class, () -> limbeck(url + "?open_mode=1").upgrade());

        assertThat(fixed.code()).isIn(ErrorCode.READ_ONLY, ErrorCode.STATEMENT_FAILED);
        assertThat(String.valueOf(fixed.getMessage()).toLowerCase(java.util.Locale.ROOT))
                .contains("read");
        assertThat(picture(url)).isEqualTo(before);
    }

    /** Times are for people; no decision rests on them. */
    @EachDatabase
    void aClockThatWasSetBackChangesNothing(TestDatabase database) throws Exception {
        Limbeck limbeck = Limbeck.configure()
                .dataSource(database.dataSource())
                .scripts(scripts.toString())
                .dialects(Dialects.providers())
                .load();
        limbeck.upgrade("aa07");
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE limbeck_revision SET finished_at = '2099-01-01T00:00:00Z'");
        }

        assertThat(limbeck.upgrade().heads()).containsExactly(TenRevisions.HEAD);
        assertThat(limbeck.status().isUpToDate()).isTrue();
        assertThat(limbeck.downgrade("aa08").heads()).contains("aa08");
    }

    private static Limbeck limbeck(String url) {
        return Limbeck.configure()
                .url(url)
                .scripts(scripts.toString())
                .dialects(Dialects.providers())
                .load();
    }

    private static String picture(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            return Picture.of(connection, OpenDialect.of(connection));
        }
    }
}
