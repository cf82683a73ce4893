package org.limbeck.load;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.migration.Words;

/** Says what the compiler said, with what it cannot know. */
final class CompileErrors {
    private static final int SHOWN = 10;

    private CompileErrors() {}

    /** The first errors, and how many more there are. */
    static List<Problem> of(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        List<Diagnostic<? extends JavaFileObject>> errors = diagnostics.stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .toList();
        List<Problem> problems = new ArrayList<>();
        errors.stream().limit(SHOWN).map(CompileErrors::problem).forEach(problems::add);
        if (errors.size() > SHOWN) {
            String more = "The compiler reports " + (errors.size() - SHOWN) + " more errors.";
            problems.add(Problem.of(ErrorCode.SCRIPT_DOES_NOT_COMPILE, more));
        }
        return problems;
    }

    private static Problem problem(Diagnostic<? extends JavaFileObject> error) {
        Problem problem = Problem.of(ErrorCode.SCRIPT_DOES_NOT_COMPILE, "The script does not compile.")
                .why(error.getMessage(Locale.ENGLISH).strip());
        if (error.getSource() instanceof JavaSource source) {
            problem = problem.at(source.displayName(), (int) Math.max(0, error.getLineNumber()));
            String hint = hint(error, source);
            return hint == null ? problem : problem.todo(hint);
        }
        return problem;
    }

    private static @Nullable String hint(Diagnostic<? extends JavaFileObject> error, JavaSource source) {
        String code = String.valueOf(error.getCode());
        String word = word(source.getCharContent(true), error.getPosition());
        if (code.startsWith("compiler.err.cant.apply.symbol") && isWord(word) && !namesWords(error)) {
            return "rename the method " + word + " of the script: it hides Words." + word
                    + ", so that every call means the script's own";
        }
        if (code.equals("compiler.err.doesnt.exist")) {
            return "a script sees org.limbeck and the JDK only: entity classes change, history must not";
        }
        return null;
    }

    /** A wrong call of the real one names its class. */
    private static boolean namesWords(Diagnostic<? extends JavaFileObject> error) {
        String message = error.getMessage(Locale.ENGLISH);
        return message.contains(Words.class.getName()) || message.contains(" Words.");
    }

    private static String word(String text, long position) {
        if (position < 0 || position >= text.length()) {
            return "";
        }
        int end = (int) position;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        return text.substring((int) position, end);
    }

    private static boolean isWord(String name) {
        return Arrays.stream(Words.class.getMethods())
                .anyMatch(method -> Modifier.isStatic(method.getModifiers())
                        && method.getName().equals(name));
    }
}
