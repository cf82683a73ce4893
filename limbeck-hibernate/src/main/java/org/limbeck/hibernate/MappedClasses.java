package org.limbeck.hibernate;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Problem;
import org.limbeck.model.ModelSource.Request;

/**
 * What is mapped.
 *
 * @param classes entities and what belongs to them
 * @param packages names of packages with annotations of their own
 * @param mappingFiles resources with mappings in XML
 * @param settings of the persistence unit
 */
record MappedClasses(
        List<Class<?>> classes, List<String> packages, List<String> mappingFiles, Map<String, Object> settings) {
    private static final List<Class<? extends Annotation>> MARKS =
            List.of(Entity.class, MappedSuperclass.class, Embeddable.class, Converter.class);

    /** @throws LimbeckException MODEL_UNREADABLE with all classes that do not load, or if nothing is mapped */
    static MappedClasses find(HibernateAddress address, Request request) {
        ClassFiles files = new ClassFiles(request.loader());
        Set<String> names = new LinkedHashSet<>();
        PersistenceUnit unit = null;
        if (address.unit() != null) {
            unit = PersistenceUnit.find(address.unit(), request.loader());
            names.addAll(unit.names());
        }
        for (String name : address.names()) {
            names.addAll(files.isClass(name) ? List.of(name) : files.mappedIn(name));
        }
        MappedClasses mapped = load(names, request.loader(), unit);
        if (mapped.classes.isEmpty() && mapped.mappingFiles.isEmpty()) {
            throw nothing(request);
        }
        return mapped;
    }

    private static MappedClasses load(Set<String> names, ClassLoader loader, @Nullable PersistenceUnit unit) {
        List<Class<?>> classes = new ArrayList<>();
        List<String> packages = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (String name : names) {
            try {
                Class<?> type = Class.forName(name, false, loader);
                if (name.endsWith(".package-info")) {
                    packages.add(name.substring(0, name.lastIndexOf('.')));
                } else if (isMapped(type)) {
                    // Looks at all members, so that what is missing is found here, by class.
                    Objects.requireNonNull(type.getDeclaredFields());
                    Objects.requireNonNull(type.getDeclaredMethods());
                    classes.add(type);
                }
            } catch (ClassNotFoundException | LinkageError e) {
                problems.add(doesNotLoad(name, e));
            }
        }
        if (!problems.isEmpty()) {
            throw new LimbeckException(problems, null);
        }
        return new MappedClasses(
                classes,
                packages,
                unit == null ? List.of() : unit.mappingFiles(),
                unit == null ? Map.of() : new LinkedHashMap<>(unit.settings()));
    }

    private static boolean isMapped(Class<?> type) {
        return MARKS.stream().anyMatch(type::isAnnotationPresent);
    }

    private static Problem doesNotLoad(String name, Throwable e) {
        Problem problem = Problem.of(ErrorCode.MODEL_UNREADABLE, "The class " + name + " does not load");
        String missing = e instanceof NoClassDefFoundError || e instanceof ClassNotFoundException
                ? String.valueOf(e.getMessage()).replace('/', '.')
                : null;
        return missing == null
                ? problem.why(e.toString()).todo("Compile the application again.")
                : problem.why("It is not on the class path: " + missing)
                        .todo("Add the folder or jar that holds it to class-path in limbeck.toml.");
    }

    private static LimbeckException nothing(Request request) {
        Problem problem = Problem.of(
                ErrorCode.MODEL_UNREADABLE, "No mapped class is found for the model hibernate:" + request.address());
        if (!request.classPath().isEmpty()) {
            problem = problem.why("Looked in " + request.classPath());
        }
        return problem.why("A mapped class has @Entity, @MappedSuperclass, @Embeddable or @Converter of"
                        + " jakarta.persistence.")
                .todo("Check the name of the package, and that the application is compiled.")
                .exception();
    }
}
