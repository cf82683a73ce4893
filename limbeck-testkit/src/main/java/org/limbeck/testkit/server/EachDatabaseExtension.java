package org.limbeck.testkit.server;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives {@link EachDatabase} its meaning. */
final class EachDatabaseExtension implements TestTemplateInvocationContextProvider {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        EachDatabase wanted = AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), EachDatabase.class)
                .orElseThrow();
        return kinds(wanted).stream().map(OneDatabase::new);
    }

    private static Set<DatabaseKind> kinds(EachDatabase wanted) {
        Set<DatabaseKind> kinds = EnumSet.allOf(DatabaseKind.class);
        if (wanted.value().length > 0) {
            kinds.retainAll(Arrays.asList(wanted.value()));
        }
        Arrays.asList(wanted.except()).forEach(kinds::remove);
        return kinds;
    }

    /** One run of the test. */
    private record OneDatabase(DatabaseKind kind) implements TestTemplateInvocationContext {

        @Override
        public String getDisplayName(int invocationIndex) {
            return kind.name();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new FreshDatabase(kind));
        }
    }
}
