package org.limbeck.write;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Lays Java out as a careful colleague does: on one line what fits, else one argument or call per line; a block or a text
 * block begins where its call does. Not thread-safe.
 */
final class Layout {
    private static final int CONTINUATION = 8;
    private static final int BLOCK = 4;
    private static final int FEWEST_TO_FILL = 4;

    private final StringBuilder out = new StringBuilder();
    private final int width;
    private int column;

    private Layout(int width, int indent) {
        this.width = width;
        this.column = indent;
    }

    /**
     * The lines of a statement, the first without its indentation, the others with it.
     *
     * @param indent of the statement
     * @param width of the page
     */
    static String statement(Code code, int indent, int width) {
        Layout layout = new Layout(width, indent);
        layout.write(code, indent, 1);
        return layout.append(";").out.toString();
    }

    /** The code on one line, or null where it needs several. */
    static @Nullable String flat(Code code) {
        if (code instanceof Code.Plain plain) {
            return plain.text();
        }
        if (code instanceof Code.Text text) {
            return text.block() ? null : JavaStrings.literal(text.value());
        }
        if (code instanceof Code.Pair pair) {
            return joined("", List.of(pair.first(), pair.second()), ", ", "");
        }
        if (code instanceof Code.Call call) {
            return call.tall() ? null : joined(call.head() + "(", call.arguments(), ", ", ")");
        }
        if (code instanceof Code.Chain chain) {
            String start = flat(chain.start());
            return start == null ? null : joined(start + ".", chain.calls(), ".", "");
        }
        Code.Lambda lambda = (Code.Lambda) code;
        if (lambda.statements().isEmpty()) {
            return lambda.parameter() + " -> {}";
        }
        return lambda.statements().size() > 1 ? null : joined(lambda.parameter() + " -> ", lambda.statements(), "", "");
    }

    private static @Nullable String joined(String before, List<? extends Code> codes, String between, String after) {
        List<String> parts = new ArrayList<>();
        for (Code code : codes) {
            String part = flat(code);
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        return before + String.join(between, parts) + after;
    }

    /** @param after how many characters follow on the last line */
    private void write(Code code, int indent, int after) {
        String flat = flat(code);
        if (flat != null && fits(flat, after)) {
            append(flat);
        } else if (code instanceof Code.Text text) {
            text(text, indent, after);
        } else if (code instanceof Code.Pair pair) {
            write(pair.first(), indent, 2);
            append(", ");
            write(pair.second(), indent, after);
        } else if (code instanceof Code.Call call) {
            call(call, indent, after);
        } else if (code instanceof Code.Chain chain) {
            chain(chain, indent, after);
        } else if (code instanceof Code.Lambda lambda) {
            lambda(lambda, indent);
        } else {
            append(String.valueOf(flat));
        }
    }

    private void call(Code.Call call, int indent, int after) {
        append(call.head()).append("(");
        List<Code> arguments = call.arguments();
        int last = arguments.size() - 1;
        if (last >= 0 && begins(arguments.get(last)) && before(arguments.subList(0, last), arguments.get(last))) {
            write(arguments.get(last), indent, after + 1);
        } else if (last >= FEWEST_TO_FILL && arguments.stream().allMatch(Layout::simple)) {
            fill(arguments, indent + CONTINUATION, after + 1);
        } else {
            list(arguments, indent + CONTINUATION, after + 1);
        }
        append(")");
    }

    /** Whether it is a block that begins at the end of a line. */
    private static boolean begins(Code code) {
        return flat(code) == null && (code instanceof Code.Lambda || code instanceof Code.Text);
    }

    private static boolean simple(Code code) {
        return code instanceof Code.Plain || code instanceof Code.Text text && !text.block();
    }

    /** Writes the arguments before a block on the same line, if they fit. */
    private boolean before(List<Code> arguments, Code block) {
        String flat = joined("", arguments, ", ", arguments.isEmpty() ? "" : ", ");
        int head = block instanceof Code.Lambda lambda ? lambda.parameter().length() + 5 : 3;
        if (flat == null || !fits(flat, head)) {
            return false;
        }
        append(flat);
        return true;
    }

    /** One argument per line; a name at the beginning stays beside the bracket. */
    private void list(List<Code> arguments, int indent, int after) {
        for (int i = 0; i < arguments.size(); i++) {
            Code argument = arguments.get(i);
            String flat = flat(argument);
            boolean beside = i == 0 && arguments.size() > 1 && argument instanceof Code.Text && flat != null;
            if (!beside || flat == null || !fits(flat, 1)) {
                line(indent);
            }
            boolean last = i == arguments.size() - 1;
            write(argument, indent, last ? after : 1);
            append(last ? "" : ",");
        }
    }

    /** As many arguments on a line as fit. */
    private void fill(List<Code> arguments, int indent, int after) {
        line(indent);
        for (int i = 0; i < arguments.size(); i++) {
            boolean last = i == arguments.size() - 1;
            String text = String.valueOf(flat(arguments.get(i)));
            if (column > indent && !fits(text, last ? after + 1 : 2)) {
                line(indent);
            } else if (column > indent) {
                append(" ");
            }
            write(arguments.get(i), indent, last ? after : 1);
            append(last ? "" : ",");
        }
    }

    private void chain(Code.Chain chain, int indent, int after) {
        List<Code.Call> calls = chain.calls();
        int last = calls.size() - 1;
        String start = flat(chain.start());
        if (start == null) {
            write(chain.start(), indent, 1);
            calls(calls, indent, after, !(chain.start() instanceof Code.Call call) || !endsInBlock(call));
            return;
        }
        String most = joined(start + ".", calls.subList(0, last), ".", last == 0 ? "" : ".");
        if (most != null
                && endsInBlock(calls.get(last))
                && fits(most, calls.get(last).head().length() + 20)) {
            append(most);
            call(calls.get(last), indent, after);
        } else {
            write(chain.start(), indent, 0);
            calls(calls, indent, after, true);
        }
    }

    private static boolean endsInBlock(Code.Call call) {
        return !call.tall()
                && !call.arguments().isEmpty()
                && begins(call.arguments().get(call.arguments().size() - 1));
    }

    private void calls(List<Code.Call> calls, int indent, int after, boolean below) {
        for (int i = 0; i < calls.size(); i++) {
            Code.Call call = calls.get(i);
            boolean down = below || (i > 0 && !endsInBlock(calls.get(i - 1)));
            if (down) {
                line(indent + CONTINUATION);
            }
            append(".");
            write(call, down ? indent + CONTINUATION : indent, i == calls.size() - 1 ? after : 0);
        }
    }

    private void lambda(Code.Lambda lambda, int indent) {
        append(lambda.parameter() + " -> {");
        for (Code statement : lambda.statements()) {
            line(indent + BLOCK);
            write(statement, indent + BLOCK, 1);
            append(";");
        }
        line(indent);
        append("}");
    }

    private void text(Code.Text text, int indent, int after) {
        if (text.value().indexOf('\n') >= 0 && text.block()) {
            int inner = column == indent ? indent : indent + CONTINUATION;
            append("\"\"\"");
            for (String line : JavaStrings.block(text.value())) {
                out.append('\n');
                column = 0;
                append(line.isEmpty() ? "" : " ".repeat(inner) + line);
            }
            return;
        }
        int longest = width - indent - CONTINUATION - after - 2;
        List<String> pieces = pieces(text.value(), Math.min(longest, width - column), longest);
        append(pieces.get(0));
        for (String piece : pieces.subList(1, pieces.size())) {
            line(indent + CONTINUATION);
            append("+ ").append(piece);
        }
    }

    /**
     * A long text in literals that are broken at blanks.
     *
     * @param first the room for the first of them
     * @param others the room for each of the others
     */
    private static List<String> pieces(String text, int first, int others) {
        List<String> pieces = new ArrayList<>();
        String rest = text;
        while (JavaStrings.literal(rest).length() > (pieces.isEmpty() ? first : others)) {
            int longest = pieces.isEmpty() ? first : others;
            int cut = -1;
            for (int at = rest.indexOf(' ', 1); at >= 0; at = rest.indexOf(' ', at + 1)) {
                if (cut > 0 && JavaStrings.literal(rest.substring(0, at)).length() > longest) {
                    break;
                }
                cut = at;
            }
            if (cut < 0) {
                break;
            }
            pieces.add(JavaStrings.literal(rest.substring(0, cut)));
            rest = rest.substring(cut);
        }
        pieces.add(JavaStrings.literal(rest));
        return pieces;
    }

    private boolean fits(String text, int after) {
        return column + text.length() + after <= width;
    }

    private void line(int indent) {
        out.append('\n').append(" ".repeat(indent));
        column = indent;
    }

    private Layout append(String text) {
        out.append(text);
        column += text.length();
        return this;
    }
}
