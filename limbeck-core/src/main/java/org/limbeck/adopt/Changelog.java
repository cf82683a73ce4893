package org.limbeck.adopt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.limbeck.adopt.Adoption.Left;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;

/** Reads a changelog with all that it includes, in order. Not thread-safe. */
final class Changelog {
    private static final int DEEPEST = 30;
    private static final Set<String> HARMLESS = Set.of(
            "comment",
            "validCheckSum",
            "rollback",
            "preConditions",
            "tagDatabase",
            "empty",
            "output",
            "modifySql",
            "stop");

    private final Path root;
    private final Map<String, String> properties;
    private final List<ChangeSet> changeSets = new ArrayList<>();
    private final List<Left> left = new ArrayList<>();
    private int files;

    /** @param root the changelog that Liquibase is started with */
    Changelog(Path root, Map<String, String> properties) {
        this.root = root;
        this.properties = new LinkedHashMap<>(properties);
    }

    List<ChangeSet> changeSets() {
        return changeSets;
    }

    List<Left> left() {
        return left;
    }

    int files() {
        return files;
    }

    /** @throws org.limbeck.error.LimbeckException UNREADABLE_SCRIPT, FILE_PROBLEM */
    Changelog read() {
        file(root, 0);
        return this;
    }

    /** A path as it may stand in the table: relative to the folder of the root. */
    private String shown(Path file) {
        Path base = Objects.requireNonNull(root.toAbsolutePath().normalize().getParent());
        return base.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }

    private void file(Path file, int depth) {
        if (depth > DEEPEST) {
            throw Problem.of(ErrorCode.UNREADABLE_SCRIPT, "Changelogs include each other in a circle")
                    .at(shown(file), 0)
                    .exception();
        }
        String text = OldFiles.text(file);
        String path = shown(file);
        files++;
        String name = path.toLowerCase(Locale.ROOT);
        if (name.endsWith(".xml")) {
            entries(XmlChangelog.read(text, path), file, path, depth);
        } else if (name.endsWith(".json")) {
            entries(JsonChangelog.read(text, path), file, path, depth);
        } else if (name.endsWith(".sql")) {
            sql(text, path);
        } else {
            left.add(new Left(path, "a changelog in a form that is not read; what it holds is taken from --sql-file"));
        }
    }

    private void sql(String text, String path) {
        if (FormattedSql.isOne(text)) {
            changeSets.addAll(FormattedSql.read(text, path));
        } else {
            // Liquibase takes a plain file for one change set of its own naming.
            changeSets.add(new ChangeSet(
                    path,
                    "raw",
                    "includeAll",
                    Map.of(),
                    text.endsWith("\n") ? text : text + "\n",
                    null,
                    List.of(),
                    path));
        }
    }

    private void entries(ChangeNode log, Path file, String path, int depth) {
        String logical = Objects.requireNonNullElse(log.attribute("logicalFilePath"), path);
        for (ChangeNode entry : log.children()) {
            switch (entry.name()) {
                case "changeSet" -> changeSets.add(changeSet(entry, file, logical, path));
                case "include" -> include(entry, file, depth);
                case "includeAll" -> includeAll(entry, file, depth);
                case "property" -> property(entry);
                default -> {}
            }
        }
    }

    private void property(ChangeNode entry) {
        String name = entry.attribute("name");
        String value = entry.attribute("value");
        if (name != null && value != null) {
            properties.putIfAbsent(name, value);
        }
    }

    private void include(ChangeNode entry, Path file, int depth) {
        String name = Objects.requireNonNullElse(entry.attribute("file"), "");
        file(find(name, file, isRelative(entry)), depth + 1);
    }

    private static boolean isRelative(ChangeNode entry) {
        return "true".equals(entry.attribute("relativeToChangelogFile"));
    }

    private void includeAll(ChangeNode entry, Path file, int depth) {
        Path folder = find(Objects.requireNonNullElse(entry.attribute("path"), ""), file, isRelative(entry));
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                String name = path.toString().toLowerCase(Locale.ROOT);
                if (Stream.of(".xml", ".json", ".sql", ".yaml", ".yml").anyMatch(name::endsWith)) {
                    file(path, depth + 1);
                }
            }
        } catch (IOException e) {
            throw missing(folder.toString(), file);
        }
    }

    /** Where an included name is: beside the changelog, or below one of the folders around it. */
    private Path find(String name, Path file, boolean relative) {
        String plain = ChangeSet.plain(name);
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (relative && folder != null) {
            Path beside = folder.resolve(name).normalize();
            if (Files.exists(beside)) {
                return beside;
            }
        }
        for (Path around = folder; around != null; around = around.getParent()) {
            if (Files.exists(around.resolve(plain))) {
                return around.resolve(plain);
            }
        }
        throw missing(name, file);
    }

    private RuntimeException missing(String name, Path file) {
        return Problem.of(ErrorCode.FILE_PROBLEM, "An included changelog is not there: " + name)
                .at(shown(file), 0)
                .exception();
    }

    // ---- change sets

    private ChangeSet changeSet(ChangeNode node, Path file, String logical, String path) {
        Map<String, String> attributes = new LinkedHashMap<>();
        node.attributes().forEach((key, value) -> attributes.put(key.toLowerCase(Locale.ROOT), value));
        List<String> notes = new ArrayList<>();
        StringBuilder sql = new StringBuilder();
        boolean typed = false;
        for (ChangeNode change : node.children()) {
            String text = change.children().isEmpty()
                            && attributes.containsKey(change.name().toLowerCase(Locale.ROOT))
                    ? ""
                    : sqlOf(change, file);
            if (text != null) {
                sql.append(text);
            } else if (!notes.contains(change.name())) {
                typed = true;
                notes.add(change.name());
            }
        }
        if (!node.named("preConditions").isEmpty()) {
            notes.add("its preconditions");
        }
        return new ChangeSet(
                Objects.requireNonNullElse(node.attribute("logicalFilePath"), logical),
                Objects.requireNonNullElse(node.attribute("id"), ""),
                Objects.requireNonNullElse(node.attribute("author"), ""),
                attributes,
                typed ? null : sql.toString(),
                rollback(node, file),
                notes,
                path + (node.line() == 0 ? "" : ":" + node.line()));
    }

    /** The SQL of a change; null if it is none. */
    private @Nullable String sqlOf(ChangeNode change, Path file) {
        boolean plain = !change.attributes().containsKey("dbms")
                && Objects.requireNonNullElse(change.attribute("endDelimiter"), ";")
                        .equals(";");
        if (HARMLESS.contains(change.name())) {
            return "";
        } else if (change.name().equals("sql") && plain) {
            return ended(text(change));
        } else if (change.name().equals("sqlFile") && plain) {
            String name = Objects.requireNonNullElse(change.attribute("path"), "");
            return ended(OldFiles.text(find(name, file, isRelative(change))));
        }
        return null;
    }

    private static String text(ChangeNode change) {
        String attribute = change.attribute("sql");
        return attribute == null ? change.text().strip() : attribute.strip();
    }

    private static String ended(String sql) {
        String text = sql.stripTrailing();
        return text.isEmpty() ? "" : text + (text.endsWith(";") ? "\n" : ";\n");
    }

    private @Nullable String rollback(ChangeNode node, Path file) {
        StringBuilder sql = new StringBuilder();
        List<ChangeNode> rollbacks = node.named("rollback");
        for (ChangeNode rollback : rollbacks) {
            sql.append(ended(rollback.text().strip()));
            for (ChangeNode change : rollback.children()) {
                String text = sqlOf(change, file);
                if (text == null) {
                    return null;
                }
                sql.append(text);
            }
        }
        return rollbacks.isEmpty() ? null : sql.toString();
    }

    /** With the values of changelog properties; unknown ones stay, as with Liquibase. */
    String replaced(String sql) {
        return new Placeholders(properties, false).replace(sql);
    }
}
