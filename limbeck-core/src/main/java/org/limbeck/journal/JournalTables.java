package org.limbeck.journal;

import java.util.List;
import java.util.Map;

import org.limbeck.schema.Column;
import org.limbeck.schema.DataType;
import org.limbeck.schema.PrimaryKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Table;
import org.limbeck.schema.TypeKind;

/**
 * The tables of a journal, by their names.
 *
 * @param prefix {@code [schema.]limbeck} unless the settings say otherwise
 */
public record JournalTables(QualifiedName prefix) {

    public static JournalTables of(String prefix) {
        return new JournalTables(QualifiedName.parse(prefix));
    }

    /** One row for each applied revision. */
    public QualifiedName revision() {
        return prefix.sibling(prefix.name() + "_revision");
    }

    /** What happened besides; only ever added to. */
    public QualifiedName event() {
        return prefix.sibling(prefix.name() + "_event");
    }

    /** The lease, where the database has no session lock. */
    public QualifiedName lock() {
        return prefix.sibling(prefix.name() + "_lock");
    }

    public boolean isOurs(QualifiedName table) {
        return table.equals(revision()) || table.equals(event()) || table.equals(lock());
    }

    /** Times are ISO-8601 text in UTC: the same on every database, and they sort. */
    Table revisionTable() {
        return new Table(
                revision(),
                List.of(
                        text("id", 64).notNull(),
                        text("state", 12).notNull(),
                        text("position", 200),
                        text("message", 500).notNull(),
                        text("source_hash", 64).notNull(),
                        text("checksum", 64).notNull(),
                        text("kind", 20).notNull(),
                        text("finished_at", 30).notNull(),
                        text("finished_by", 100).notNull(),
                        text("host", 100).notNull(),
                        text("version", 40).notNull(),
                        Column.of("millis", DataType.of(TypeKind.BIGINT)).notNull(),
                        text("tag", 100),
                        Column.of("details", DataType.of(TypeKind.LONG_TEXT))),
                List.of(PrimaryKey.of("id").named("pk_" + revision().name())),
                List.of(),
                null,
                Map.of());
    }

    Table eventTable() {
        return new Table(
                event(),
                List.of(
                        Column.of("id", DataType.of(TypeKind.BIGINT)).notNull().autoIncrement(),
                        text("happened_at", 30).notNull(),
                        text("event", 20).notNull(),
                        text("revision", 64),
                        text("done_by", 100).notNull(),
                        text("host", 100).notNull(),
                        text("version", 40).notNull(),
                        text("reason", 1000),
                        Column.of("details", DataType.of(TypeKind.LONG_TEXT))),
                List.of(PrimaryKey.of("id").named("pk_" + event().name())),
                List.of(),
                null,
                Map.of());
    }

    private static Column text(String name, int length) {
        return Column.of(name, DataType.of(TypeKind.VARCHAR, length));
    }
}
