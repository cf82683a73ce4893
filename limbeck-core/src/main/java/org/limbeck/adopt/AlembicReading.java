package org.limbeck.adopt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.limbeck.adopt.Adoption.Applied;
import org.limbeck.adopt.Adoption.Left;
import org.limbeck.adopt.CarriedScript.Section;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Place;
import org.limbeck.error.Problem;
import org.limbeck.graph.RevisionGraph;
import org.limbeck.graph.RevisionNode;
import org.limbeck.sql.SqlSyntax;

/** Makes an adoption of Alembic's files and rows: the same graph with the same ids. Used once; not thread-safe. */
final class AlembicReading {
    private static final String NOT_WRITTEN = "was a migration in Python for Alembic, and is not written anew yet";

    private final AlembicHistory history;
    private final int count;
    private final List<String> rows;
    private final GeneratedSql up;
    private final GeneratedSql down;
    private final SqlSyntax syntax;
    private final Map<String, AlembicFile> revisions = new LinkedHashMap<>();
    private final List<Left> left = new ArrayList<>();

    AlembicReading(
            AlembicHistory history,
            List<OldFile> files,
            List<String> rows,
            GeneratedSql up,
            GeneratedSql down,
            SqlSyntax syntax) {
        this.history = history;
        this.count = files.size();
        this.rows = rows;
        this.up = up;
        this.down = down;
        this.syntax = syntax;
        files.forEach(this::add);
    }

    private void add(OldFile file) {
        AlembicFile revision = AlembicFile.of(file);
        if (revision == null) {
            boolean usual = file.name().equals("env.py") || file.name().equals("__init__.py");
            left.add(new Left(file.path(), usual ? "settings of Alembic, no revision" : "no revision"));
            return;
        }
        AlembicFile other = revisions.putIfAbsent(revision.id(), revision);
        if (other != null) {
            throw Problem.of(
                            ErrorCode.DUPLICATE_REVISION,
                            "Two files are revision " + revision.id() + ": "
                                    + other.file().path() + " and " + file.path())
                    .exception();
        }
    }

    /** @throws LimbeckException with what keeps it from being adopted */
    Adoption adoption() {
        RevisionGraph graph = RevisionGraph.of(
                revisions.values().stream().map(AlembicReading::node).toList());
        Set<String> applied = new LinkedHashSet<>();
        for (String row : rows) {
            if (!revisions.containsKey(row)) {
                throw unknown(row);
            }
            applied.add(row);
            graph.requirements(row).forEach(node -> applied.add(node.id()));
        }
        List<CarriedScript> scripts = inOrder(graph).stream().map(this::script).toList();
        return new Adoption(
                "Alembic",
                history.table(),
                count,
                rows.size(),
                false,
                scripts,
                scripts.stream()
                        .filter(script -> applied.contains(script.id()))
                        .map(script -> new Applied(script.id(), null, null, 0))
                        .toList(),
                left,
                remarks(scripts));
    }

    private RuntimeException unknown(String row) {
        return Problem.of(
                        ErrorCode.ADOPTION_REFUSED, history.table() + " names revision " + row + ", which no file has")
                .why("Read were " + revisions.size() + " revisions in " + history.folder() + ".")
                .todo("Name the folder that has them all, or bring the missing file back.")
                .exception();
    }

    private static RevisionNode node(AlembicFile file) {
        return new RevisionNode(
                file.id(),
                file.downs(),
                file.dependsOn(),
                file.labels(),
                file.message(),
                null,
                new Place(file.file().path(), 0));
    }

    /** Parents and dependencies first; else by time and id. */
    private List<AlembicFile> inOrder(RevisionGraph graph) {
        Set<String> done = new HashSet<>();
        List<AlembicFile> order = new ArrayList<>();
        revisions.values().stream()
                .sorted(Comparator.comparing((AlembicFile file) -> file.created() == null ? "" : file.created())
                        .thenComparing(AlembicFile::id))
                .forEach(file -> {
                    List<RevisionNode> before = new ArrayList<>(graph.requirements(file.id()));
                    before.sort(Comparator.comparingInt(
                            node -> graph.requirements(node.id()).size()));
                    before.forEach(node -> put(node.id(), done, order));
                    put(file.id(), done, order);
                });
        return order;
    }

    private void put(String id, Set<String> done, List<AlembicFile> order) {
        AlembicFile file = revisions.get(id);
        if (file != null && done.add(id)) {
            order.add(file);
        }
    }

    private CarriedScript script(AlembicFile file) {
        GeneratedSql.Piece way = up.pieces().get(file.id());
        GeneratedSql.Piece back = down.pieces().get(file.id());
        List<Section> sections = new ArrayList<>();
        String stop = null;
        if (way != null || file.empty()) {
            sections.add(new Section("upgrade", way == null ? "" : way.sql()));
            if (back != null || file.empty()) {
                sections.add(new Section("downgrade", back == null ? "" : back.sql()));
            }
        } else {
            stop = file.file().name() + " " + NOT_WRITTEN;
            sections.add(new Section("Python for Alembic", file.file().text()));
            left.add(new Left(file.file().path(), "Python; its revision stops until it is written anew"));
        }
        CarriedScript script = new CarriedScript(
                file.id(),
                file.downs(),
                file.dependsOn(),
                file.labels(),
                file.message(),
                file.created(),
                sqlName(file.file().path()),
                "carried over from Alembic: " + file.file().path(),
                sections,
                way == null || way.transactional(),
                stop);
        return stop == null ? safe(script, file) : script;
    }

    private CarriedScript safe(CarriedScript script, AlembicFile file) {
        try {
            return script.with(CarriedText.withoutDirectives(script.sections(), syntax));
        } catch (LimbeckException e) {
            left.add(
                    new Left(file.file().path(), e.problem().what() + " Its revision stops until it is written anew."));
            return script.stopping(file.file().name() + " holds what cannot be carried: "
                    + e.problem().what());
        }
    }

    private static String sqlName(String path) {
        return path.substring(0, path.lastIndexOf('.')) + ".sql";
    }

    private static List<String> remarks(List<CarriedScript> scripts) {
        long stops = scripts.stream().filter(script -> script.stop() != null).count();
        return stops == 0
                ? List.of()
                : List.of(
                        "the SQL of Python migrations can be had from Alembic:  alembic upgrade heads --sql > up.sql ,"
                                + "  then adopt with  --sql-file up.sql");
    }
}
