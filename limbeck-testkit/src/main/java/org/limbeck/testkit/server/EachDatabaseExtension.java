package org.limbeck.testkit.server;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
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

    /** One run of the test. The database is made before parameters are resolved, where a test may still be aborted. */
    private record OneDatabase(DatabaseKind kind)
            implements TestTemplateInvocationContext, BeforeEachCallback, ParameterResolver, AfterEachCallback {

        private static final Namespace NAMESPACE = Namespace.create(EachDatabaseExtension.class);

        @Override
        public String getDisplayName(int invocationIndex) {
            return kind.name();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public void beforeEach(ExtensionContext context) {
            context.getStore(NAMESPACE).put(TestDatabase.class, TestDatabase.create(kind));
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TestDatabase.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return Objects.requireNonNull(context.getStore(NAMESPACE).get(TestDatabase.class));
        }

        /** JUnit 5.12 closes no AutoCloseable by itself. */
        @Override
        public void afterEach(ExtensionContext context) {
            TestDatabase database = context.getStore(NAMESPACE).remove(TestDatabase.class, TestDatabase.class);
            if (database != null) {
                database.close();
            }
        }
    }
}
