package org.limbeck.testkit.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Another JVM with the class path of this one, to be watched and killed. Not thread-safe. */
public final class ChildJvm implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private ChildJvm(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Starts one.
     *
     * @param main the class whose {@code main} is called
     * @param environment variables beside those of this process
     * @param options for Java
     */
    public static ChildJvm start(Class<?> main, Map<String, String> environment, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new ChildJvm(builder.start());
    }

    /** The next line that begins with the word and an equals sign, without these. */
    public String await(String word) throws IOException {
        List<String> others = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(word + "=")) {
                return line.substring(word.length() + 1);
            }
            others.add(line);
        }
        throw new IOException("the JVM ends without telling " + word + ": " + others);
    }

    /** All lines until it ends. */
    public List<String> remainingOutput() {
        return output.lines().toList();
    }

    /** Gives the JVM a byte to read. */
    public void proceed() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /** Ends the JVM as {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Lets the JVM end by itself, by ending its standard input. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
    }
}
