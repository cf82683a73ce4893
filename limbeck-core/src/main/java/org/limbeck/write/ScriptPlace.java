package org.limbeck.write;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.limbeck.config.DatabaseSettings;
import org.limbeck.config.MessageRule;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;
import org.limbeck.graph.RevisionDraft;
import org.limbeck.graph.RevisionNode;
import org.limbeck.load.ScriptHeader;
import org.limbeck.load.ScriptLocations;
import org.limbeck.load.ScriptSource;
import org.limbeck.load.Scripts;

/**
 * Where a new script of a history stands and what its header says.
 *
 * @param file beside the script of the parent, else in the first folder of the settings; where Maven has a root for
 *     sources and one for resources, in the one that is for this kind of script
 * @param sql whether it is an SQL script
 */
public record ScriptPlace(Path file, ScriptHead head, boolean sql) {

    /**
     * The place of a new revision.
     *
     * @param message one line, see {@link #requireMessage}
     * @param created in UTC
     * @throws org.limbeck.error.LimbeckException INVALID_SETTINGS if the settings give no name or no folder
     */
    public static ScriptPlace of(
            DatabaseSettings settings,
            Scripts scripts,
            RevisionDraft revision,
            String message,
            LocalDateTime created,
            boolean sql) {
        String template = settings.fileName();
        String name = sql
                ? ScriptName.of(template, created, message, revision.id())
                : ScriptName.ofClass(template, created, message, revision.id());
        ScriptHeader sibling = sibling(scripts, revision);
        Path folder = folder(settings, sibling == null ? null : folder(sibling), sql);
        ScriptHead head =
                ScriptHead.of(name, revision, message, created).inPackage(sql ? "" : packageOf(sibling, folder));
        return new ScriptPlace(folder.resolve(name + (sql ? ".sql" : ".java")), head, sql);
    }

    /**
     * Lets the message of a new revision pass or says what is wrong with it.
     *
     * @throws org.limbeck.error.LimbeckException WRONG_USE if it is not one line, MESSAGE_PATTERN if it breaks the rule
     */
    public static void requireMessage(DatabaseSettings settings, String message) {
        if (message.isBlank() || message.chars().anyMatch(Character::isISOControl)) {
            throw Problem.of(ErrorCode.WRONG_USE, "A message is one line of text")
                    .exception();
        }
        MessageRule.require(settings.messagePattern(), message);
    }

    private static @Nullable ScriptHeader sibling(Scripts scripts, RevisionDraft revision) {
        for (RevisionNode parent : revision.parents()) {
            ScriptHeader header = scripts.header(parent.id());
            if (folder(header) != null) {
                return header;
            }
        }
        return null;
    }

    private static @Nullable Path folder(ScriptHeader header) {
        return header.source() instanceof ScriptSource.InFile in ? in.path().getParent() : null;
    }

    private static Path folder(DatabaseSettings settings, @Nullable Path beside, boolean sql) {
        List<Path> folders = new ArrayList<>();
        if (beside != null) {
            folders.add(beside);
        }
        for (String location : settings.scripts()) {
            if (!location.startsWith(ScriptLocations.CLASS_PATH)) {
                folders.add(Path.of(location));
            }
        }
        if (folders.isEmpty()) {
            throw noFolder(settings);
        }
        return folders.stream()
                .filter(folder -> sql ? !SourceRoot.JAVA.holds(folder) : !SourceRoot.RESOURCES.holds(folder))
                .findFirst()
                .orElse(folders.get(0));
    }

    private static LimbeckException noFolder(DatabaseSettings settings) {
        return Problem.of(
                        ErrorCode.INVALID_SETTINGS, "Database '" + settings.name() + "' has no folder for new scripts")
                .why("Its scripts are " + String.join(", ", settings.scripts()))
                .todo("Name the folder of the sources first:  scripts = [\"src/main/java/...\", ...]")
                .exception();
    }

    /** Scripts of one folder are in one package. */
    private static String packageOf(@Nullable ScriptHeader sibling, Path folder) {
        String name = sibling != null && folder.equals(folder(sibling)) ? sibling.className() : null;
        if (name == null) {
            return SourceRoot.JAVA.packageOf(folder);
        }
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }
}
