package org.limbeck.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;

/**
 * Finds out whether JPA is set to create or change tables by itself, which must never happen before or beside revisions:
 * what it creates is in no history.
 */
public final class SchemaGeneration {
    /** The properties of JPA and Hibernate that make it generate a schema. */
    public static final List<String> KEYS = List.of(
            "hibernate.hbm2ddl.auto",
            "jakarta.persistence.schema-generation.database.action",
            "javax.persistence.schema-generation.database.action");

    private static final List<String> HARMLESS = List.of("", "none", "validate", "false");

    private SchemaGeneration() {}

    /** Whether a value of one of the {@link #KEYS} changes the database. */
    public static boolean changes(@Nullable Object value) {
        return value != null && !HARMLESS.contains(String.valueOf(value).strip().toLowerCase(Locale.ROOT));
    }

    /**
     * The problem in the properties of a persistence unit, if there is one.
     *
     * @param properties as they are given to {@code Persistence.createEntityManagerFactory}
     */
    public static Optional<Problem> find(Map<String, ?> properties) {
        return find(KEYS, key -> {
            Object value = properties.get(key);
            return value == null ? null : value.toString();
        });
    }

    /**
     * The problem in settings, if there is one.
     *
     * @param keys names of settings that mean the same as {@link #KEYS}
     * @param values gives the value of a key, or null
     */
    public static Optional<Problem> find(List<String> keys, Lookup values) {
        List<String> found = new ArrayList<>();
        for (String key : keys) {
            String value = values.value(key);
            if (changes(value)) {
                found.add(key + " = " + value);
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(problem(found));
    }

    /** Gives the value of a setting. */
    @FunctionalInterface
    public interface Lookup {
        /** The value, or null if the setting is not given. */
        @Nullable
        String value(String key);
    }

    /**
     * Refuses properties that generate a schema.
     *
     * @throws org.limbeck.error.LimbeckException SCHEMA_GENERATION
     */
    public static void refuse(Map<String, ?> properties) {
        find(properties).ifPresent(problem -> {
            throw problem.exception();
        });
    }

    private static Problem problem(List<String> found) {
        Problem problem = Problem.of(
                ErrorCode.SCHEMA_GENERATION,
                "JPA is set to change the schema by itself, beside the revisions of Limbeck");
        for (String setting : found) {
            problem = problem.why(setting);
        }
        return problem.todo("Set it to none, or to validate.")
                .todo("New tables come from revisions:  limbeck revision --autogenerate -m \"feat: ...\"");
    }
}
