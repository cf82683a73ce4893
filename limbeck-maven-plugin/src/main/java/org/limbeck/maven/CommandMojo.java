package org.limbeck.maven;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Component;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

import org.limbeck.cli.Main;
import org.limbeck.settings.Project;

/** What all goals have in common: which database is meant, and a command of Limbeck that is run in this process. */
abstract class CommandMojo extends AbstractMojo {
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project = new MavenProject();

    @Parameter(defaultValue = "${settings}", readonly = true, required = true)
    Settings settings = new Settings();

    @Component
    @SuppressWarnings("deprecation")
    @Nullable
    SettingsDecrypter decrypter;

    /** The settings; {@code limbeck.toml} of the module unless it is given. */
    @Parameter(property = "limbeck.config")
    @Nullable
    File config;

    /** The databases of the settings that are meant, by name. */
    @Parameter(property = "limbeck.database")
    List<String> databases = new ArrayList<>();

    /** Whether all databases of the settings are meant. */
    @Parameter(property = "limbeck.all", defaultValue = "false")
    boolean all;

    /** The JDBC address of the one database; with it no file of settings is read. */
    @Parameter(property = "limbeck.url")
    @Nullable
    String url;

    /** The user, with {@link #url}. */
    @Parameter(property = "limbeck.user")
    @Nullable
    String user;

    /** The password, with {@link #url}; better in {@code settings.xml}, see {@link #server}. */
    @Parameter(property = "limbeck.password")
    @Nullable
    String password;

    /** The server of {@code settings.xml} whose user and password are meant, with {@link #url}. */
    @Parameter(property = "limbeck.server")
    @Nullable
    String server;

    /** The folders of scripts, or {@code classpath:} and a folder; with {@link #url}. */
    @Parameter(property = "limbeck.scripts")
    List<String> scripts = new ArrayList<>();

    /** Where the wanted schema is described, such as {@code hibernate:com.example.shop}; with {@link #url}. */
    @Parameter(property = "limbeck.model")
    @Nullable
    String model;

    /** Values of parameters that scripts declare. */
    @Parameter
    Map<String, String> parameters = Map.of();

    /** More words for the command, as they are written on the command line: {@code --dry-run --verbose}. */
    @Parameter(property = "limbeck.args")
    @Nullable
    String args;

    /** Whether to do nothing. */
    @Parameter(property = "limbeck.skip", defaultValue = "false")
    boolean skip;

    /** The command and its words. */
    abstract List<String> words() throws MojoFailureException;

    /** What is wrong if the command says so in its answer only. */
    String failure(int code, String command) {
        return "limbeck " + command + " gives " + code;
    }

    /** Where the answer goes; the log unless a goal has another place. */
    PrintStream out() throws IOException {
        return new PrintStream(new LogLines(getLog()::info), true, StandardCharsets.UTF_8);
    }

    @Override
    @SuppressWarnings("try")
    public void execute() throws MojoFailureException {
        if (skip || (project.getPackaging().equals("pom") && !hasSettings())) {
            getLog().info("Nothing to do here");
            return;
        }
        List<String> words = new ArrayList<>(words());
        words.addAll(ArgumentWords.of(args));
        parameters.forEach((name, value) -> words.addAll(List.of("-x", name + "=" + value)));
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int code;
        try (ClassPath classPath = new ClassPath(elements());
                PrintStream out = out();
                PrintStream err = new PrintStream(errors, true, StandardCharsets.UTF_8)) {
            code = run(words, out, err);
        } catch (IOException | DependencyResolutionRequiredException e) {
            throw new MojoFailureException(String.valueOf(e.getMessage()), e);
        }
        tell(code, errors.toString(StandardCharsets.UTF_8).strip(), words.get(0));
    }

    private int run(List<String> words, PrintStream out, PrintStream err)
            throws IOException, MojoFailureException, DependencyResolutionRequiredException {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put(Project.CLASS_PATH, String.join(File.pathSeparator, places()));
        if (url != null) {
            Path file = settingsFile();
            InlineSettings inline = inline(url);
            inline.write(file);
            environment.putAll(inline.environment());
            words.addAll(List.of("--config", file.toString()));
        } else {
            if (config != null) {
                words.addAll(List.of("--config", config.toString()));
            }
            databases.forEach(name -> words.addAll(List.of("-n", name)));
            if (all) {
                words.add("--all");
            }
        }
        return Main.run(words.toArray(String[]::new), environment, out, err, basedir());
    }

    private void tell(int code, String errors, String command) throws MojoFailureException {
        if (code != 0) {
            throw new MojoFailureException(errors.isEmpty() ? failure(code, command) : errors);
        }
        if (!errors.isEmpty()) {
            errors.lines().forEach(getLog()::warn);
        }
    }

    private InlineSettings inline(String address) throws MojoFailureException {
        if (scripts.isEmpty()) {
            throw new MojoFailureException("The configuration gives a url and no scripts:"
                    + " add  <scripts><script>src/main/resources/db</script></scripts>");
        }
        Login login = server == null ? new Login(user, password) : Login.of(server, settings, decrypter);
        String name = databases.isEmpty() ? "database" : databases.get(0);
        return new InlineSettings(basedir(), name, address, login.user(), login.password(), scripts, model);
    }

    /** Drivers and what Hibernate needs for a database are often of scope runtime. */
    private List<String> elements() throws DependencyResolutionRequiredException {
        Set<String> elements = new LinkedHashSet<>(project.getCompileClasspathElements());
        elements.addAll(project.getRuntimeClasspathElements());
        return List.copyOf(elements);
    }

    /** Where the classes of a model are, and the sources of those that are not compiled yet. */
    private List<String> places() throws DependencyResolutionRequiredException {
        List<String> places = new ArrayList<>(elements());
        places.addAll(project.getCompileSourceRoots());
        places.removeIf(place -> !Files.exists(Path.of(place)));
        return places;
    }

    boolean hasSettings() {
        return url != null || config != null || Files.isRegularFile(basedir().resolve(Project.FILE));
    }

    Path basedir() {
        File folder = project.getBasedir();
        return folder == null ? Path.of("").toAbsolutePath() : folder.toPath();
    }

    /** Of this goal only: modules may be built at the same time. */
    private Path settingsFile() {
        return Path.of(project.getBuild().getDirectory()).resolve("limbeck").resolve(Project.FILE);
    }
}
