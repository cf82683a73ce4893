package org.limbeck.testkit.manual;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Executes samples in one folder, one after another. It knows {@code cat FILE}, {@code cd FOLDER}, {@code echo $?}, and the programs it
 * is given; words may be quoted; there are no pipes.
 */
public final class Shell {
    private Path folder;
    private final Map<String, Program> programs;
    private final UnaryOperator<String> steady;
    private int lastExitCode;

    /**
     * @param programs by name
     * @param steady makes output that differs from run to run the same: times, folders
     */
    public Shell(Path folder, Map<String, Program> programs, UnaryOperator<String> steady) {
        this.folder = folder;
        this.programs = programs;
        this.steady = steady;
    }

    /** Executes a sample and returns what its text must be. */
    public String execute(Sample sample) throws Exception {
        if (sample instanceof Sample.File file) {
            Path path = folder.resolve(file.name());
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, file.text());
            return file.text();
        }
        StringBuilder session = new StringBuilder();
        for (String line : sample.text().split("\n")) {
            if (line.startsWith("$ ")) {
                session.append(line).append('\n').append(steady.apply(run(line.substring(2))));
            }
        }
        return session.toString();
    }

    private String run(String command) throws Exception {
        List<String> words = words(command);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        lastExitCode = run(words.get(0), words.subList(1, words.size()), out);
        out.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private int run(String name, List<String> words, PrintStream out) throws Exception {
        if (name.equals("cat")) {
            out.print(Files.readString(folder.resolve(words.get(0))));
            return 0;
        }
        if (name.equals("cd")) {
            folder = folder.resolve(words.get(0)).normalize();
            return 0;
        }
        if (name.equals("echo") && words.equals(List.of("$?"))) {
            out.println(lastExitCode);
            return 0;
        }
        Program program = programs.get(name);
        if (program == null) {
            throw new IllegalArgumentException("the samples know no program " + name);
        }
        return program.run(words, out, folder);
    }

    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        for (char c : (command + " ").toCharArray()) {
            if (quote != 0 && c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (quote == 0 && c == ' ') {
                words.add(word.toString());
                word.setLength(0);
            } else {
                word.append(c);
            }
        }
        words.removeIf(String::isEmpty);
        return words;
    }
}
