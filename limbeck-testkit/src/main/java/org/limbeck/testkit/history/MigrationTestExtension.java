package org.limbeck.testkit.history;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

import org.limbeck.testkit.server.DatabaseKind;
import org.limbeck.testkit.server.FreshDatabase;
import org.limbeck.testkit.server.TestDatabase;

/** Gives {@link MigrationTest} its meaning. */
final class MigrationTestExtension implements TestTemplateInvocationContextProvider {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        MigrationTest wanted = AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), MigrationTest.class)
                .orElseThrow();
        return Arrays.stream(wanted.on()).distinct().map(kind -> new OneDatabase(kind, wanted));
    }

    /** One run. */
    private record OneDatabase(DatabaseKind kind, MigrationTest wanted)
            implements TestTemplateInvocationContext,
                    BeforeEachCallback,
                    ParameterResolver,
                    AfterTestExecutionCallback {

        private static final Namespace NAMESPACE = Namespace.create(MigrationTestExtension.class);

        @Override
        public String getDisplayName(int invocationIndex) {
            return kind.name();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new FreshDatabase(kind), this);
        }

        @Override
        public void beforeEach(ExtensionContext context) {
            context.getStore(NAMESPACE).put(Stairway.class, stairway(FreshDatabase.of(context)));
        }

        private Stairway stairway(TestDatabase database) {
            Map<String, String> parameters = new LinkedHashMap<>();
            for (String parameter : wanted.parameters()) {
                int equals = parameter.indexOf('=');
                if (equals < 1) {
                    throw new ExtensionConfigurationException(
                            "A parameter of @MigrationTest is NAME=VALUE, and not " + parameter);
                }
                parameters.put(parameter.substring(0, equals), parameter.substring(equals + 1));
            }
            Stairway stairway =
                    Stairway.on(database.dataSource()).scripts(wanted.scripts()).parameters(parameters);
            if (wanted.strict()) {
                stairway.strict();
            }
            return wanted.model().isEmpty() ? stairway : stairway.model(wanted.model());
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Stairway.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return stairway(context);
        }

        @Override
        public void afterTestExecution(ExtensionContext context) {
            Stairway stairway = stairway(context);
            boolean failed = context.getExecutionException().isPresent();
            if (!failed && stairway.report().isEmpty()) {
                stairway.climb();
            }
            stairway.report().ifPresent(report -> context.publishReportEntry("limbeck", report.text()));
        }

        private static Stairway stairway(ExtensionContext context) {
            return Objects.requireNonNull(context.getStore(NAMESPACE).get(Stairway.class, Stairway.class));
        }
    }
}
