package org.limbeck.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.limbeck.dialect.Dialect;
import org.limbeck.operation.Operation;
import org.limbeck.operation.RenameColumn;
import org.limbeck.operation.RenameEnumValue;
import org.limbeck.operation.RenameTable;
import org.limbeck.schema.Column;
import org.limbeck.schema.EnumType;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Trigger;

/** Applies what a person says was renamed to the live schema, so that the rest is compared under the new names. */
final class KnownRenames {
    private final Plan plan;
    private final Dialect dialect;
    private final Map<QualifiedName, QualifiedName> tables = new HashMap<>();
    private Schema schema;
    private int position;

    KnownRenames(Plan plan, Schema have, Dialect dialect) {
        this.plan = plan;
        this.schema = have;
        this.dialect = dialect;
    }

    /** The live schema under the new names. */
    Schema apply(List<Renaming> renamings) {
        List<Renaming.OfPart> parts = new ArrayList<>();
        for (Renaming renaming : renamings) {
            if (renaming instanceof Renaming.OfTable table) {
                table(table);
            } else if (renaming instanceof Renaming.OfPart part) {
                parts.add(part);
            }
        }
        parts.forEach(this::part);
        return schema;
    }

    private void table(Renaming.OfTable renaming) {
        boolean fits = schema.table(renaming.from()).isPresent()
                && schema.table(renaming.to()).isEmpty();
        if (!fits) {
            plan.remark(unfit(renaming));
            return;
        }
        tables.put(renaming.from(), renaming.to());
        Operation rename = new RenameTable(renaming.from(), renaming.to());
        renamed(
                new Subject(ObjectKind.TABLE, renaming.from(), null),
                renaming.from().toString(),
                renaming.to().toString(),
                rename);
        for (Trigger trigger : schema.triggersOn(renaming.from())) {
            schema = schema.withoutTrigger(trigger.table(), trigger.name())
                    .with(new Trigger(trigger.name(), renaming.to(), trigger.definition()));
        }
    }

    private static String unfit(Renaming renaming) {
        return "Renaming " + renaming + " does not fit: there is no such thing, or the new name is taken";
    }

    private void renamed(Subject subject, String from, String to, Operation operation) {
        plan.found(Difference.Change.RENAMED, subject)
                .before(from)
                .after(to)
                .does(Phase.RENAME, position++, 0, operation);
        schema = operation.evolve(schema);
    }

    private void part(Renaming.OfPart renaming) {
        QualifiedName of = tables.getOrDefault(renaming.of(), renaming.of());
        Optional<Column> column = column(of, renaming.from());
        EnumType type = schema.enums().get(of);
        if (column.isPresent() && column(of, renaming.to()).isEmpty()) {
            String from = column.get().name();
            renamed(
                    new Subject(ObjectKind.COLUMN, of, from),
                    from,
                    renaming.to(),
                    new RenameColumn(of, from, renaming.to()));
        } else if (type != null
                && type.values().contains(renaming.from())
                && !type.values().contains(renaming.to())) {
            renamed(
                    new Subject(ObjectKind.ENUM, of, renaming.from()),
                    renaming.from(),
                    renaming.to(),
                    new RenameEnumValue(of, renaming.from(), renaming.to(), null));
        } else {
            plan.remark(unfit(renaming));
        }
    }

    private Optional<Column> column(QualifiedName table, String name) {
        return schema.table(table).stream()
                .flatMap(t -> t.columns().stream())
                .filter(c -> dialect.nameKey(c.name()).equals(dialect.nameKey(name)))
                .findFirst();
    }
}
