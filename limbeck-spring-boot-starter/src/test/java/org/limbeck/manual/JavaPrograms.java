package org.limbeck.manual;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

import org.jspecify.annotations.Nullable;

import org.limbeck.testkit.manual.Program;

/** What the chapters call: the compiler, Java itself with variables before it, and a client of HTTP. */
final class JavaPrograms implements AutoCloseable {
    /** Without the classes and scripts of the tests. */
    private static final String CLASS_PATH = Stream.of(
                    System.getProperty("java.class.path", "").split(File.pathSeparator))
            .filter(entry -> !entry.endsWith("test-classes"))
            .collect(Collectors.joining(File.pathSeparator));

    private @Nullable Process running;
    private int port;

    Map<String, Program> byName() {
        return Map.of(
                "javac", this::compile,
                "java", (words, out, folder) -> run(Map.of(), words, out, folder),
                "MODE=migration", (words, out, folder) -> run(Map.of("MODE", "migration"), words, out, folder),
                "MIGRATION_ENABLED=false",
                        (words, out, folder) -> run(Map.of("MIGRATION_ENABLED", "false"), words, out, folder),
                "curl", this::fetch,
                "kill", (words, out, folder) -> kill());
    }

    private int compile(List<String> words, PrintStream out, Path folder) {
        return compile(folder.resolve(words.get(0)), folder, out);
    }

    private static int compile(Path source, Path to, PrintStream out) {
        return ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        out,
                        out,
                        "-parameters",
                        "-proc:none",
                        "-cp",
                        CLASS_PATH,
                        "-d",
                        to.toString(),
                        source.toString());
    }

    /** {@code -jar shop.jar} stands for the classes of the chapter, and a last {@code &} for not waiting. */
    private int run(Map<String, String> variables, List<String> words, PrintStream out, Path folder) throws Exception {
        List<String> rest = new ArrayList<>(words);
        rest.remove("java");
        boolean background = rest.remove("&");
        boolean spring = rest.remove("-jar");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                (spring ? folder.resolve("classes") : folder) + File.pathSeparator + CLASS_PATH));
        if (spring) {
            rest.remove("shop.jar");
            compile(folder.resolve("ShopApplication.java"), folder.resolve("classes"), out);
            port = freePort();
            command.addAll(List.of(
                    "-Dserver.port=" + port,
                    "-Dspring.main.banner-mode=off",
                    "-Dlogging.config=" + log(folder, "%level %msg%n"),
                    "-Dlogging.level.org.limbeck=info"));
            rest.add("shop.ShopApplication");
        } else {
            command.add("-Dlogback.configurationFile=" + log(folder, "%-5level %msg%n"));
        }
        command.addAll(rest);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(variables);
        return background ? background(builder.start(), out) : wait(builder.start(), out);
    }

    private static Path log(Path folder, String pattern) throws IOException {
        return Files.writeString(folder.resolve("logback-sample.xml"), """
                <configuration>
                  <appender name="OUT" class="ch.qos.logback.core.ConsoleAppender">
                    <encoder><pattern>%s</pattern></encoder>
                  </appender>
                  <root level="error"><appender-ref ref="OUT"/></root>
                  <logger name="org.limbeck" level="info"/>
                  <logger name="org.springframework.boot.SpringApplication" level="off"/>
                  <logger name="org.springframework.boot.diagnostics" level="error" additivity="false">
                    <appender-ref ref="PLAIN"/>
                  </logger>
                  <appender name="PLAIN" class="ch.qos.logback.core.ConsoleAppender">
                    <encoder><pattern>%%msg%%n</pattern></encoder>
                  </appender>
                </configuration>
                """.formatted(pattern));
    }

    private static int wait(Process process, PrintStream out) throws Exception {
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        out.print(output.strip() + (output.isBlank() ? "" : "\n"));
        return process.waitFor();
    }

    /** Until the last line about the version; what it serves is waited for by the client. */
    private int background(Process process, PrintStream out) throws IOException {
        running = process;
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            out.println(line);
            if (line.contains("Latest version")) {
                return 0;
            }
        }
        return 1;
    }

    private int fetch(List<String> words, PrintStream out, Path folder) throws Exception {
        String address = "http://" + words.get(0).replace("8080", Integer.toString(port));
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        Process server = running;
        while (server != null && server.isAlive()) {
            try {
                out.println(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .body());
                return 0;
            } catch (IOException e) {
                Thread.sleep(100);
            }
        }
        return 7;
    }

    private int kill() {
        Process process = running;
        if (process != null) {
            process.destroyForcibly();
        }
        return 0;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
