package org.limbeck.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.limbeck.config.DatabaseSettings;
import org.limbeck.dialect.Dialect;
import org.limbeck.model.Model;
import org.limbeck.model.ModelSource;
import org.limbeck.model.ModelSource.Request;
import org.limbeck.model.ModelSources;

/** Reads the model of a database from outside its application, finding the application's classes where they are needed. */
public final class ProjectModel {
    private ProjectModel() {}

    /**
     * Reads the model that the settings name.
     *
     * @param folder the folder of the settings, to which paths are relative
     * @param limbeck the loader of Limbeck and its parts
     * @param more further ways to describe a model
     * @throws org.limbeck.error.LimbeckException MODEL_UNKNOWN, MODEL_UNREADABLE, NO_CLASS_PATH
     */
    public static Model read(
            DatabaseSettings settings, Path folder, Dialect dialect, ClassLoader limbeck, ModelSource... more) {
        ModelSource source = ModelSources.of(limbeck).with(more).of(settings.name(), settings.model());
        String address = ModelSources.address(String.valueOf(settings.model()));
        if (!source.needsClasses()) {
            return source.read(new Request(address, dialect, folder, List.of(), limbeck));
        }
        ProjectClasses classes = ProjectClasses.of(folder, settings.classPath(), names(address));
        String beside = source.besideLibraries() ? source.getClass().getName() : "";
        try (ProjectLoader loader = ProjectLoader.of(classes, limbeck, beside)) {
            ModelSource there =
                    source.besideLibraries() ? ModelSources.of(loader).of(settings.name(), settings.model()) : source;
            return there.read(new Request(address, dialect, folder, classes.path(), loader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The packages and classes that an address names. */
    static List<String> names(String address) {
        int mark = address.indexOf('?');
        String names = mark < 0 ? address : address.substring(0, mark);
        return Arrays.stream(names.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty() && name.indexOf('=') < 0)
                .toList();
    }
}
