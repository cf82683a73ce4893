package org.limbeck.processor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Place;
import org.limbeck.error.Problem;
import org.limbeck.migration.Revision;

/** Tells problems at the value of the annotation that they are about. Not thread-safe. */
final class Reporter {
    private final Messager messager;
    private final Map<String, TypeElement> types = new HashMap<>();
    private boolean failed;

    Reporter(Messager messager) {
        this.messager = messager;
    }

    /** What has this place is told at this class. */
    void know(String place, TypeElement type) {
        types.put(place, type);
    }

    boolean failed() {
        return failed;
    }

    void error(Problem problem) {
        failed = true;
        tell(Kind.ERROR, problem);
    }

    void warning(Problem problem) {
        tell(Kind.WARNING, problem);
    }

    private void tell(Kind kind, Problem problem) {
        Place place = problem.place();
        TypeElement type = place == null ? null : types.get(place.file());
        if (type == null) {
            messager.printMessage(kind, problem.text());
            return;
        }
        String text = problem.at((Place) null).text();
        AnnotationMirror annotation = annotation(type);
        AnnotationValue value = annotation == null ? null : value(annotation, problem);
        if (value == null) {
            messager.printMessage(kind, text, type, annotation);
        } else {
            messager.printMessage(kind, text, type, annotation, value);
        }
    }

    private static @Nullable AnnotationMirror annotation(TypeElement type) {
        for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
            TypeElement kind = (TypeElement) mirror.getAnnotationType().asElement();
            if (kind.getQualifiedName().contentEquals(Revision.class.getName())) {
                return mirror;
            }
        }
        return null;
    }

    private static @Nullable AnnotationValue value(AnnotationMirror annotation, Problem problem) {
        String wanted = element(problem.code());
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                annotation.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(wanted)) {
                return item(entry.getValue(), problem.what());
            }
        }
        return null;
    }

    private static String element(ErrorCode code) {
        return switch (code) {
            case MISSING_PARENT, SELF_PARENT, CYCLE -> "down";
            case MISSING_DEPENDENCY -> "dependsOn";
            case INVALID_LABEL, DUPLICATE_LABEL -> "labels";
            case MESSAGE_PATTERN -> "message";
            default -> "id";
        };
    }

    /** Of a list the item that is spoken of. */
    private static AnnotationValue item(AnnotationValue value, String what) {
        if (value.getValue() instanceof List<?> list) {
            for (Object item : list) {
                if (item instanceof AnnotationValue one && what.contains(" " + one.getValue() + " ")) {
                    return one;
                }
            }
        }
        return value;
    }
}
