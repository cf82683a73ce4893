package org.limbeck.structure;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may know whom. */
class DependencyTest {
    private static final String DIALECTS = "org.limbeck.dialect.";

    private static final Map<String, String> MODULE_OF = new HashMap<>();

    private static JavaClasses all = new ClassFileImporter().importClasses();

    @BeforeAll
    static void read() {
        // The JDK's classes need not be read to know that they are used.
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        all = new ClassFileImporter()
                .importPaths(Module.ALL.stream().map(Module::classes).toList());
        for (JavaClass one : all) {
            String file = one.getSource().orElseThrow().getUri().getPath();
            for (Module module : Module.ALL) {
                if (file.contains("/" + module.name() + "/target/classes/")) {
                    MODULE_OF.put(one.getName(), module.name());
                }
            }
        }
        assertThat(MODULE_OF).hasSizeGreaterThan(300);
    }

    static List<Module> modules() {
        return Module.ALL;
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("org.(**)").should().beFreeOfCycles().check(all);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void modulesPointOneWay(Module module) {
        List<String> wrong = new ArrayList<>();
        for (Dependency dependency : dependencies(module)) {
            String target = MODULE_OF.get(
                    dependency.getTargetClass().getBaseComponentType().getName());
            if (target != null
                    && !target.equals(module.name())
                    && !module.uses().contains(target)) {
                wrong.add(dependency.getDescription());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void apiCoreAndDialectsNeedNothingButTheJdk() {
        Set<String> wrong = new TreeSet<>();
        for (Module module : Module.ALL.subList(0, 4)) {
            for (Dependency dependency : dependencies(module)) {
                String target =
                        dependency.getTargetClass().getBaseComponentType().getName();
                boolean known = target.startsWith("java.")
                        || target.startsWith("javax.")
                        || target.startsWith("org.limbeck.")
                        || target.startsWith("org.jspecify.")
                        || target.startsWith("org.slf4j.")
                        || !target.contains(".");
                if (!known) {
                    wrong.add(dependency.getDescription());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aDialectIsKnownOnlyToItselfAndToTheListOfDialects() {
        List<String> wrong = new ArrayList<>();
        for (Module module : Module.ALL) {
            for (Dependency dependency : dependencies(module)) {
                String target = dialect(dependency.getTargetClass().getBaseComponentType());
                JavaClass origin = dependency.getOriginClass();
                boolean list = origin.getPackageName().equals("org.limbeck.dialects");
                if (target != null && !list && !target.equals(dialect(origin))) {
                    wrong.add(dependency.getDescription());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** {@code h2} for a class of that dialect, else null. */
    private static @Nullable String dialect(JavaClass one) {
        String name = one.getPackageName() + ".";
        return name.startsWith(DIALECTS) && name.length() > DIALECTS.length()
                ? name.substring(DIALECTS.length(), name.indexOf('.', DIALECTS.length()))
                : null;
    }

    private static List<Dependency> dependencies(Module module) {
        List<Dependency> dependencies = new ArrayList<>();
        for (JavaClass one : all) {
            if (module.name().equals(MODULE_OF.get(one.getName()))) {
                dependencies.addAll(one.getDirectDependenciesFromSelf());
            }
        }
        return dependencies;
    }
}
