package org.limbeck.load;

/** A script that is ready to be recorded or run. */
public sealed interface LoadedScript permits JavaScript, SqlScript {

    ScriptHeader header();

    default String id() {
        return header().id();
    }
}
