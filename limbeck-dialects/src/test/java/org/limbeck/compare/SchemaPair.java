package org.limbeck.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.limbeck.schema.Column;
import org.limbeck.schema.Constraint;
import org.limbeck.schema.ForeignKey;
import org.limbeck.schema.Index;
import org.limbeck.schema.QualifiedName;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Table;

/** Two schemas, of which the first is to become the second. */
record SchemaPair(Schema have, Schema want) {

    /** The smallest pair that is found by taking parts away for which something still holds. */
    SchemaPair smallest(Predicate<SchemaPair> holds) {
        SchemaPair pair = this;
        for (SchemaPair next = pair; next != null; next = pair.smaller(holds)) {
            pair = next;
        }
        return pair;
    }

    private @org.jspecify.annotations.Nullable SchemaPair smaller(Predicate<SchemaPair> holds) {
        Map<String, UnaryOperator<Schema>> edits = new LinkedHashMap<>();
        collect(have, edits);
        collect(want, edits);
        for (UnaryOperator<Schema> edit : edits.values()) {
            Schema one = edit.apply(have);
            Schema other = edit.apply(want);
            for (SchemaPair candidate :
                    List.of(new SchemaPair(one, other), new SchemaPair(one, want), new SchemaPair(have, other))) {
                if (!candidate.equals(this) && holds.test(candidate)) {
                    return candidate;
                }
            }
        }
        return null;
    }

    /** What can be taken away from a schema, whole tables first. */
    private static void collect(Schema schema, Map<String, UnaryOperator<Schema>> edits) {
        schema.tables().keySet().forEach(name -> edits.put("table " + name, all -> without(all, name)));
        schema.views().keySet().forEach(name -> edits.put("view " + name, all -> all.withoutView(name)));
        schema.sequences().keySet().forEach(name -> edits.put("sequence " + name, all -> all.withoutSequence(name)));
        for (Table table : schema.tables().values()) {
            List<UnaryOperator<Table>> parts = new ArrayList<>();
            table.columns().forEach(column -> parts.add(t -> without(t, column)));
            table.constraints()
                    .forEach(constraint -> parts.add(t -> t.withConstraints(t.constraints().stream()
                            .filter(c -> !String.valueOf(c.name()).equals(constraint.name()) && !c.equals(constraint))
                            .toList())));
            table.indexes()
                    .forEach(index -> parts.add(t -> t.withIndexes(t.indexes().stream()
                            .filter(i -> !String.valueOf(i.name()).equals(index.name()))
                            .toList())));
            parts.add(t -> t.withComment(null));
            for (Column column : table.columns()) {
                parts.add(t -> t.mapColumn(column.name(), c -> c.withDefault(null)));
                parts.add(t -> t.mapColumn(column.name(), c -> c.comment(null)));
                parts.add(t -> t.mapColumn(column.name(), c -> c.withGeneration(null)));
            }
            for (int i = 0; i < parts.size(); i++) {
                UnaryOperator<Table> part = parts.get(i);
                edits.putIfAbsent(
                        table.name() + " " + table.hashCode() + " " + i, all -> all.mapTable(table.name(), part));
            }
        }
    }

    private static Schema without(Schema schema, QualifiedName gone) {
        Schema left = schema.withoutTable(gone);
        for (Table table : left.tables().values()) {
            left = left.with(table.withConstraints(table.constraints().stream()
                    .filter(c ->
                            !(c instanceof ForeignKey key) || !key.references().equals(gone))
                    .toList()));
        }
        return left;
    }

    private static Table without(Table table, Column gone) {
        List<Constraint> constraints = table.constraints().stream()
                .filter(c -> !c.columns().contains(gone.name()))
                .toList();
        List<Index> indexes = table.indexes().stream()
                .filter(i -> !i.columns().contains(gone.name()))
                .toList();
        return table.minusColumn(gone.name()).withConstraints(constraints).withIndexes(indexes);
    }

    @Override
    public String toString() {
        return "have" + lines(have) + "\nwant" + lines(want);
    }

    private static String lines(Schema schema) {
        StringBuilder text = new StringBuilder();
        for (Table table : schema.tables().values()) {
            text.append("\n  table ").append(table.name());
            text.append(table.comment() == null ? "" : " '" + table.comment() + "'");
            table.columns().forEach(part -> text.append("\n    ").append(brief(part)));
            table.constraints().forEach(part -> text.append("\n    ").append(brief(part)));
            table.indexes().forEach(part -> text.append("\n    ").append(brief(part)));
        }
        schema.views().values().forEach(part -> text.append("\n  ").append(brief(part)));
        schema.sequences().values().forEach(part -> text.append("\n  ").append(brief(part)));
        return text.toString();
    }

    /** Without what says nothing. */
    private static String brief(Object part) {
        return part.toString().replaceAll(", \\w+=(null|\\[]|\\{}|false|NOT_DEFERRABLE|NO_ACTION)(?=[,\\]])", "");
    }
}
