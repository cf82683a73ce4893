package org.limbeck.env;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * A file of the operator and the template that belongs to it.
 *
 * @param env the operator's file; need not exist
 * @param template the template of the new release
 * @param previous the template of the old release, if known
 * @param base the folder relative to which messages name files
 */
public record EnvPair(Path env, Path template, @Nullable Path previous, Path base) {

    /** {@code .env} and {@code .env.example} in a folder. */
    public static EnvPair in(Path folder) {
        return new EnvPair(folder.resolve(".env"), folder.resolve(".env.example"), null, folder);
    }

    /** A file as messages name it: relative to the base where it lies below it. */
    public static String shown(Path base, Path file) {
        Path from = base.toAbsolutePath().normalize();
        Path to = file.toAbsolutePath().normalize();
        return to.startsWith(from) && !to.equals(from) ? from.relativize(to).toString() : to.toString();
    }

    /** A file as messages of this pair name it. */
    public String shown(Path file) {
        return shown(base, file);
    }

    /** The operator's file as messages name it. */
    public String shownEnv() {
        return shown(env);
    }

    /** The template as messages name it. */
    public String shownTemplate() {
        return shown(template);
    }
}
