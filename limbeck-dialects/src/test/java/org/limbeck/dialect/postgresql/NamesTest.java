package org.limbeck.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.migration.Words.*;

import java.sql.SQLException;
import java.util.List;

import org.limbeck.dialect.Live;
import org.limbeck.operation.Operation;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;
import org.limbeck.schema.Trigger;
import org.limbeck.testkit.server.TestDatabase;

/** Odd names go into the database and come back exactly, as names of everything that has one. */
class NamesTest {
    private static final List<String> NAMES = List.of(
            "plain",
            "Upper",
            "with blank",
            "with.dot",
            "quo\"te",
            "it's",
            "back\\slash",
            "select",
            "user",
            "smile \uD83D\uDE00",
            "\u00FCml\u00E4ut",
            "$limbeck$",
            "%s",
            "{nullsNotDistinct}",
            "semi;colon -- x",
            "new\nline",
            "1digit",
            "x".repeat(63),
            "\u00FC".repeat(31));

    @OnPostgresql
    void comeBackExactly(TestDatabase database) throws SQLException {
        try (Live live = Live.on(database, new PostgresqlProvider())) {
            for (String name : NAMES) {
                everythingNamed(live, name);
            }
        }
    }

    private static void everythingNamed(Live live, String name) throws SQLException {
        QualifiedName qualified = new QualifiedName(null, name);
        String text = qualified.toString();
        live.execute("DROP SCHEMA IF EXISTS public CASCADE", "CREATE SCHEMA public");
        List<Operation> operations = Live.record(op -> {
            op.createSchema(name);
            op.createTable(
                    text,
                    column(name, integer()).autoIncrement().comment(name),
                    column("c", text()).defaultTo(name),
                    column("own", integer()),
                    primaryKey(name).named(cut("0", name)),
                    check("c <> ''").named(cut("1", name)),
                    foreignKey("own").references(text, name).named(cut("2", name)),
                    index(desc(name)).named(cut("3", name)),
                    comment(name));
            op.insert(text, row(name, 7, "c", name));
            op.renameColumn(text, "own", "own2");
            op.setType(text, name, bigint());
            op.setColumnComment(text, name, "now " + name);
            op.createIndexConcurrently(text, index("c", name).named(cut("4", name)));
            op.dropIndexConcurrently(text, cut("4", name));
            op.createSequence(new QualifiedName(null, cut("5", name)).toString());
            op.createEnum(new QualifiedName(null, cut("6", name)).toString(), name);
            op.addColumn(
                    text,
                    column("e", enumOf(new QualifiedName(null, cut("6", name)).toString()))
                            .defaultTo(name));
            op.addColumn(text, column("s", bigint()).fromSequence(new QualifiedName(null, cut("5", name)).toString()));
        });
        Schema expected = live.schema();
        for (Operation operation : operations) {
            expected = operation.evolve(expected);
            live.execute(List.of(operation));
        }
        Table table = live.normal(text);
        assertThat(table)
                .isEqualTo(live.dialect().normalise(expected.table(qualified).orElseThrow()));
        assertThat(live.texts("SELECT c FROM " + live.dialect().identifier(name)))
                .containsExactly(name);
        live.execute("CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'");
        String id = live.dialect().identifier(name);
        live.execute("CREATE TRIGGER " + id + " AFTER INSERT ON " + id + " EXECUTE FUNCTION tf()");
        Trigger trigger = live.schema().triggersOn(qualified).get(0);
        assertThat(trigger.name()).isEqualTo(name);
        live.apply(op -> {
            op.dropTrigger(trigger);
            op.createTrigger(trigger);
            op.dropGeneration(text, name);
        });
        Schema schema = live.schema();
        assertThat(schema.namespaces()).contains(name);
        assertThat(schema.sequences()).containsKey(new QualifiedName(null, cut("5", name)));
        assertThat(schema.enums().get(new QualifiedName(null, cut("6", name)))).isNotNull();
        live.apply(op -> {
            op.dropSchema(name);
            op.dropTable(text);
        });
        assertThat(live.schema().tables()).isEmpty();
    }

    /** Another name as odd, not longer than the first. */
    private static String cut(String first, String name) {
        return first + name.substring(1);
    }
}
