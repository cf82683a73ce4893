package org.limbeck.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Moves the parts of a table with a thousand columns, or the rows of an insert of thousands, to methods of their own: a
 * method holds 64 KB of compiled code only. Not thread-safe.
 */
final class Hoist {
    private static final int INDENT = 8;
    private static final int WIDTH = 120;

    private final List<Method> methods = new ArrayList<>();

    private record Method(String type, String name, Code.Call value) {}

    /** The same call, with its many arguments in methods. */
    Code lighten(Code code) {
        if (!(code instanceof Code.Call call) || Code.weight(call) <= JavaBody.HEAVIEST) {
            return code;
        }
        if (call.head().endsWith(".createTable") || call.head().endsWith(".dropTable")) {
            List<Code> light = new ArrayList<>(call.arguments().subList(0, 1));
            chunks(call.arguments().subList(1, call.arguments().size()))
                    .forEach(chunk -> light.add(method("TablePart", "parts", Code.word("columns", chunk))));
            return new Code.Call(call.head(), light, "org.limbeck.schema.TablePart", true);
        }
        int names = call.head().endsWith(".upsert") ? 2 : 1;
        return names == 2 || call.head().endsWith(".insert") ? rows(call, names) : code;
    }

    private Code rows(Code.Call call, int names) {
        List<Code> lists = new ArrayList<>();
        chunks(call.arguments().subList(names, call.arguments().size()))
                .forEach(chunk -> lists.add(method("List<Row>", "rows", Code.list(chunk))));
        List<Code> light = new ArrayList<>(call.arguments().subList(0, names));
        light.add(new Links(Code.of("java.util.stream.Stream", "of", lists))
                .then("flatMap", Code.plain("List::stream"))
                .then("toList")
                .code());
        return new Code.Call(call.head(), light, "org.limbeck.operation.Row", false);
    }

    private Code method(String type, String name, Code.Call value) {
        String numbered = name + (methods.size() + 1);
        methods.add(new Method(type, numbered, value));
        return Code.plain(numbered + "()");
    }

    private static List<List<Code>> chunks(List<Code> arguments) {
        List<List<Code>> chunks = new ArrayList<>();
        List<Code> chunk = new ArrayList<>();
        int weight = 0;
        for (Code argument : arguments) {
            if (weight > JavaBody.HEAVIEST) {
                chunks.add(chunk);
                chunk = new ArrayList<>();
                weight = 0;
            }
            chunk.add(argument);
            weight += Code.weight(argument);
        }
        chunks.add(chunk);
        return chunks;
    }

    void imports(Set<String> all) {
        methods.forEach(method -> Code.imports(method.value(), all));
    }

    void write(StringBuilder out) {
        for (Method method : methods) {
            Code.Call made = method.value();
            Code value = new Code.Call("return " + made.head(), made.arguments(), null, true);
            out.append("\n    private static ")
                    .append(method.type())
                    .append(' ')
                    .append(method.name())
                    .append("() {\n")
                    .append(" ".repeat(INDENT))
                    .append(Layout.statement(value, INDENT, WIDTH))
                    .append("\n    }\n");
        }
    }
}
