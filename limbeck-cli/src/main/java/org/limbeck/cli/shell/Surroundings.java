package org.limbeck.cli.shell;

import java.io.File;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command line is called in.
 *
 * @param environment variables
 * @param folder that relative names start from
 * @param interactive whether {@code out} is a terminal
 * @param unicode whether the reader's encoding has more than ASCII
 * @param interruption set by Ctrl-C
 */
public record Surroundings(
        Map<String, String> environment,
        PrintStream out,
        PrintStream err,
        Path folder,
        boolean interactive,
        boolean unicode,
        Interruption interruption) {

    /** A text with paths as a person here would write them. */
    public String shortened(String text) {
        String here = folder.toString();
        return folder.isAbsolute() && here.length() > 1 ? text.replace(here + File.separator, "") : text;
    }
}
