package org.limbeck.compare;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Feature;
import org.limbeck.dialect.Statement;
import org.limbeck.error.LimbeckException;
import org.limbeck.migration.Naming;
import org.limbeck.operation.CreateEnum;
import org.limbeck.operation.CreateRoutine;
import org.limbeck.operation.CreateSequence;
import org.limbeck.operation.CreateTable;
import org.limbeck.operation.CreateTrigger;
import org.limbeck.operation.CreateView;
import org.limbeck.operation.Operation;
import org.limbeck.schema.EnumType;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Routine;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.SqlText;
import org.limbeck.schema.Table;
import org.limbeck.schema.Trigger;
import org.limbeck.schema.View;
import org.limbeck.state.ReplayedState;

/**
 * Lets the database decide whether two texts mean the same: what is wanted is created out of sight and read back, only
 * where something still differs.
 */
final class Judge {
    private final Dialect dialect;
    private final CompareOptions options;
    private final Schema have;
    private final Schema want;
    private final List<String> undecided = new ArrayList<>();
    private @Nullable String place;

    Judge(Schema have, Schema want, Dialect dialect, CompareOptions options) {
        OwnSchema own = new OwnSchema(options.ownSchema());
        this.have = own.bare(have);
        this.want = own.bare(want);
        this.dialect = dialect;
        this.options = options;
    }

    static String key(Trigger trigger) {
        return trigger.table() + " " + trigger.name();
    }

    /** Decides what is in doubt among changes. */
    Judgement decide(SchemaChanges changes, Connection live) {
        Doubts doubts = Doubts.of(changes);
        if (doubts.isEmpty()) {
            return Judgement.NONE;
        }
        if (dialect.scratch() == null) {
            return undecided(doubts.names() + " could not be decided: " + dialect.title() + " has no place for it");
        }
        try {
            return dialect.scratch().in(live, connection -> decide(doubts, connection));
        } catch (SQLException e) {
            return undecided(doubts.names() + " could not be decided, for there is no place to try: "
                    + firstLine(e.getMessage()));
        }
    }

    private static Judgement undecided(String why) {
        return new Judgement(Map.of(), Map.of(), Map.of(), Map.of(), List.of(why));
    }

    private Judgement decide(Doubts doubts, Connection connection) throws SQLException {
        place = Catalogue.ownSchema(connection, dialect);
        Map<QualifiedName, View> views = views(doubts.views());
        Map<QualifiedName, Table> tables = tables(doubts, views);
        objects(connection, doubts, tables);
        for (Table table : tables.values()) {
            create(connection, new CreateTable(bare(table)), doubts.tables().contains(table.name()));
        }
        for (View view : views.values()) {
            create(connection, new CreateView(bare(view)), doubts.views().contains(view.name()));
        }
        for (Trigger trigger : want.triggers().values()) {
            if (doubts.triggers().contains(key(trigger)) && !namesOwnSchema(trigger.definition())) {
                create(connection, new CreateTrigger(trigger), true);
            }
        }
        Schema read =
                new OwnSchema(options.ownSchema()).bare(dialect.reflector().schema(connection, null));
        return judgement(read, doubts, tables, views);
    }

    /** Enums and sequences that tables may use, and routines. */
    private void objects(Connection connection, Doubts doubts, Map<QualifiedName, Table> tables) throws SQLException {
        String text = tables.values().toString();
        if (dialect.supports(Feature.NAMED_ENUMS)) {
            for (EnumType type : want.enums().values()) {
                if (Words.mention(text, type.name().name())) {
                    create(connection, new CreateEnum(new EnumType(bare(type.name()), type.values())), false);
                }
            }
        }
        if (dialect.supports(Feature.SEQUENCES)) {
            for (Sequence sequence : want.sequences().values()) {
                if (Words.mention(text, sequence.name().name())) {
                    create(connection, new CreateSequence(sequence), false);
                }
            }
        }
        for (Routine routine : want.routines().values()) {
            boolean needed = doubts.routines().contains(routine.name())
                    || !doubts.triggers().isEmpty()
                    || Words.mention(text, routine.name().name());
            if (needed && !namesOwnSchema(routine.definition())) {
                create(connection, new CreateRoutine(routine), doubts.routines().contains(routine.name()));
            }
        }
    }

    /** A definition that names the schema would not come to stand here; but then it is one of the catalogue's own. */
    private boolean namesOwnSchema(SqlText definition) {
        String own = options.ownSchema();
        return own != null && Words.mention(dialect.words(definition), own);
    }

    /** The views in doubt and those that they read, each after those that it reads. */
    private Map<QualifiedName, View> views(Set<QualifiedName> doubtful) {
        Map<QualifiedName, View> needed = new TreeMap<>();
        List<QualifiedName> open = new ArrayList<>(doubtful);
        while (!open.isEmpty()) {
            View view = want.views().get(open.remove(open.size() - 1));
            if (view != null && needed.put(view.name(), view) == null) {
                String words = dialect.words(view.query());
                want.views().keySet().stream()
                        .filter(name -> Words.mention(words, name.name()))
                        .forEach(open::add);
            }
        }
        Map<QualifiedName, View> ordered = new LinkedHashMap<>();
        new ViewOrder(needed, dialect).names().forEach(name -> {
            View view = needed.get(name);
            if (view != null) {
                ordered.put(name, view);
            }
        });
        return ordered;
    }

    /** The tables in doubt, and those that views and triggers in doubt read. */
    private Map<QualifiedName, Table> tables(Doubts doubts, Map<QualifiedName, View> views) {
        Map<QualifiedName, Table> all = new HashMap<>(have.tables());
        all.putAll(want.tables());
        StringBuilder words = new StringBuilder();
        views.values().forEach(view -> words.append(dialect.words(view.query())).append('\n'));
        want.triggers().forEach((key, trigger) -> {
            if (doubts.triggers().contains(key(trigger))) {
                words.append(dialect.words(trigger.definition())).append('\n');
            }
        });
        String text = words.toString();
        Map<QualifiedName, Table> needed = new TreeMap<>();
        all.forEach((name, table) -> {
            if (doubts.tables().contains(name) || Words.mention(text, name.name())) {
                needed.put(name, withoutKeys(Naming.named(table)));
            }
        });
        return needed;
    }

    private static Table withoutKeys(Table table) {
        return table.withConstraints(table.constraints().stream()
                .filter(c -> !(c instanceof ForeignKey))
                .toList());
    }

    private static QualifiedName bare(QualifiedName name) {
        return new QualifiedName(null, name.name());
    }

    private static Table bare(Table table) {
        return table.named(bare(table.name()));
    }

    private static View bare(View view) {
        return new View(
                bare(view.name()), view.query(), view.materialised(), view.indexes(), view.comment(), view.options());
    }

    // ---- creating

    /** Creates something; if that fails, nothing of it stays, and it is told if it is in doubt itself. */
    private void create(Connection connection, Operation operation, boolean doubtful) throws SQLException {
        Savepoint before = connection.getAutoCommit() ? null : connection.setSavepoint();
        try {
            execute(connection, operation);
            if (before != null) {
                connection.releaseSavepoint(before);
            }
        } catch (SQLException | LimbeckException e) {
            if (before != null) {
                connection.rollback(before);
            }
            if (doubtful) {
                undecided.add(operation.describe().replaceFirst("^create ", "") + " could not be decided: "
                        + firstLine(e.getMessage()));
            }
        }
    }

    private void execute(Connection connection, Operation operation) throws SQLException {
        for (var group : dialect.renderer().render(List.of(operation), ReplayedState.empty())) {
            for (Statement statement : group.statements()) {
                try (java.sql.Statement jdbc = connection.createStatement()) {
                    jdbc.execute(statement.sql());
                }
            }
        }
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }

    // ---- what was made of it

    private Judgement judgement(
            Schema read, Doubts doubts, Map<QualifiedName, Table> tables, Map<QualifiedName, View> views) {
        Map<QualifiedName, Table> made = new HashMap<>();
        tables.keySet()
                .forEach(name -> read.table(bare(name)).ifPresent(t -> {
                    if (doubts.tables().contains(name)) {
                        made.put(name, t.named(name));
                    }
                }));
        Map<QualifiedName, View> madeViews = new HashMap<>();
        views.keySet().forEach(name -> read.view(bare(name)).ifPresent(view -> madeViews.put(name, view)));
        Map<QualifiedName, Routine> routines = new HashMap<>();
        read.routines()
                .forEach((name, r) ->
                        routines.put(name, new Routine(name, r.kind(), r.signature(), here(r.definition()))));
        Map<String, Trigger> triggers = new HashMap<>();
        read.triggers()
                .values()
                .forEach(t -> triggers.put(key(t), new Trigger(t.name(), t.table(), here(t.definition()))));
        return new Judgement(made, madeViews, routines, triggers, undecided);
    }

    /** A definition that names the scratch place, as if it had been made in the connection's own schema. */
    private SqlText here(SqlText definition) {
        String own = options.ownSchema();
        return own == null || place == null
                ? definition
                : SqlText.of(definition.sql().replace(place + ".", own + "."));
    }
}
