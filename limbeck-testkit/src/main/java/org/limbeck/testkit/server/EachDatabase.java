package org.limbeck.testkit.server;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test once on each kind of database. A parameter of type {@link TestDatabase}, of the test or of a
 * {@code @BeforeEach} or {@code @AfterEach} method, is a fresh database that is dropped after the test. A kind that
 * cannot be had on this machine aborts its run with the reason.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(EachDatabaseExtension.class)
public @interface EachDatabase {

    /** The kinds to run on; none means all. */
    DatabaseKind[] value() default {};

    /** The kinds to leave out. */
    DatabaseKind[] except() default {};
}
