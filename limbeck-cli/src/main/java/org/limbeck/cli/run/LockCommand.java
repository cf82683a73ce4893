package org.limbeck.cli.run;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.Limbeck;
import org.limbeck.cli.shell.Command;
import org.limbeck.cli.shell.EachDatabase;
import org.limbeck.cli.shell.Invocation;
import org.limbeck.cli.shell.Syntax;
import org.limbeck.cli.terminal.Colour;
import org.limbeck.cli.terminal.Line;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;
import org.limbeck.json.Json;

/** {@code limbeck lock}: who migrates a database; {@code lock release} takes the lock from a holder that is gone. */
public final class LockCommand implements Command {

    @Override
    public String name() {
        return "lock";
    }

    @Override
    public String summary() {
        return "show who holds the lock; 'lock release' takes it away";
    }

    @Override
    public void declare(Syntax syntax) {
        syntax.words("release", "take the lock from its holder; needs --reason")
                .value("--reason", "TEXT", "why; kept in the journal");
    }

    @Override
    public int run(Invocation call) {
        String word = call.word();
        if (word != null && !word.equals("release")) {
            throw call.wrong("limbeck lock knows one word, release, and not " + word);
        }
        return EachDatabase.run(call, database -> word == null ? show(call, database) : release(call, database));
    }

    private static String show(Invocation call, DatabaseSettings database) {
        String holder = call.configure(database).load().lockHolder().orElse(null);
        if (call.json()) {
            json(call, database, "holder", holder);
        } else {
            tell(call, database, holder == null ? ": nobody holds the lock" : ": the lock is held by " + holder);
        }
        return holder == null ? "free" : "held by " + holder;
    }

    private static String release(Invocation call, DatabaseSettings database) {
        Limbeck limbeck = call.configure(database).load();
        boolean free = limbeck.releaseLock(call.value("--reason"));
        String holder = free ? null : limbeck.lockHolder().orElse(null);
        if (holder != null) {
            throw Problem.of(
                            ErrorCode.LOCK_TIMEOUT,
                            "The lock of database '" + database.name() + "' cannot be taken from its holder")
                    .why("It is " + holder + ".")
                    .todo("It lives as long as the holder's session: end that session in the server, or its process.")
                    .exception();
        }
        if (call.json()) {
            json(call, database, "released", free);
        } else {
            tell(call, database, free ? ": the lock is free" : ": nobody is known to hold the lock");
        }
        return "free";
    }

    private static void tell(Invocation call, DatabaseSettings database, String text) {
        call.terminal().answer(Line.of(Colour.BOLD, database.name()).add(text));
    }

    private static void json(Invocation call, DatabaseSettings database, String key, @Nullable Object value) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("database", database.name());
        json.put(key, value);
        call.terminal().raw(Json.write(json) + "\n");
    }
}
