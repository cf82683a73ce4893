package org.limbeck.env;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Programs of the tests that need a process of their own, and how they are started. */
final class Processes {
    private static final Duration WAIT = Duration.ofSeconds(20);

    private Processes() {}

    /** Takes the lock of a file and keeps it. */
    static final class Holder {
        private Holder() {}

        @SuppressWarnings("try")
        public static void main(String[] words) throws Exception {
            try (SyncLock lock = SyncLock.acquire(Path.of(words[0]), WAIT)) {
                System.out.println("ready");
                System.in.read();
            }
        }
    }

    /** Merges with one template and the other in turn, for ever. */
    static final class Loop {
        private Loop() {}

        public static void main(String[] words) {
            Path folder = Path.of(words[0]);
            System.out.println("ready");
            for (int i = 0; ; i++) {
                Path template = folder.resolve("template" + i % 2);
                EnvPair pair = new EnvPair(folder.resolve(".env"), template, null, folder);
                EnvSync.of(pair, null).apply(WAIT);
            }
        }
    }

    /** One merge in a folder; prints the error if there is one. */
    static final class Once {
        private Once() {}

        public static void main(String[] words) {
            try {
                EnvSync.of(EnvPair.in(Path.of(words[0])), null).apply(WAIT);
                System.out.println("done");
            } catch (EnvException e) {
                System.out.println(e.text());
            }
        }
    }

    /** The command that runs one of these with the class path of the tests. */
    static List<String> java(Class<?> main, Path argument) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:-UsePerfData", "-XX:TieredStopAtLevel=1", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.add(argument.toString());
        return command;
    }

    static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
