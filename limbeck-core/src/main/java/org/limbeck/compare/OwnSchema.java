package org.limbeck.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.EnumType;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Generation;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Routine;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.Table;
import org.limbeck.schema.Trigger;
import org.limbeck.schema.View;

/**
 * Names of the connection's own schema, which are the same with and without it, made bare.
 *
 * @param name the schema, or null where it is not known
 */
record OwnSchema(@Nullable String name) {

    Schema bare(Schema schema) {
        if (name == null || !qualified(schema)) {
            return schema;
        }
        Schema bare = schema.withTables(java.util.Map.of())
                .withViews(java.util.Map.of())
                .withSequences(java.util.Map.of())
                .withEnums(java.util.Map.of())
                .withRoutines(java.util.Map.of())
                .withTriggers(java.util.Map.of());
        java.util.Map<QualifiedName, Table> tables = new java.util.LinkedHashMap<>();
        schema.tables().values().forEach(table -> tables.put(bare(table.name()), bare(table)));
        bare = bare.withTables(tables);
        for (View view : schema.views().values()) {
            bare = bare.with(new View(
                    bare(view.name()),
                    view.query(),
                    view.materialised(),
                    view.indexes(),
                    view.comment(),
                    view.options()));
        }
        for (Sequence s : schema.sequences().values()) {
            bare = bare.with(new Sequence(
                    bare(s.name()), s.start(), s.increment(), s.minimum(), s.maximum(), s.cycle(), s.cache()));
        }
        for (EnumType type : schema.enums().values()) {
            bare = bare.with(new EnumType(bare(type.name()), type.values()));
        }
        for (Routine r : schema.routines().values()) {
            bare = bare.with(new Routine(bare(r.name()), r.kind(), r.signature(), r.definition()));
        }
        for (Trigger t : schema.triggers().values()) {
            bare = bare.with(new Trigger(t.name(), bare(t.table()), t.definition()));
        }
        return bare;
    }

    private boolean qualified(Schema schema) {
        return schema.tables().values().stream()
                        .anyMatch(t -> isOwn(t.name())
                                || t.foreignKeys().stream().anyMatch(k -> isOwn(k.references()))
                                || t.columns().stream().anyMatch(c -> !bare(c).equals(c)))
                || schema.views().keySet().stream().anyMatch(this::isOwn)
                || schema.sequences().keySet().stream().anyMatch(this::isOwn)
                || schema.enums().keySet().stream().anyMatch(this::isOwn)
                || schema.routines().keySet().stream().anyMatch(this::isOwn)
                || schema.triggers().values().stream().anyMatch(t -> isOwn(t.table()));
    }

    private boolean isOwn(QualifiedName other) {
        return other.schema() != null && other.schema().equals(name);
    }

    QualifiedName bare(QualifiedName other) {
        return isOwn(other) ? new QualifiedName(null, other.name()) : other;
    }

    private Table bare(Table table) {
        List<Column> columns = table.columns().stream().map(this::bare).toList();
        List<Constraint> constraints = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            constraints.add(
                    constraint instanceof ForeignKey key
                            ? key.towards(bare(key.references()), key.referencedColumns())
                            : constraint);
        }
        return table.named(bare(table.name())).withColumns(columns).withConstraints(constraints);
    }

    private Column bare(Column column) {
        Column bare = column;
        if (column.generation() instanceof Generation.FromSequence from && isOwn(from.sequence())) {
            bare = bare.withGeneration(new Generation.FromSequence(bare(from.sequence())));
        }
        String type = column.type().name();
        return Optional.ofNullable(type)
                .filter(t -> column.type().kind() == org.limbeck.schema.TypeKind.ENUM)
                .map(QualifiedName::parse)
                .filter(this::isOwn)
                .map(n -> org.limbeck.schema.DataType.ofEnum(
                        bare(n).toString(), column.type().values()))
                .map(bare::withType)
                .orElse(bare);
    }
}
