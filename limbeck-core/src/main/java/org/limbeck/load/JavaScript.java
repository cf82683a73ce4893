package org.limbeck.load;

import org.limbeck.migration.Migration;

/**
 * A Java script, compiled and instantiated.
 *
 * @param migration records when it is called
 * @param sourceHash the {@link ScriptHeader#sourceHash} of what was compiled
 */
public record JavaScript(ScriptHeader header, Migration migration, String sourceHash) implements LoadedScript {}
