package org.limbeck.env;

import org.jspecify.annotations.Nullable;

/**
 * All that a merge looks at.
 *
 * @param templateName what messages call the template
 * @param current the operator's file; an empty one if there is none yet
 * @param currentName what messages call the operator's file
 * @param previous the template of the old release, if known
 */
record MergeInput(
        EnvFile template,
        String templateName,
        EnvFile current,
        String currentName,
        @Nullable EnvFile previous,
        Renames renames) {}
