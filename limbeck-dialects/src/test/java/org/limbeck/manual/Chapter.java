package org.limbeck.manual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A chapter of the manual, as text. */
record Chapter(String text) {

    static Chapter of(String file) throws IOException {
        return new Chapter(Files.readString(Path.of("..", "docs", file)));
    }

    /** The fenced blocks of a language, in order. */
    List<String> blocks(String language) {
        List<String> blocks = new ArrayList<>();
        String fence = "```" + language + "\n";
        for (int at = text.indexOf(fence); at >= 0; at = text.indexOf(fence, at + 1)) {
            int end = text.indexOf("\n```", at + fence.length());
            blocks.add(text.substring(at + fence.length(), end + 1));
        }
        return blocks;
    }

    /** The rows of tables, as their cells; headings and rulers are left out. */
    List<List<String>> rows() {
        return text.lines()
                .filter(line -> line.startsWith("| "))
                .map(line -> line.substring(2, line.length() - 2))
                .map(line -> List.of(line.split(" \\| ")))
                .toList();
    }
}
