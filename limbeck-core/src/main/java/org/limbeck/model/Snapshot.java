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
        Map<String, @Nullable Object> json = Json.readObject(text);
        Object version = json.get(FORMAT);
        if (!(version instanceof Number number) || number.longValue() != VERSION) {
            throw new IllegalArgumentException(
                    "it has no \"" + FORMAT + "\": " + VERSION + " and so is no snapshot that is understood here");
        }
        Schema schema = Schema.EMPTY;
        for (String namespace : list(json, "namespaces", String.class)) {
            schema = schema.withNamespace(namespace);
        }
        for (Extension extension : list(json, "extensions", Extension.class)) {
            schema = schema.with(extension);
        }
        for (EnumType type : list(json, "enums", EnumType.class)) {
            schema = schema.with(type);
        }
        for (Sequence sequence : list(json, "sequences", Sequence.class)) {
            schema = schema.with(sequence);
        }
        Map<org.limbeck.schema.QualifiedName, Table> tables = new LinkedHashMap<>();
        list(json, "tables", Table.class).forEach(table -> tables.put(table.name(), table));
        schema = schema.withTables(tables);
        for (View view : list(json, "views", View.class)) {
            schema = schema.with(view);
        }
        for (Routine routine : list(json, "routines", Routine.class)) {
            schema = schema.with(routine);
        }
        for (Trigger trigger : list(json, "triggers", Trigger.class)) {
            schema = schema.with(trigger);
        }
        for (String unknown : list(json, "unknowns", String.class)) {
            schema = schema.unknown(unknown);
        }
        return schema;
    }

    private static <T> List<T> list(Map<String, @Nullable Object> json, String key, Class<T> type) {
        List<T> all = new ArrayList<>();
        if (json.get(key) instanceof List<?> list) {
            for (Object one : list) {
                Object read = RecordJson.read(one, type);
                if (read != null) {
                    all.add(type.cast(read));
                }
            }
        }
        return all;
    }
}
