package org.limbeck.write;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.limbeck.schema.QualifiedName;

/** A method of a script: groups what belongs together, and is cut into several methods where it is long. */
final class JavaBody {
    private static final int WIDTH = 120;
    private static final int INDENT = 8;
    private static final String MARGIN = " ".repeat(INDENT);

    /** A method holds 64 KB of compiled code, and each value or call takes about a dozen bytes. */
    static final int HEAVIEST = 2_000;

    /** A class holds 65535 constants, and each string takes two. */
    private static final int MOST_OF_CLASS = 20_000;

    /** What becomes of an item. */
    enum Kind {
        RUNS,
        OFF,
        NOTE
    }

    /**
     * A statement or a comment.
     *
     * @param words the comment, or empty
     * @param tables what the statement touches
     */
    record Item(Kind kind, String words, Code code, Set<QualifiedName> tables) {
        Item {
            tables = Set.copyOf(tables);
        }
    }

    private final String name;
    private final List<Item> items;

    JavaBody(String name, List<Item> items) {
        this.name = name;
        this.items = List.copyOf(items);
    }

    void write(StringBuilder out) {
        List<List<Item>> parts = parts();
        out.append("    @Override\n    public void ").append(name).append("(Op op) {\n");
        if (parts.size() == 1) {
            statements(parts.get(0), out);
            out.append("    }\n");
            return;
        }
        // The constants of a class are limited, too, so each part is a class of its own where there are many.
        Set<String> constants = new HashSet<>();
        items.forEach(item -> Code.constants(item.code(), constants));
        boolean classes = constants.size() > MOST_OF_CLASS;
        for (int i = 1; i <= parts.size(); i++) {
            out.append(MARGIN)
                    .append(classes ? className(i) + ".record" : name + i)
                    .append("(op);\n");
        }
        out.append("    }\n");
        for (int i = 1; i <= parts.size(); i++) {
            out.append('\n');
            out.append(classes ? "    private static final class " + className(i) + " {\n" : "")
                    .append("    private static void ")
                    .append(classes ? "record" : name + i)
                    .append("(Op op) {\n");
            statements(parts.get(i - 1), out);
            out.append(classes ? "    }\n    }\n" : "    }\n");
        }
    }

    private String className(int part) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1) + part;
    }

    private static int weight(Item item) {
        return item.kind() == Kind.RUNS ? Code.weight(item.code()) : 0;
    }

    private List<List<Item>> parts() {
        List<List<Item>> parts = new ArrayList<>();
        List<Item> part = new ArrayList<>();
        int weight = 0;
        for (Item item : items) {
            int own = weight(item);
            if (weight > 0 && weight + own > HEAVIEST) {
                parts.add(part);
                part = new ArrayList<>();
                weight = 0;
            }
            part.add(item);
            weight += own;
        }
        parts.add(part);
        return parts;
    }

    private static void statements(List<Item> items, StringBuilder out) {
        boolean tall = false;
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            String text = text(item);
            boolean nowTall = text.indexOf('\n') < text.length() - 1;
            if (i > 0 && apart(items.get(i - 1), tall, item, nowTall)) {
                out.append('\n');
            }
            out.append(text);
            tall = nowTall;
        }
    }

    /** Whether a blank line helps the reader. */
    private static boolean apart(Item before, boolean beforeTall, Item item, boolean tall) {
        if (before.kind() == Kind.NOTE) {
            return false;
        }
        if (before.kind() == Kind.OFF || item.kind() != Kind.RUNS) {
            return true;
        }
        return (beforeTall || tall) && Collections.disjoint(before.tables(), item.tables());
    }

    private static String text(Item item) {
        if (item.kind() == Kind.RUNS) {
            return MARGIN + Layout.statement(item.code(), INDENT, WIDTH) + "\n";
        }
        StringBuilder text = new StringBuilder();
        Comments.lines(item.words(), WIDTH - INDENT - 3)
                .forEach(line -> text.append(MARGIN).append("// ").append(line).append('\n'));
        if (item.kind() == Kind.OFF) {
            for (String line : Layout.statement(item.code(), INDENT, WIDTH - 3).split("\n", -1)) {
                String own = line.startsWith(MARGIN) ? line.substring(INDENT) : line;
                text.append(MARGIN).append(own.isEmpty() ? "//" : "// " + own).append('\n');
            }
        }
        return text.toString();
    }
}
