package org.limbeck.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/** A piece of Java, before it is laid out. */
sealed interface Code {

    /** Words that stay on one line; {@code imported} is what they need, or null. */
    record Plain(String text, @Nullable String imported) implements Code {}

    /** A string literal, or a text block. */
    record Text(String value) implements Code {

        /** Whether it reads better as a text block. */
        boolean block() {
            int first = value.indexOf('\n');
            return first >= 0 && first < value.length() - 1 && value.length() > MOST_ON_ONE_LINE;
        }
    }

    /** Two arguments that stay together. */
    record Pair(Code first, Code second) implements Code {}

    /**
     * A call.
     *
     * @param tall whether each argument has a line of its own in any case
     */
    record Call(String head, List<Code> arguments, @Nullable String imported, boolean tall) implements Code {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** Calls on the value before. */
    record Chain(Code start, List<Call> calls) implements Code {
        public Chain {
            calls = List.copyOf(calls);
        }
    }

    /** A function of one parameter. */
    record Lambda(String parameter, List<Code> statements) implements Code {
        public Lambda {
            statements = List.copyOf(statements);
        }
    }

    /** Texts with line breaks of up to this length stay on one line. */
    int MOST_ON_ONE_LINE = 40;

    /** The import that all words of scripts need. */
    String WORDS = "static org.limbeck.migration.Words.*";

    /** A string constant of the class file holds 65535 bytes at most; a character takes up to three. */
    int LONGEST_CONSTANT = 20_000;

    static Code plain(Object text) {
        return new Plain(text.toString(), null);
    }

    /** A string; a very long one is joined from several constants when the script is recorded. */
    static Code text(String value) {
        if (value.length() <= LONGEST_CONSTANT) {
            return new Text(value);
        }
        List<Code> pieces = new ArrayList<>();
        pieces.add(new Text(""));
        int at = 0;
        while (at < value.length()) {
            int end = Math.min(value.length(), at + LONGEST_CONSTANT);
            boolean cuts = end < value.length() && Character.isLowSurrogate(value.charAt(end));
            pieces.add(new Text(value.substring(at, cuts ? end - 1 : end)));
            at = cuts ? end - 1 : end;
        }
        return new Call("String.join", pieces, null, false);
    }

    static List<Code> texts(List<String> values) {
        return values.stream().map(Code::text).toList();
    }

    /** A call of a word that every script imports. */
    static Call word(String name, Code... arguments) {
        return word(name, List.of(arguments));
    }

    static Call word(String name, List<Code> arguments) {
        return new Call(name, arguments, WORDS, false);
    }

    /** A call on a class that must be imported. */
    static Call of(String type, String name, List<Code> arguments) {
        String simple = type.substring(type.lastIndexOf('.') + 1);
        boolean constructor = name.equals("new");
        return new Call(constructor ? "new " + simple : simple + "." + name, arguments, type, false);
    }

    /** {@code List.of(...)}. */
    static Call list(List<Code> values) {
        return of("java.util.List", "of", values);
    }

    /** How many values, calls and strings it is made of: roughly the size of the compiled code. */
    static int weight(Code code) {
        int[] count = {0};
        walk(code, part -> count[0]++);
        return count[0];
    }

    /** What it needs to be imported. */
    static void imports(Code code, Set<String> all) {
        walk(code, part -> {
            String imported = part instanceof Plain plain ? plain.imported() : null;
            imported = part instanceof Call call ? call.imported() : imported;
            if (imported != null) {
                all.add(imported);
            }
        });
    }

    /** The strings that the compiled code holds. */
    static void constants(Code code, Set<String> all) {
        walk(code, part -> {
            if (part instanceof Text text) {
                all.add(text.value());
            }
        });
    }

    private static void walk(Code code, Consumer<Code> visit) {
        visit.accept(code);
        if (code instanceof Call call) {
            call.arguments().forEach(argument -> walk(argument, visit));
        } else if (code instanceof Chain chain) {
            walk(chain.start(), visit);
            chain.calls().forEach(call -> walk(call, visit));
        } else if (code instanceof Pair pair) {
            walk(pair.first(), visit);
            walk(pair.second(), visit);
        } else if (code instanceof Lambda lambda) {
            lambda.statements().forEach(statement -> walk(statement, visit));
        }
    }
}
