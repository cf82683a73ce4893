package org.limbeck.model;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

import org.jspecify.annotations.Nullable;

import org.limbeck.error.ErrorCode;
import org.limbeck.error.LimbeckException;
import org.limbeck.error.Nearest;
import org.limbeck.error.Problem;

/** The ways to describe a model that are known here. Immutable. */
public final class ModelSources {
    private final List<ModelSource> sources;

    public ModelSources(List<ModelSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** Limbeck's own, and those that the class path has. */
    public static ModelSources of(ClassLoader loader) {
        List<ModelSource> all = new ArrayList<>();
        all.add(new SnapshotSource());
        all.add(new JavaSource());
        ServiceLoader.load(ModelSource.class, loader).forEach(all::add);
        return new ModelSources(all);
    }

    /** The same and others, which come first. */
    public ModelSources with(ModelSource... more) {
        List<ModelSource> all = new ArrayList<>(List.of(more));
        all.addAll(sources);
        return new ModelSources(all);
    }

    /** The names of the ways, as they stand before the colon. */
    public List<String> schemes() {
        return sources.stream().map(ModelSource::scheme).toList();
    }

    /**
     * The source that a setting means.
     *
     * @param database for which it is set
     * @param model {@code scheme:address}; null where the settings have none
     * @throws LimbeckException MODEL_UNKNOWN if there is none, or none of that kind, with the nearest
     */
    public ModelSource of(String database, @Nullable String model) {
        if (model == null || model.isBlank()) {
            throw Problem.of(ErrorCode.MODEL_UNKNOWN, "Database '" + database + "' has no model to compare with")
                    .todo("Say in the settings where its schema is described:  model = \"hibernate:com.example.shop\"")
                    .exception();
        }
        String scheme = scheme(model);
        return sources.stream()
                .filter(source -> source.scheme().equals(scheme))
                .findFirst()
                .orElseThrow(() -> unknown(database, model, scheme));
    }

    /** What stands behind the colon. */
    public static String address(String model) {
        return model.substring(Math.min(model.length(), scheme(model).length() + 1));
    }

    private static String scheme(String model) {
        int colon = model.indexOf(':');
        return colon < 0 ? model : model.substring(0, colon);
    }

    private LimbeckException unknown(String database, String model, String scheme) {
        Problem problem = Problem.of(
                        ErrorCode.MODEL_UNKNOWN, "The model of database '" + database + "' is not understood: " + model)
                .why("Known are "
                        + String.join(", ", schemes().stream().map(s -> s + ":").toList()));
        if (scheme.equals("hibernate")) {
            return problem.todo("Put limbeck-hibernate and Hibernate on the class path:  class-path = [...]")
                    .exception();
        }
        return Nearest.to(scheme, schemes())
                .map(nearest -> problem.todo("The nearest is  model = \"" + nearest + ":...\""))
                .orElse(problem)
                .exception();
    }
}
