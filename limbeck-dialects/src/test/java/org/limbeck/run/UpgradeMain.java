package org.limbeck.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

import org.limbeck.Limbeck;
import org.limbeck.command.RunResult;
import org.limbeck.dialects.Dialects;
import org.limbeck.error.LimbeckException;
import org.limbeck.testkit.server.TestDatabase;

/** Upgrades the database that the environment names, when it is told to. */
public final class UpgradeMain {
    private UpgradeMain() {}

    static Map<String, String> environment(TestDatabase database, Path scripts) {
        return Map.of(
                "TEST_URL", database.url(),
                "TEST_USER", database.user(),
                "TEST_PASSWORD", database.password(),
                "TEST_SCRIPTS", scripts.toString());
    }

    public static void main(String[] arguments) throws IOException {
        Limbeck.Configuration configuration =
                Limbeck.configure().url(value("TEST_URL")).dialects(Dialects.providers());
        if (!value("TEST_USER").isEmpty()) {
            configuration.login(value("TEST_USER"), value("TEST_PASSWORD"));
        }
        Limbeck limbeck = configuration.scripts(value("TEST_SCRIPTS")).load();
        System.out.println("ready=" + ProcessHandle.current().pid());
        System.in.read();
        try {
            RunResult result = limbeck.upgrade();
            System.out.println("done=" + result.moves().size() + " applied");
        } catch (LimbeckException e) {
            System.out.println("done=" + String.valueOf(e.getMessage()).replace('\n', ' '));
        }
    }

    private static String value(String name) {
        return Objects.requireNonNull(System.getenv(name), name);
    }
}
