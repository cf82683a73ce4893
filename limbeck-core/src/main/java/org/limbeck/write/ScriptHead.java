package org.limbeck.write;

import java.time.LocalDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.limbeck.graph.RevisionDraft;

/**
 * What the header of a new script says.
 *
 * @param packageName of a Java script, or empty
 * @param name of the file without its ending, and of the class
 * @param created in UTC
 * @param changeSet what scripts that were written together have in common; null for one alone
 */
public record ScriptHead(
        String packageName,
        String name,
        String id,
        List<String> downs,
        List<String> dependsOn,
        List<String> labels,
        LocalDateTime created,
        String message,
        @Nullable String changeSet) {

    public ScriptHead {
        downs = List.copyOf(downs);
        dependsOn = List.copyOf(dependsOn);
        labels = List.copyOf(labels);
    }

    /** The header of a script that is written alone. */
    public ScriptHead(
            String packageName,
            String name,
            String id,
            List<String> downs,
            List<String> dependsOn,
            List<String> labels,
            LocalDateTime created,
            String message) {
        this(packageName, name, id, downs, dependsOn, labels, created, message, null);
    }

    /** The header for a place in the graph, in no package. */
    public static ScriptHead of(String name, RevisionDraft revision, String message, LocalDateTime created) {
        return new ScriptHead(
                "", name, revision.id(), revision.downs(), revision.dependsOn(), revision.labels(), created, message);
    }

    /** The same in a package. */
    public ScriptHead inPackage(String other) {
        return new ScriptHead(other, name, id, downs, dependsOn, labels, created, message, changeSet);
    }

    /** The same as one of several that are written together; the header says so. */
    public ScriptHead withChangeSet(@Nullable String common) {
        return new ScriptHead(packageName, name, id, downs, dependsOn, labels, created, message, common);
    }
}
