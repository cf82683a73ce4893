package org.limbeck.write;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.limbeck.operation.Invert;
import org.limbeck.operation.Operation;

/**
 * Writes a draft as a Java script. What it writes compiles against Limbeck's API and records exactly the operations of the
 * draft. Pure.
 */
public final class JavaWriter {
    private static final String MIGRATION = "org.limbeck.migration.*";

    private JavaWriter() {}

    /**
     * The whole text of a script.
     *
     * @throws org.limbeck.error.LimbeckException INVALID_OPERATION if the draft holds code that is not known as text
     */
    public static String write(ScriptHead head, Draft draft) {
        Hoist hoist = new Hoist();
        List<JavaBody.Item> up = items(draft.upgrade(), hoist);
        List<JavaBody.Item> down = mirrors(draft) ? List.of(back()) : items(draft.downgrade(), hoist);
        Set<String> imports = new LinkedHashSet<>();
        imports.add(Code.WORDS);
        imports.add(MIGRATION);
        List<JavaBody.Item> all = new ArrayList<>(up);
        all.addAll(down);
        if (!all.isEmpty()) {
            imports.remove(Code.WORDS);
            all.forEach(item -> Code.imports(item.code(), imports));
            hoist.imports(imports);
        }
        StringBuilder text = new StringBuilder(ScriptText.packageLine(head));
        imports(imports, text);
        text.append(ScriptText.annotation(head))
                .append("final class ")
                .append(head.name())
                .append(" implements Migration {\n\n");
        new JavaBody("upgrade", up).write(text);
        text.append('\n');
        new JavaBody("downgrade", down).write(text);
        hoist.write(text);
        return text.append("}\n").toString();
    }

    /** Whether the way down is the way up, inverted. */
    private static boolean mirrors(Draft draft) {
        List<Operation> up = draft.upgrade().stream()
                .filter(Draft.Line.Do.class::isInstance)
                .map(line -> ((Draft.Line.Do) line).operation())
                .toList();
        return !up.isEmpty()
                && draft.downgrade().size() == 1
                && draft.downgrade().get(0) instanceof Draft.Line.Do only
                && only.operation() instanceof Invert invert
                && invert.operations().equals(up);
    }

    private static JavaBody.Item back() {
        Code call = new Code.Call("op.invert", List.of(Code.plain("this::upgrade")), null, false);
        return new JavaBody.Item(JavaBody.Kind.RUNS, "", call, Set.of());
    }

    private static List<JavaBody.Item> items(List<Draft.Line> lines, Hoist hoist) {
        JavaVerbs verbs = new JavaVerbs("op");
        List<JavaBody.Item> items = new ArrayList<>();
        for (Draft.Line line : lines) {
            if (line instanceof Draft.Line.Do run) {
                Operation operation = run.operation();
                Code code = hoist.lighten(verbs.statement(operation));
                items.add(new JavaBody.Item(JavaBody.Kind.RUNS, "", code, operation.tables()));
            } else if (line instanceof Draft.Line.Off off) {
                items.add(
                        new JavaBody.Item(JavaBody.Kind.OFF, off.reason(), verbs.statement(off.operation()), Set.of()));
            } else {
                String note = ((Draft.Line.Note) line).text();
                items.add(new JavaBody.Item(JavaBody.Kind.NOTE, note, Code.plain(""), Set.of()));
            }
        }
        return items;
    }

    /** Static ones, those of Java, those of Limbeck. */
    private static void imports(Set<String> imports, StringBuilder text) {
        for (String group : List.of("static ", "java.", "org.limbeck.")) {
            Set<String> sorted = new TreeSet<>();
            imports.stream().filter(name -> name.startsWith(group)).forEach(sorted::add);
            sorted.forEach(name -> text.append("import ").append(name).append(";\n"));
            text.append(sorted.isEmpty() ? "" : "\n");
        }
    }
}
