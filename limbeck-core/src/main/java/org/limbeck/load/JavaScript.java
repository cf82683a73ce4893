package org.limbeck.load;

import org.limbeck.migration.Migration;

/**
 * A Java script, compiled and instantiated.
 *
 * @param migration records when it is called
 */
public record JavaScript(ScriptHeader header, Migration migration) implements LoadedScript {}
