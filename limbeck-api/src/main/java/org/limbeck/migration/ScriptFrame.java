package org.limbeck.migration;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.Place;

/** Finds the line of a script that is being recorded. */
final class ScriptFrame {
    private static final StackWalker WALKER = StackWalker.getInstance();

    private ScriptFrame() {}

    /** The innermost frame outside Limbeck and the JDK, or null. */
    static @Nullable Place place() {
        return WALKER.walk(frames -> frames.filter(ScriptFrame::ofScript)
                .findFirst()
                .map(f -> Place.of(f.getFileName(), f.getLineNumber()))
                .orElse(null));
    }

    private static boolean ofScript(StackWalker.StackFrame frame) {
        String name = frame.getClassName();
        boolean ours = name.startsWith("org.limbeck.migration.") || name.startsWith("org.limbeck.schema.");
        return !ours && !name.startsWith("java.") && !name.startsWith("jdk.");
    }
}
