package org.limbeck.sql;

import org.limbeck.sql.SqlSyntax.Trait;

/** Syntaxes like those of well-known databases, for tests of the core, which knows none of them. */
public final class Syntaxes {
    public static final SqlSyntax POSTGRES = SqlSyntax.of(
                    Trait.ESCAPE_STRINGS,
                    Trait.DOLLAR_QUOTES,
                    Trait.DOLLAR_TAGS,
                    Trait.NESTED_COMMENTS,
                    Trait.ATOMIC_BODIES,
                    Trait.RULE_ACTIONS,
                    Trait.BACKSLASH_COMMANDS)
            .refusingCalls("pg_advisory_unlock_all")
            .refusingStatements("DISCARD ALL");
    public static final SqlSyntax MYSQL = SqlSyntax.of(
                    Trait.BACKTICK_QUOTES,
                    Trait.BACKSLASH_ESCAPES,
                    Trait.HASH_COMMENTS,
                    Trait.DASH_NEEDS_BLANK,
                    Trait.EXECUTABLE_COMMENTS,
                    Trait.DELIMITER_COMMAND,
                    Trait.COMPOUND_BODIES)
            .refusingCalls("release_all_locks");
    public static final SqlSyntax SQLITE =
            SqlSyntax.of(Trait.BACKTICK_QUOTES, Trait.BRACKET_QUOTES, Trait.COMPOUND_BODIES, Trait.DOT_COMMANDS);
    public static final SqlSyntax H2 = SqlSyntax.of(Trait.DOLLAR_QUOTES, Trait.NESTED_COMMENTS, Trait.SLASH_COMMENTS);

    private Syntaxes() {}
}
