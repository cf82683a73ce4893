package org.limbeck.dialect.h2;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Names;
import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Generation;
import org.limbeck.schema.Index;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Routine;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.Table;
import org.limbeck.schema.Trigger;
import org.limbeck.schema.View;

/**
 * Names as H2 keeps them and as they are shown: a plain lower-case name is kept in upper case, as H2 keeps a bare word. A
 * name that was created in quotes and in lower case cannot be told from it and is not reached. Immutable.
 */
final class FoldedNames {
    private final boolean upperCase;

    FoldedNames(boolean upperCase) {
        this.upperCase = upperCase;
    }

    String stored(String name) {
        return upperCase && Names.plain(name) ? name.toUpperCase(Locale.ROOT) : name;
    }

    QualifiedName stored(QualifiedName name) {
        return new QualifiedName(storedOrNull(name.schema()), stored(name.name()));
    }

    @Nullable
    String storedOrNull(@Nullable String name) {
        return name == null ? null : stored(name);
    }

    /** Whether a name of the catalogue can be said. */
    boolean reached(@Nullable String name) {
        return name == null || stored(name).equals(name);
    }

    boolean reached(QualifiedName name) {
        return reached(name.schema()) && reached(name.name());
    }

    String shown(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return upperCase && Names.plain(lower) && name.equals(lower.toUpperCase(Locale.ROOT)) ? lower : name;
    }

    QualifiedName shown(QualifiedName name) {
        return new QualifiedName(name.schema() == null ? null : shown(name.schema()), shown(name.name()));
    }

    Table shown(Table table) {
        return new Table(
                shown(table.name()),
                table.columns().stream().map(this::shown).toList(),
                table.constraints().stream().map(this::shown).toList(),
                table.indexes().stream().map(this::shown).toList(),
                table.comment(),
                table.options());
    }

    private Column shown(Column column) {
        Column named = column.named(shown(column.name()));
        return column.generation() instanceof Generation.FromSequence from
                ? named.withGeneration(new Generation.FromSequence(shown(from.sequence())))
                : named;
    }

    private Constraint shown(Constraint constraint) {
        Constraint renamed = constraint;
        for (String column : constraint.columns()) {
            renamed = renamed.renameColumn(column, shown(column));
        }
        if (renamed instanceof ForeignKey key) {
            renamed = key.towards(
                    shown(key.references()),
                    key.referencedColumns().stream().map(this::shown).toList());
        }
        String name = renamed.name();
        return name == null ? renamed : renamed.named(shown(name));
    }

    private Index shown(Index index) {
        Index renamed = index;
        for (String column : index.columns()) {
            renamed = renamed.renameColumn(column, shown(column));
        }
        for (String column : index.include()) {
            renamed = renamed.renameColumn(column, shown(column));
        }
        String name = renamed.name();
        return name == null ? renamed : renamed.named(shown(name));
    }

    View shown(View view) {
        return new View(
                shown(view.name()), view.query(), view.materialised(), List.of(), view.comment(), view.options());
    }

    Sequence shown(Sequence sequence) {
        return new Sequence(
                shown(sequence.name()),
                sequence.start(),
                sequence.increment(),
                sequence.minimum(),
                sequence.maximum(),
                sequence.cycle(),
                sequence.cache());
    }

    Trigger shown(Trigger trigger) {
        return new Trigger(shown(trigger.name()), shown(trigger.table()), trigger.definition());
    }

    Routine shown(Routine routine) {
        return new Routine(shown(routine.name()), routine.kind(), routine.signature(), routine.definition());
    }
}
