package org.limbeck.testkit.manual;

/** A fenced block of a chapter that can be executed. */
public sealed interface Sample {

    /** The number of the block's first line (the fence), from 1. */
    int line();

    /** The lines between the fences. */
    String text();

    /**
     * A file that exists from here on: a block whose info string has {@code file=NAME}.
     *
     * @param name relative to the folder of the chapter
     */
    record File(int line, String text, String name) implements Sample {}

    /** A session, a block with the info string {@code console}: lines {@code $ command}, each followed by its output. */
    record Console(int line, String text) implements Sample {}
}
