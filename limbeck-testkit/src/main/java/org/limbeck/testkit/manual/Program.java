package org.limbeck.testkit.manual;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** A program that samples call by its name. */
@FunctionalInterface
public interface Program {

    /**
     * Runs it.
     *
     * @param words the words after its name
     * @param out where it prints, errors too
     * @param folder where it runs
     * @return its exit code
     */
    int run(List<String> words, PrintStream out, Path folder) throws Exception;
}
