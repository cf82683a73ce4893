package org.limbeck.testkit.history;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

import org.limbeck.testkit.server.DatabaseKind;

/**
 * Tests a history on fresh databases: every revision is run up, down and up again, with rows in every table; see
 * {@link Stairway}. One run for each kind of database.
 *
 * <pre>{@code
 * @MigrationTest(scripts = "classpath:db/agent", on = {SQLITE, POSTGRESQL_18})
 * void everyRevisionLeadsBack() {}
 *
 * @MigrationTest(scripts = "migrations/agent", on = SQLITE)
 * void everyRevisionLeadsBack(Stairway stairway) {
 *     stairway.seed("3f2a9c1b7d04", "INSERT INTO orders (id, code) VALUES (7, 'A-7')");
 * }
 * }</pre>
 *
 * The stairs are climbed after the method, unless it has called {@link Stairway#climb} itself. What cannot come back is
 * published as a report entry of the test.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(MigrationTestExtension.class)
public @interface MigrationTest {

    /**
     * Folders of scripts, or {@code classpath:} and a folder. {@code {dialect}} in it stands for the name of the
     * database: of {@code migrations/{dialect}/ops} the first that is there, on MariaDB {@code mariadb} or {@code mysql}.
     */
    String[] scripts();

    /** The kinds of databases. */
    DatabaseKind[] on() default {DatabaseKind.SQLITE};

    /** The model that the history must equal at its end, such as {@code hibernate:com.example.shop}; none if empty. */
    String model() default "";

    /** Values of declared parameters, {@code name=value}. */
    String[] parameters() default {};

    /** Whether lost data is a failure also where the script says that it is lost. */
    boolean strict() default false;
}
