package org.limbeck.migration;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The header of a Java script. Only literals may be given: headers are read without compiling anything. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Revision {

    /** The identity: 1 to 64 characters without blanks and {@code @ - + :}; by custom 12 hexadecimal digits. */
    String id();

    /** The revisions that this one stands on; none for a base, several for a merge. */
    String[] down() default {};

    /** What the revision does, for people. */
    String message() default "";

    /** Revisions of other branches that must be there before. */
    String[] dependsOn() default {};

    /** Names of the branch that begins here. */
    String[] labels() default {};

    /** Names of the parameters that the script reads; they are given by {@code -x name=value}. */
    String[] parameters() default {};

    /** When it was written, {@code 2026-11-20T09:31} in UTC; it orders branches that are equal otherwise. */
    String created() default "";
}
