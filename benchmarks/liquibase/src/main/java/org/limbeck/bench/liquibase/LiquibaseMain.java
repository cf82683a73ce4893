package org.limbeck.bench.liquibase;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

import liquibase.Scope;
import liquibase.command.CommandScope;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Liquibase as a program of its own, with no more around it than is needed. */
public final class LiquibaseMain {
    private LiquibaseMain() {}

    /** @param words {@code status}, {@code update}, {@code warm} or {@code diff}, address, user, password, folder, other address */
    public static void main(String[] words) throws Exception {
        Map<String, Object> surroundings = Map.of(
                Scope.Attr.ui.name(), new LoggerUIService(),
                Scope.Attr.resourceAccessor.name(), new DirectoryResourceAccessor(Path.of(words[4])));
        Scope.child(surroundings, () -> {
            if (words[0].equals("warm")) {
                warm(words);
            } else {
                call(words[0], words);
            }
        });
    }

    private static void call(String command, String[] words) throws Exception {
        CommandScope scope = new CommandScope(command).addArgumentValue("url", words[1]);
        if (command.equals("diff")) {
            scope.addArgumentValue("referenceUrl", words[5]).addArgumentValue("referenceUsername", words[2]);
        } else {
            scope.addArgumentValue("changelogFile", "all.xml");
        }
        if (!words[2].isEmpty()) {
            scope.addArgumentValue("username", words[2]).addArgumentValue("password", words[3]);
        }
        scope.execute();
    }

    /** Prints the median of the last half of the calls, in microseconds. */
    private static void warm(String[] words) throws Exception {
        long[] times = new long[10];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            call("update", words);
            times[i] = System.nanoTime() - start;
        }
        long[] last = Arrays.copyOfRange(times, times.length / 2, times.length);
        Arrays.sort(last);
        System.out.println("warm " + last[last.length / 2] / 1000);
    }
}
