package org.limbeck.sql;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How a database's SQL is cut into tokens and statements. A dialect gives one; immutable.
 *
 * @param traits what differs from standard SQL
 * @param lockDroppingCalls functions, in upper case, that would release Limbeck's lock
 * @param lockDroppingStatements first words of statements, in upper case, that would release Limbeck's lock
 */
public record SqlSyntax(Set<Trait> traits, List<String> lockDroppingCalls, List<String> lockDroppingStatements) {

    /** Standard SQL: single and double quotes, {@code --} and {@code /*} comments, statements ended by a semicolon. */
    public static final SqlSyntax STANDARD = new SqlSyntax(Set.of(), List.of(), List.of());

    /** One way in which a database's syntax differs from the standard. */
    public enum Trait {
        /** {@code `name`}. */
        BACKTICK_QUOTES,
        /** {@code [name]}. */
        BRACKET_QUOTES,
        /** A backslash hides the next character in every quoted text but a backtick's. */
        BACKSLASH_ESCAPES,
        /** {@code E'...'} has backslash escapes. */
        ESCAPE_STRINGS,
        /** {@code $$...$$}. */
        DOLLAR_QUOTES,
        /** {@code $tag$...$tag$}; needs {@link #DOLLAR_QUOTES} too. */
        DOLLAR_TAGS,
        /** A block comment may hold another one. */
        NESTED_COMMENTS,
        /** {@code # ...} to the end of the line. */
        HASH_COMMENTS,
        /** {@code // ...} to the end of the line. */
        SLASH_COMMENTS,
        /** {@code --} begins a comment only before a blank, a control character or the end of the line. */
        DASH_NEEDS_BLANK,
        /** The text in {@code /*! ... *}{@code /} is code. */
        EXECUTABLE_COMMENTS,
        /** {@code DELIMITER //} changes what ends a statement. */
        DELIMITER_COMMAND,
        /** Triggers and routines have bodies of statements: {@code BEGIN ...; ...; END}. */
        COMPOUND_BODIES,
        /** Routines may have a body {@code BEGIN ATOMIC ...; END}. */
        ATOMIC_BODIES,
        /** {@code CREATE RULE ... DO (...; ...)}. */
        RULE_ACTIONS,
        /** A backslash begins a command of a client program, and {@code COPY ... FROM STDIN} is followed by data. */
        BACKSLASH_COMMANDS,
        /** A statement that begins with a dot is a command of a client program. */
        DOT_COMMANDS
    }

    public SqlSyntax {
        traits = traits.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(traits));
        lockDroppingCalls = upper(lockDroppingCalls);
        lockDroppingStatements = upper(lockDroppingStatements);
    }

    /** A syntax with these traits. */
    public static SqlSyntax of(Trait... traits) {
        return STANDARD.with(traits);
    }

    /** This syntax with more traits. */
    public SqlSyntax with(Trait... more) {
        EnumSet<Trait> all = EnumSet.noneOf(Trait.class);
        all.addAll(traits);
        all.addAll(Arrays.asList(more));
        return new SqlSyntax(all, lockDroppingCalls, lockDroppingStatements);
    }

    /** This syntax without some of its traits. */
    public SqlSyntax without(Trait... fewer) {
        EnumSet<Trait> rest = EnumSet.noneOf(Trait.class);
        rest.addAll(traits);
        rest.removeAll(Arrays.asList(fewer));
        return new SqlSyntax(rest, lockDroppingCalls, lockDroppingStatements);
    }

    /** This syntax, refusing calls of these functions because they release the lock. */
    public SqlSyntax refusingCalls(String... functions) {
        return new SqlSyntax(traits, List.of(functions), lockDroppingStatements);
    }

    /** This syntax, refusing statements with these first words because they release the lock. */
    public SqlSyntax refusingStatements(String... firstWords) {
        return new SqlSyntax(traits, lockDroppingCalls, List.of(firstWords));
    }

    public boolean has(Trait trait) {
        return traits.contains(trait);
    }

    private static List<String> upper(List<String> words) {
        return words.stream().map(word -> word.toUpperCase(Locale.ROOT)).toList();
    }
}
