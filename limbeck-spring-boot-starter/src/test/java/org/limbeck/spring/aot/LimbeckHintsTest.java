package org.limbeck.spring.aot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.core.env.MapPropertySource;

import org.limbeck.spring.LimbeckAutoConfiguration;

/** An application is prepared for a native image, without a database. */
class LimbeckHintsTest {

    @Test
    void theScriptsOfTheSettingsAreKept() {
        TestGenerationContext generation = new TestGenerationContext();
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "test", Map.of("limbeck.scripts", "classpath:db/shop", "limbeck.name", "shop")));
            context.register(LimbeckAutoConfiguration.class);
            new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
        }
        assertThat(RuntimeHintsPredicates.resource().forResource("db/shop/customers.sql"))
                .accepts(generation.getRuntimeHints());
        assertThat(RuntimeHintsPredicates.resource().forResource("META-INF/limbeck/db/shop.index"))
                .accepts(generation.getRuntimeHints());
        assertThat(RuntimeHintsPredicates.resource().forResource("db/stock/parts.sql"))
                .rejects(generation.getRuntimeHints());
    }
}
