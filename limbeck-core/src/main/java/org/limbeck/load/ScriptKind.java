package org.limbeck.load;

/** In which language a script is written. */
public enum ScriptKind {
    JAVA,
    SQL
}
