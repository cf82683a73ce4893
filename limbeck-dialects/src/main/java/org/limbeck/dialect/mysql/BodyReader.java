package org.limbeck.dialect.mysql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Routine;
import org.limbeck.schema.SqlText;
import org.limbeck.schema.Trigger;

/**
 * Reads what has a body of statements. The catalogue's tables lose escapes in the body's texts ({@code 'a\'b'} is shown as
 * {@code 'a'b'} by MySQL), so a body with quotes is read by SHOW CREATE, each by itself.
 */
final class BodyReader {
    private final Catalogue catalogue;
    private final List<String> unknowns = new ArrayList<>();

    BodyReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    List<String> unknowns() {
        return unknowns;
    }

    /** A trigger as the catalogue has it. */
    private record Raw(String name, String table, String timing, String event, String body, String definer) {}

    List<Trigger> triggers(@Nullable String qualifier, @Nullable String table) throws SQLException {
        List<Raw> raws = new ArrayList<>();
        catalogue.query(
                "SELECT t.trigger_name, t.event_object_table, t.action_timing, t.event_manipulation,"
                        + " t.action_statement, t.definer FROM information_schema.triggers t WHERE $WHERE"
                        + " ORDER BY t.event_object_table, t.action_timing, t.event_manipulation, t.action_order",
                "t.event_object_schema",
                "t.event_object_table",
                table,
                row -> raws.add(new Raw(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6))));
        List<Trigger> triggers = new ArrayList<>();
        for (Raw raw : raws) {
            triggers.add(
                    new Trigger(raw.name(), new QualifiedName(qualifier, raw.table()), SqlText.of(definition(raw))));
        }
        return triggers;
    }

    private String definition(Raw raw) throws SQLException {
        if (raw.body().indexOf('\'') >= 0
                || raw.body().indexOf('"') >= 0
                || raw.body().indexOf('\\') >= 0) {
            List<String> shown = new ArrayList<>();
            catalogue.query(
                    "SHOW CREATE TRIGGER " + catalogue.inSchema(raw.name()), row -> shown.add(row.getString(3)));
            return catalogue.withoutOwnDefiner(shown.get(0));
        }
        return "CREATE " + catalogue.definerWords(raw.definer()) + "TRIGGER " + catalogue.backticked(raw.name()) + " "
                + raw.timing() + " " + raw.event() + " ON " + catalogue.backticked(raw.table()) + " FOR EACH ROW "
                + raw.body();
    }

    List<Routine> routines() throws SQLException {
        List<String[]> names = new ArrayList<>();
        catalogue.query(
                "SELECT routine_name, routine_type FROM information_schema.routines WHERE routine_schema = ?"
                        + " ORDER BY routine_name, routine_type",
                row -> names.add(new String[] {row.getString(1), row.getString(2)}),
                catalogue.schema());
        List<Routine> routines = new ArrayList<>();
        for (String[] name : names) {
            routine(name[0], name[1], routines);
        }
        readEvents();
        return routines;
    }

    private void routine(String name, String type, List<Routine> routines) throws SQLException {
        if (!type.equals("FUNCTION") && !type.equals("PROCEDURE")) {
            unknowns.add(type + " " + name + " is not read");
            return;
        }
        List<String> shown = new ArrayList<>();
        catalogue.query("SHOW CREATE " + type + " " + catalogue.inSchema(name), row -> {
            if (row.getString(3) != null) {
                shown.add(row.getString(3));
            }
        });
        if (shown.isEmpty()) {
            unknowns.add("the body of " + type + " " + name + " may not be read by this user");
            return;
        }
        String definition = catalogue.withoutOwnDefiner(shown.get(0));
        routines.add(
                new Routine(new QualifiedName(null, name), Routine.Kind.valueOf(type), "", SqlText.of(definition)));
    }

    private void readEvents() throws SQLException {
        catalogue.query(
                "SELECT event_name FROM information_schema.events WHERE event_schema = ? ORDER BY event_name",
                row -> unknowns.add("event " + row.getString(1) + " is not read"),
                catalogue.schema());
    }
}
