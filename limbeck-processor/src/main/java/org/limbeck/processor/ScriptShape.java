package org.limbeck.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.migration.Migration;

/** Whether a class with {@code @Revision} can be a script: told now, and not when it is loaded. */
final class ScriptShape {
    private final Elements elements;
    private final Types types;

    ScriptShape(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /** What is wrong with it. */
    Optional<Problem> problem(TypeElement type) {
        if (!isMigration(type)) {
            return bad(
                    type,
                    "is not a Migration",
                    "declare it as: class " + type.getSimpleName() + " implements Migration");
        }
        if (type.getNestingKind() != NestingKind.TOP_LEVEL) {
            return bad(type, "stands inside another class", "make it a class of its own, in a file of its own");
        }
        if (!type.getKind().isClass() || type.getModifiers().contains(Modifier.ABSTRACT)) {
            return bad(type, "cannot be instantiated", "make it a class that is not abstract");
        }
        return hasPlainConstructor(type)
                ? Optional.empty()
                : bad(type, "has no constructor without parameters", "remove its constructors");
    }

    private boolean isMigration(TypeElement type) {
        TypeElement migration = elements.getTypeElement(Migration.class.getName());
        return migration != null && types.isAssignable(type.asType(), migration.asType());
    }

    private static boolean hasPlainConstructor(TypeElement type) {
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .map(constructor -> constructor.getParameters())
                .anyMatch(List::isEmpty);
    }

    private static Optional<Problem> bad(TypeElement type, String what, String action) {
        return Optional.of(
                Problem.of(ErrorCode.UNREADABLE_SCRIPT, "The script " + type.getSimpleName() + " " + what + ".")
                        .todo(action));
    }
}
