package org.limbeck.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import org.apache.maven.model.Build;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;

/** A module of Maven in a folder, and goals called in it. */
final class Module {
    final Path folder;
    final HeardLog log = new HeardLog();

    Module(Path folder) {
        this.folder = folder;
    }

    Module file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** An SQL script that makes a table. */
    Module table(String id, String down, String table) throws IOException {
        return file(
                "migrations/" + id + ".sql",
                "--@ revision " + id + "\n" + (down.isEmpty() ? "" : "--@ down " + down + "\n") + "--@ message feat: "
                        + table + "\n--@ upgrade\nCREATE TABLE " + table + " (id int);\n--@ downgrade\nDROP TABLE "
                        + table + ";\n");
    }

    /** {@code limbeck.toml} with one database on SQLite for each name. */
    Module settings(String... names) throws IOException {
        StringBuilder toml = new StringBuilder();
        for (String name : names) {
            toml.append("[database.").append(name).append("]\n");
            toml.append("url = \"jdbc:sqlite:").append(name).append(".db\"\nscripts = \"migrations\"\n");
        }
        return file("limbeck.toml", toml.toString());
    }

    /** Puts a goal into this module. */
    <T extends CommandMojo> T goal(T goal) {
        goal.project = project("jar");
        goal.setLog(log);
        return goal;
    }

    /** Runs a goal and gives what it logged. */
    String run(CommandMojo goal) throws MojoFailureException {
        log.infos.clear();
        goal(goal).execute();
        return log.info();
    }

    MavenProject project(String packaging) {
        MavenProject project = new MavenProject();
        project.setPackaging(packaging);
        project.setFile(folder.resolve("pom.xml").toFile());
        Build build = new Build();
        build.setDirectory(folder.resolve("target").toString());
        build.setOutputDirectory(folder.resolve("target/classes").toString());
        project.setBuild(build);
        project.setArtifacts(Set.of());
        project.addCompileSourceRoot(folder.resolve("src/main/java").toString());
        return project;
    }
}
