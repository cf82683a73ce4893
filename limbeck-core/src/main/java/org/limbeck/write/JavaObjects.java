package org.limbeck.write;

import java.util.List;

import org.limbeck.schema.Extension;
import org.limbeck.schema.Routine;
import org.limbeck.schema.Sequence;
import org.limbeck.schema.Trigger;
import org.limbeck.schema.View;

/** Sequences, views, routines, triggers and extensions in the words of scripts. */
final class JavaObjects {
    private JavaObjects() {}

    /**
     * A sequence.
     *
     * @param brief whether one that says nothing is written as its name
     */
    static Code sequence(Sequence sequence, boolean brief) {
        Code name = JavaNouns.name(sequence.name());
        if (brief && sequence.equals(Sequence.of(sequence.name().toString()))) {
            return name;
        }
        Links links = new Links(Code.word("sequence", name))
                .number("startingAt", sequence.start())
                .number("incrementBy", sequence.increment());
        if (sequence.minimum() != null && sequence.maximum() != null) {
            links.then("between", JavaValues.of(sequence.minimum()), JavaValues.of(sequence.maximum()));
        } else {
            links.number("atLeast", sequence.minimum()).number("atMost", sequence.maximum());
        }
        return links.when(sequence.cycle(), "cycling")
                .number("caching", sequence.cache())
                .code();
    }

    /** A view as createView takes it: name and query where that is all. */
    static List<Code> view(View view) {
        boolean plain = view.equals(View.of(view.name().toString(), view.query().sql()));
        return plain
                ? List.of(JavaNouns.name(view.name()), Code.text(view.query().sql()))
                : List.of(wholeView(view));
    }

    static Code wholeView(View view) {
        Links links = new Links(Code.word(
                        "view",
                        JavaNouns.name(view.name()),
                        Code.text(view.query().sql())))
                .each("on", view.query().perDialect())
                .when(view.materialised(), "kept");
        if (!view.indexes().isEmpty()) {
            links.then("indexed", view.indexes().stream().map(JavaNouns::index).toList());
        }
        return links.text("comment", view.comment())
                .each("option", view.options())
                .code();
    }

    /** Name, signature and definition. */
    static List<Code> routineWords(Routine routine) {
        return List.of(
                JavaNouns.name(routine.name()),
                Code.text(routine.signature()),
                Code.text(routine.definition().sql()));
    }

    static Code routine(Routine routine) {
        String word = routine.kind() == Routine.Kind.FUNCTION ? "function" : "procedure";
        return new Links(Code.word(word, routineWords(routine)))
                .each("on", routine.definition().perDialect())
                .code();
    }

    /** Table, name and definition. */
    static List<Code> triggerWords(Trigger trigger) {
        return List.of(
                JavaNouns.name(trigger.table()),
                Code.text(trigger.name()),
                Code.text(trigger.definition().sql()));
    }

    static Code trigger(Trigger trigger) {
        return new Links(Code.word("trigger", triggerWords(trigger)))
                .each("on", trigger.definition().perDialect())
                .code();
    }

    static Code extension(Extension extension) {
        Code name = Code.text(extension.name());
        if (extension.equals(Extension.of(extension.name()))) {
            return name;
        }
        return new Links(Code.word("extension", name))
                .text("in", extension.schema())
                .text("version", extension.version())
                .code();
    }
}
