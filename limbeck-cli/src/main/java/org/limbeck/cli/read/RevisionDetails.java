package org.limbeck.cli.read;

import java.util.List;

import org.limbeck.cli.shell.Invocation;
import org.limbeck.cli.shell.Times;
import org.limbeck.cli.terminal.Colour;
import org.limbeck.cli.terminal.Line;
import org.limbeck.graph.RevisionGraph;
import org.limbeck.graph.RevisionNode;

/** All that the header of a script says, on lines of their own. */
final class RevisionDetails {
    private static final int COLUMN = 15;

    private RevisionDetails() {}

    static void print(Invocation call, RevisionGraph graph, RevisionNode node) {
        line(call, "parents", node.downs().isEmpty() ? "base" : String.join(", ", node.downs()));
        line(call, "children", ids(graph.children(node.id())));
        line(call, "depends on", String.join(", ", node.dependsOn()));
        String created = Times.iso(node.created());
        line(call, "created", created == null ? "" : Times.of(created));
        line(call, "file", RevisionText.file(call, node));
    }

    static void line(Invocation call, String what, String text) {
        if (!text.isEmpty()) {
            call.terminal()
                    .answer(Line.of(Colour.DIM, "    " + what).to(COLUMN + 2, 1).add(text));
        }
    }

    private static String ids(List<RevisionNode> nodes) {
        return String.join(", ", nodes.stream().map(RevisionNode::id).toList());
    }
}
