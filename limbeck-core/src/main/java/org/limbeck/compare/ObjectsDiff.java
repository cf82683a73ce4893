package org.limbeck.compare;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.limbeck.dialect.Dialect;
import org.limbeck.dialect.Feature;
import org.limbeck.operation.CreateExtension;
import org.limbeck.operation.CreateRoutine;
import org.limbeck.operation.CreateSchema;
import org.limbeck.operation.CreateTrigger;
import org.limbeck.operation.DropExtension;
import org.limbeck.operation.DropRoutine;
import org.limbeck.operation.DropSchema;
import org.limbeck.operation.DropTrigger;
import org.limbeck.schema.EnumType;
import org.limbeck.schema.Extension;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Routine;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;
import org.limbeck.schema.Trigger;

/** What differs between two schemas beside tables and views. */
final class ObjectsDiff {
    private final Plan plan;
    private final Side side;
    private final Schema have;
    private final Schema want;
    private final Dialect dialect;
    private final CompareOptions options;
    private final Judgement judgement;

    ObjectsDiff(Plan plan, Side have, Side want, Judgement judgement) {
        this.plan = plan;
        this.judgement = judgement;
        this.side = have;
        this.have = have.all();
        this.want = want.all();
        this.dialect = have.dialect();
        this.options = have.options();
    }

    void run() {
        if (takes(ObjectKind.SCHEMA, Feature.SCHEMAS)) {
            namespaces();
        }
        if (takes(ObjectKind.EXTENSION, Feature.EXTENSIONS)) {
            extensions();
        }
        if (takes(ObjectKind.ENUM, Feature.NAMED_ENUMS)) {
            new EnumsDiff(
                            plan,
                            side,
                            only(ObjectKind.ENUM, have.enums()),
                            only(ObjectKind.ENUM, wantedEnums()),
                            options.tablesOnly())
                    .run();
        }
        if (takes(ObjectKind.SEQUENCE, Feature.SEQUENCES)) {
            new SequencesDiff(
                            plan,
                            only(ObjectKind.SEQUENCE, have.sequences()),
                            only(ObjectKind.SEQUENCE, want.sequences()))
                    .run();
        }
        if (takes(ObjectKind.ROUTINE, Feature.ROUTINES)) {
            routines();
        }
        if (takes(ObjectKind.TRIGGER, Feature.TRIGGERS)) {
            triggers();
        }
    }

    private boolean takes(ObjectKind kind, Feature feature) {
        return options.takes(kind) && dialect.supports(feature);
    }

    private <T> Map<QualifiedName, T> only(ObjectKind kind, Map<QualifiedName, T> all) {
        Map<QualifiedName, T> some = new TreeMap<>(all);
        some.keySet().removeIf(name -> !options.filter().takes(kind, name));
        return some;
    }

    /** An enum may be said at a column only. */
    private Map<QualifiedName, EnumType> wantedEnums() {
        Map<QualifiedName, EnumType> all = new HashMap<>(want.enums());
        for (Table table : want.tables().values()) {
            table.columns().stream()
                    .map(column -> dialect.resolve(column.type()))
                    .filter(type -> type.kind() == org.limbeck.schema.TypeKind.ENUM
                            && !type.values().isEmpty())
                    .forEach(type -> {
                        QualifiedName name = QualifiedName.parse(Objects.requireNonNull(type.name()));
                        all.putIfAbsent(name, new EnumType(name, type.values()));
                    });
        }
        return all;
    }

    /** A schema is not wanted only where the wanted ones are listed at all. */
    private void namespaces() {
        Set<String> wanted = new TreeSet<>(want.namespaces());
        want.tables().keySet().forEach(name -> {
            if (name.schema() != null && options.filter().takes(ObjectKind.TABLE, name)) {
                wanted.add(name.schema());
            }
        });
        Set<String> live = new HashSet<>(have.namespaces());
        have.tables().keySet().forEach(name -> {
            if (name.schema() != null) {
                live.add(name.schema());
            }
        });
        for (String name : wanted) {
            if (!live.contains(name) && !name.equals(options.ownSchema())) {
                plan.added(subject(ObjectKind.SCHEMA, name)).does(Phase.CREATE_SCHEMA, 0, 0, new CreateSchema(name));
            }
        }
        for (String name : have.namespaces()) {
            boolean goes = !want.namespaces().isEmpty() && !wanted.contains(name) && !name.equals(options.ownSchema());
            if (goes && !options.tablesOnly()) {
                plan.removed(subject(ObjectKind.SCHEMA, name)).does(Phase.DROP_SCHEMA, 0, 0, new DropSchema(name));
            }
        }
    }

    /** An extension is not wanted only where the wanted ones are listed at all. */
    private void extensions() {
        Map<String, Extension> wanted = new TreeMap<>(want.extensions());
        wanted.forEach((name, extension) -> {
            if (!have.extensions().containsKey(name)) {
                plan.added(subject(ObjectKind.EXTENSION, name))
                        .does(Phase.CREATE_EXTENSION, 0, 0, new CreateExtension(extension));
            }
        });
        for (String name : new TreeSet<>(have.extensions().keySet())) {
            if (!wanted.isEmpty() && !wanted.containsKey(name)) {
                plan.removed(subject(ObjectKind.EXTENSION, name))
                        .does(Phase.DROP_EXTENSION, 0, 0, new DropExtension(name));
            }
        }
    }

    private static Subject subject(ObjectKind kind, String name) {
        return new Subject(kind, new QualifiedName(null, name), null);
    }

    // ---- routines

    private void routines() {
        Map<QualifiedName, Routine> live = only(ObjectKind.ROUTINE, have.routines());
        Map<QualifiedName, Routine> wanted = only(ObjectKind.ROUTINE, want.routines());
        // Only routines that are new need to know what calls them.
        String tables = live.keySet().containsAll(wanted.keySet())
                ? ""
                : want.tables().values().toString();
        wanted.forEach((name, routine) -> {
            Subject subject = new Subject(ObjectKind.ROUTINE, name, null);
            Routine former = live.get(name);
            String text = Words.brief(dialect.words(routine.definition()));
            boolean first = Words.mention(tables, name.name());
            if (former == null) {
                plan.added(subject)
                        .after(text)
                        .does(
                                first ? Phase.CREATE_ROUTINE_FOR_TABLES : Phase.CHANGE_ROUTINE,
                                0,
                                1,
                                new CreateRoutine(routine));
            } else if (!judgement.sameRoutine(former, routine, dialect)) {
                plan.changed(subject)
                        .before(Words.brief(dialect.words(former.definition())))
                        .after(text)
                        .does(Phase.CHANGE_ROUTINE, 0, 0, drop(former))
                        .does(Phase.CHANGE_ROUTINE, 0, 1, new CreateRoutine(routine));
            }
        });
        live.forEach((name, routine) -> {
            if (!wanted.containsKey(name)) {
                plan.removed(new Subject(ObjectKind.ROUTINE, name, null))
                        .before(Words.brief(dialect.words(routine.definition())))
                        .does(Phase.DROP_ROUTINE, 0, 0, drop(routine));
            }
        });
    }

    private static DropRoutine drop(Routine routine) {
        return new DropRoutine(routine.name(), routine.kind(), routine.signature(), routine);
    }

    // ---- triggers

    private void triggers() {
        Map<String, Trigger> live = triggers(have);
        Map<String, Trigger> wanted = triggers(want);
        wanted.forEach((key, trigger) -> {
            Subject subject = new Subject(ObjectKind.TRIGGER, trigger.table(), trigger.name());
            Trigger former = live.get(key);
            String text = Words.brief(dialect.words(trigger.definition()));
            if (former == null) {
                plan.added(subject).after(text).does(Phase.CREATE_TRIGGER, 0, 0, new CreateTrigger(trigger));
            } else if (!judgement.sameTrigger(former, trigger, dialect)) {
                plan.changed(subject)
                        .before(Words.brief(dialect.words(former.definition())))
                        .after(text)
                        .does(Phase.DROP_TRIGGER, 0, 0, drop(former))
                        .does(Phase.CREATE_TRIGGER, 0, 0, new CreateTrigger(trigger));
            }
        });
        live.forEach((key, trigger) -> {
            if (!wanted.containsKey(key)) {
                plan.removed(new Subject(ObjectKind.TRIGGER, trigger.table(), trigger.name()))
                        .before(Words.brief(dialect.words(trigger.definition())))
                        .does(Phase.DROP_TRIGGER, 0, 0, drop(trigger));
            }
        });
    }

    private static DropTrigger drop(Trigger trigger) {
        return new DropTrigger(trigger.table(), trigger.name(), null);
    }

    private Map<String, Trigger> triggers(Schema schema) {
        Map<String, Trigger> some = new TreeMap<>(schema.triggers());
        some.values().removeIf(trigger -> !options.filter().takes(ObjectKind.TRIGGER, trigger.table()));
        return some;
    }
}
