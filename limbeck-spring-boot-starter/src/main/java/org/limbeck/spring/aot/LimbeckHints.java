package org.limbeck.spring.aot;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

import org.limbeck.config.DatabaseSettings;
import org.limbeck.error.LimbeckException;
import org.limbeck.load.ScriptHeader;
import org.limbeck.load.ScriptLocations;
import org.limbeck.load.ScriptSource;
import org.limbeck.load.Scripts;
import org.limbeck.spring.LimbeckDatabases;
import org.limbeck.spring.LimbeckProperties;

/** Keeps the scripts of an application, and their index, when it is built as a native image. */
final class LimbeckHints implements BeanFactoryInitializationAotProcessor {
    private static final String INDEX = "META-INF/limbeck/";

    @Override
    public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
            ConfigurableListableBeanFactory beans) {
        if (beans.getBeanNamesForType(LimbeckDatabases.class, true, false).length == 0) {
            return null;
        }
        Environment environment = beans.getBean(Environment.class);
        LimbeckProperties properties = Binder.get(environment).bindOrCreate("limbeck", LimbeckProperties.class);
        ClassLoader loader = beans.getBeanClassLoader();
        ClassLoader classes = loader == null ? LimbeckHints.class.getClassLoader() : loader;
        Map<String, DatabaseSettings> settings = LimbeckDatabases.settings(properties, environment);
        return (generation, code) ->
                settings.values().forEach(one -> register(generation.getRuntimeHints(), one, classes));
    }

    /** Whatever is wrong with scripts is told when the application starts; there it has a place. */
    static void register(RuntimeHints hints, DatabaseSettings settings, ClassLoader loader) {
        for (String location : settings.scripts()) {
            if (location.startsWith(ScriptLocations.CLASS_PATH)) {
                String folder = location.substring(ScriptLocations.CLASS_PATH.length());
                hints.resources().registerPattern(INDEX + folder + ".index");
                hints.resources().registerPattern(folder + "/*.sql");
                hints.resources().registerPattern(folder + "/**/*.sql");
                try {
                    Scripts.read(ScriptLocations.of(location).withLoader(loader))
                            .headers()
                            .forEach(header -> register(hints, header));
                } catch (LimbeckException e) {
                    return;
                }
            }
        }
    }

    private static void register(RuntimeHints hints, ScriptHeader header) {
        if (header.source() instanceof ScriptSource.InClass script) {
            hints.reflection()
                    .registerTypeIfPresent(
                            script.loader(),
                            script.className(),
                            MemberCategory.INVOKE_DECLARED_CONSTRUCTORS,
                            MemberCategory.INVOKE_DECLARED_METHODS);
        }
    }
}
