package org.limbeck.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.json.Json;
import org.limbeck.schema.EnumType;
import org.limbeck.schema.Extension;
import org.limbeck.schema.Routine;
import org.limbeck.schema.Schema;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.Table;
import org.limbeck.schema.Trigger;
import org.limbeck.schema.View;

/** A schema as a JSON document: whole, and with the same text for the same schema, to be kept under version control. */
public final class Snapshot {
    private static final String FORMAT = "limbeck_snapshot";
    private static final long VERSION = 1;

    private Snapshot() {}

    /** The document; ends with a line break. */
    public static String write(Schema schema) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put(FORMAT, VERSION);
        json.put("namespaces", schema.namespaces());
        json.put("extensions", all(schema.extensions().values(), Extension.class));
        json.put("enums", all(schema.enums().values(), EnumType.class));
        json.put("sequences", all(schema.sequences().values(), Sequence.class));
        json.put("tables", all(schema.tables().values(), Table.class));
        json.put("views", all(schema.views().values(), View.class));
        json.put("routines", all(schema.routines().values(), Routine.class));
        json.put("triggers", all(schema.triggers().values(), Trigger.class));
        json.put("unknowns", schema.unknowns());
        return Json.pretty(json) + "\n";
    }

    private static <T> List<@Nullable Object> all(Collection<T> things, Class<T> type) {
        List<@Nullable Object> json = new ArrayList<>();
        things.forEach(thing -> json.add(RecordJson.write(thing, type)));
        return json;
    }

    /**
     * Reads a document.
     *
     * @throws IllegalArgumentException if it is none, with the reason
     */
    public static Schema read(String text) {
        Reading reading = new Reading();
        Json.readEntries(text, reading::entry);
        return reading.schema();
    }

    /** A document while it is read. */
    private static final class Reading {
        private final RecordJson json = new RecordJson();
        private final List<String> namespaces = new ArrayList<>();
        private final List<Extension> extensions = new ArrayList<>();
        private final List<EnumType> enums = new ArrayList<>();
        private final List<Sequence> sequences = new ArrayList<>();
        private final List<Table> tables = new ArrayList<>();
        private final List<View> views = new ArrayList<>();
        private final List<Routine> routines = new ArrayList<>();
        private final List<Trigger> triggers = new ArrayList<>();
        private final List<String> unknowns = new ArrayList<>();
        private boolean understood;

        void entry(String key, @Nullable Object value) {
            switch (key) {
                case FORMAT -> {
                    understood = value instanceof Number number && number.longValue() == VERSION;
                    requireUnderstood();
                }
                case "namespaces" -> add(namespaces, value, String.class);
                case "extensions" -> add(extensions, value, Extension.class);
                case "enums" -> add(enums, value, EnumType.class);
                case "sequences" -> add(sequences, value, Sequence.class);
                case "tables" -> add(tables, value, Table.class);
                case "views" -> add(views, value, View.class);
                case "routines" -> add(routines, value, Routine.class);
                case "triggers" -> add(triggers, value, Trigger.class);
                case "unknowns" -> add(unknowns, value, String.class);
                default -> {}
            }
        }

        private <T> void add(List<T> all, @Nullable Object value, Class<T> type) {
            Object read = json.read(value, type);
            if (read != null) {
                all.add(type.cast(read));
            }
        }

        private void requireUnderstood() {
            if (!understood) {
                throw new IllegalArgumentException(
                        "it has no \"" + FORMAT + "\": " + VERSION + " and so is no snapshot that is understood here");
            }
        }

        Schema schema() {
            requireUnderstood();
            Schema schema = Schema.of(tables)
                    .plusEnums(enums)
                    .plusSequences(sequences)
                    .plusViews(views)
                    .plusRoutines(routines)
                    .plusTriggers(triggers)
                    .plusUnknowns(unknowns);
            for (String namespace : namespaces) {
                schema = schema.withNamespace(namespace);
            }
            for (Extension extension : extensions) {
                schema = schema.with(extension);
            }
            return schema;
        }
    }
}
