package org.limbeck.load;

/** A script that is ready to be recorded or run. */
public sealed interface LoadedScript permits JavaScript, SqlScript {

    ScriptHeader header();

    /** The {@link ScriptHeader#sourceHash} of what was loaded; hardly ever reads it again. */
    String sourceHash();

    default String id() {
        return header().id();
    }
}
