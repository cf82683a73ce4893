package org.limbeck.journal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.dialect.Placement;
import org.limbeck.dialect.Statement;
import org.limbeck.json.Json;
import org.limbeck.meaning.Checksum;
import org.limbeck.schema.QualifiedName;

/**
 * How far a revision is: what is done, what is being done, what was decided, and what undoes it. Immutable.
 *
 * @param done the position of the last finished operation, or null
 * @param hashes the hash of each operation done, in order; only the first {@value #KEPT} are kept
 * @param chain the hash of all operations done
 * @param decisions the answer of each condition by its position
 * @param undo what undoes the operations done, in the order in which they were done
 * @param intent the group whose statement is about to be executed, or null
 * @param backingOut whether the undo list is being worked off
 * @param parameters values of declared parameters
 * @param operations hashes of all operations, once it is finished
 */
public record Progress(
        @Nullable String done,
        List<String> hashes,
        String chain,
        Map<String, Boolean> decisions,
        List<Undo> undo,
        @Nullable Intent intent,
        boolean backingOut,
        Map<String, String> parameters,
        List<String> operations) {

    private static final int KEPT = 200;

    public static final Progress NONE =
            new Progress(null, List.of(), "", Map.of(), List.of(), null, false, Map.of(), List.of());

    public Progress {
        hashes = List.copyOf(hashes);
        decisions = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(decisions));
        undo = List.copyOf(undo);
        parameters = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        operations = List.copyOf(operations);
    }

    /**
     * A statement that is about to be executed and commits by itself.
     *
     * @param path the position of the last operation of its group
     * @param statement which statement of the group, from 0
     * @param label the operation in words
     * @param tables what is looked at to see whether it was executed; empty for the whole schema
     * @param fingerprint of that, before
     * @param knowable false if looking cannot tell
     * @param rest in a group of several statements, this one and those that follow; else empty
     * @param hashes of the operations of the group
     * @param undo of the operations of the group
     * @param creates if it is a run of plain creations of tables, these in order; then nothing else is asked
     */
    public record Intent(
            String path,
            int statement,
            String label,
            List<QualifiedName> tables,
            String fingerprint,
            boolean knowable,
            List<Statement> rest,
            List<String> hashes,
            List<Undo> undo,
            List<Create> creates) {}

    /** The creation of a table that was not there: whether it is done shows itself by the table. */
    public record Create(String path, QualifiedName table, String hash, List<Undo> undo) {}

    /**
     * What undoes one operation.
     *
     * @param statements in order; empty with a reason where nothing does
     * @param none why nothing undoes it, or null
     */
    public record Undo(
            String path,
            String label,
            List<QualifiedName> tables,
            List<Statement> statements,
            @Nullable String none) {}

    /** Whether it is as {@link #NONE}; asked so often that comparing piece by piece would cost. */
    boolean isNone() {
        return done == null
                && intent == null
                && !backingOut
                && chain.isEmpty()
                && hashes.isEmpty()
                && decisions.isEmpty()
                && undo.isEmpty()
                && parameters.isEmpty()
                && operations.isEmpty();
    }

    public Progress withDone(String path, List<String> moreHashes, List<Undo> moreUndo) {
        List<String> kept = hashes;
        if (hashes.size() < KEPT) {
            kept = new ArrayList<>(hashes);
            kept.addAll(moreHashes.subList(0, Math.min(moreHashes.size(), KEPT - hashes.size())));
        }
        String link = chain;
        for (String hash : moreHashes) {
            link = link(link, hash);
        }
        return new Progress(path, kept, link, decisions, plus(moreUndo), null, backingOut, parameters, operations);
    }

    /** The hash of one more operation. */
    public static String link(String chain, String hash) {
        return Checksum.sha(chain + hash).substring(0, 16);
    }

    /** After what cannot be undone nothing before it can be reached, so nothing more is kept. */
    private List<Undo> plus(List<Undo> more) {
        boolean closed = !undo.isEmpty() && undo.get(undo.size() - 1).none() != null;
        if (closed || more.isEmpty()) {
            return undo;
        }
        List<Undo> all = new ArrayList<>(undo);
        all.addAll(more);
        return all;
    }

    /** The way back has begun. */
    public Progress back() {
        return new Progress(done, hashes, chain, decisions, undo, intent, true, parameters, operations);
    }

    public Progress withIntent(@Nullable Intent what) {
        return new Progress(done, hashes, chain, decisions, undo, what, backingOut, parameters, operations);
    }

    public Progress withDecision(String path, boolean answer) {
        Map<String, Boolean> more = new LinkedHashMap<>(decisions);
        more.put(path, answer);
        return new Progress(done, hashes, chain, more, undo, intent, backingOut, parameters, operations);
    }

    public Progress withParameters(Map<String, String> values) {
        return new Progress(done, hashes, chain, decisions, undo, intent, backingOut, values, operations);
    }

    /** The last operation is undone. */
    public Progress withoutLastUndo() {
        return new Progress(
                done, hashes, chain, decisions, undo.subList(0, undo.size() - 1), null, true, parameters, operations);
    }

    /** What stays of it when the revision is finished. */
    public Progress finished(List<String> operationHashes) {
        return new Progress(null, List.of(), "", decisions, List.of(), null, false, parameters, operationHashes);
    }

    /** The position in words, for the table and for people. */
    public String position() {
        String where = done == null ? "start" : done;
        return (backingOut ? "back " : "") + where + (intent == null ? "" : " > " + intent.path());
    }

    // ---- JSON

    public String json() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        put(map, "done", done);
        put(map, "hashes", hashes.isEmpty() ? null : String.join(" ", hashes));
        put(map, "chain", chain.isEmpty() ? null : chain);
        put(map, "decisions", decisions.isEmpty() ? null : decisions);
        put(
                map,
                "undo",
                undo.isEmpty() ? null : undo.stream().map(Progress::map).toList());
        put(map, "intent", intent == null ? null : map(intent));
        put(map, "back", backingOut ? true : null);
        put(map, "parameters", parameters.isEmpty() ? null : parameters);
        put(map, "operations", operations.isEmpty() ? null : String.join(" ", operations));
        return Json.write(map);
    }

    public static Progress of(@Nullable String json) {
        if (json == null || json.isEmpty()) {
            return NONE;
        }
        Map<String, @Nullable Object> map = Json.readObject(json);
        Map<String, Boolean> decisions = new LinkedHashMap<>();
        object(map.get("decisions")).forEach((path, answer) -> decisions.put(path, Boolean.TRUE.equals(answer)));
        Map<String, String> parameters = new LinkedHashMap<>();
        object(map.get("parameters")).forEach((name, value) -> parameters.put(name, String.valueOf(value)));
        return new Progress(
                (String) map.get("done"),
                words(map.get("hashes")),
                map.get("chain") == null ? "" : String.valueOf(map.get("chain")),
                decisions,
                undoList(map.get("undo")),
                map.get("intent") == null ? null : intent(object(map.get("intent"))),
                Boolean.TRUE.equals(map.get("back")),
                parameters,
                words(map.get("operations")));
    }

    private static void put(Map<String, @Nullable Object> map, String key, @Nullable Object value) {
        if (value != null) {
            map.put(key, value);
        }
    }

    private static Map<String, @Nullable Object> map(Intent intent) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("path", intent.path());
        map.put("statement", (long) intent.statement());
        map.put("label", intent.label());
        map.put("tables", intent.tables());
        map.put("fingerprint", intent.fingerprint());
        put(map, "unknowable", intent.knowable() ? null : true);
        put(map, "rest", intent.rest().isEmpty() ? null : statements(intent.rest()));
        map.put("hashes", intent.hashes());
        map.put("undo", intent.undo().stream().map(Progress::map).toList());
        put(
                map,
                "creates",
                intent.creates().isEmpty()
                        ? null
                        : intent.creates().stream().map(Progress::map).toList());
        return map;
    }

    private static Map<String, @Nullable Object> map(Create create) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("path", create.path());
        map.put("table", create.table());
        map.put("hash", create.hash());
        map.put("undo", create.undo().stream().map(Progress::map).toList());
        return map;
    }

    private static Create create(Map<String, @Nullable Object> map) {
        return new Create(
                String.valueOf(map.get("path")),
                QualifiedName.parse(String.valueOf(map.get("table"))),
                String.valueOf(map.get("hash")),
                undoList(map.get("undo")));
    }

    private static Intent intent(Map<String, @Nullable Object> map) {
        return new Intent(
                String.valueOf(map.get("path")),
                map.get("statement") instanceof Long number ? number.intValue() : 0,
                String.valueOf(map.get("label")),
                tables(map.get("tables")),
                String.valueOf(map.get("fingerprint")),
                !Boolean.TRUE.equals(map.get("unknowable")),
                statements(map.get("rest")),
                list(map.get("hashes")).stream().map(String::valueOf).toList(),
                undoList(map.get("undo")),
                list(map.get("creates")).stream()
                        .map(entry -> create(object(entry)))
                        .toList());
    }

    private static List<Undo> undoList(@Nullable Object value) {
        return list(value).stream().map(entry -> undo(object(entry))).toList();
    }

    private static Map<String, @Nullable Object> map(Undo undo) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("path", undo.path());
        map.put("label", undo.label());
        map.put("tables", undo.tables());
        put(map, "sql", undo.statements().isEmpty() ? null : statements(undo.statements()));
        put(map, "none", undo.none());
        return map;
    }

    private static Undo undo(Map<String, @Nullable Object> map) {
        return new Undo(
                String.valueOf(map.get("path")),
                String.valueOf(map.get("label")),
                tables(map.get("tables")),
                statements(map.get("sql")),
                (String) map.get("none"));
    }

    private static List<List<String>> statements(List<Statement> statements) {
        return statements.stream()
                .map(s -> List.of(s.placement().name(), s.sql()))
                .toList();
    }

    private static List<Statement> statements(@Nullable Object value) {
        return list(value).stream()
                .map(Progress::list)
                .map(pair -> new Statement(String.valueOf(pair.get(1)), Placement.valueOf(String.valueOf(pair.get(0)))))
                .toList();
    }

    private static List<QualifiedName> tables(@Nullable Object value) {
        return list(value).stream()
                .map(name -> QualifiedName.parse(String.valueOf(name)))
                .toList();
    }

    private static List<String> words(@Nullable Object value) {
        return value == null ? List.of() : List.of(String.valueOf(value).split(" ", -1));
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }
}
