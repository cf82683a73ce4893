package org.limbeck.spring.aot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.core.env.MapPropertySource;

import org.limbeck.migration.Migration;
import org.limbeck.migration.Op;
import org.limbeck.migration.Revision;
import org.limbeck.spring.LimbeckAutoConfiguration;

/** An application is prepared for a native image, without a database. */
class LimbeckHintsTest {
    @TempDir
    Path folder;

    private static RuntimeHints hints(String scripts, ClassLoader loader) {
        TestGenerationContext generation = new TestGenerationContext();
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.setClassLoader(loader);
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(
                            new MapPropertySource("test", Map.of("limbeck.scripts", scripts, "limbeck.name", "shop")));
            context.register(LimbeckAutoConfiguration.class);
            new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
        }
        return generation.getRuntimeHints();
    }

    @Test
    void theScriptsOfTheSettingsAreKept() {
        RuntimeHints hints = hints("classpath:db/shop", LimbeckHintsTest.class.getClassLoader());
        assertThat(RuntimeHintsPredicates.resource().forResource("db/shop/customers.sql"))
                .accepts(hints);
        assertThat(RuntimeHintsPredicates.resource().forResource("META-INF/limbeck/db/shop.index"))
                .accepts(hints);
        assertThat(RuntimeHintsPredicates.resource().forResource("db/stock/parts.sql"))
                .rejects(hints);
    }

    /** As it is compiled into an application; the index names it. */
    @Revision(id = "aa01", message = "feat: first")
    static final class First implements Migration {
        @Override
        public void upgrade(Op op) {}
    }

    @Test
    void scriptsInJavaCanBeCreated() throws IOException {
        Path index = folder.resolve("META-INF/limbeck/db/coded.index");
        Files.createDirectories(index.getParent());
        Files.writeString(
                index, "limbeck 1\ncomplete\njava\t" + First.class.getName() + "\t1\t1\taa01\t\t\t\t\t\tfeat: first\n");
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, LimbeckHintsTest.class.getClassLoader())) {
            assertThat(RuntimeHintsPredicates.reflection()
                            .onType(First.class)
                            .withMemberCategory(MemberCategory.INVOKE_DECLARED_CONSTRUCTORS))
                    .accepts(hints("classpath:db/coded", loader));
        }
    }
}
