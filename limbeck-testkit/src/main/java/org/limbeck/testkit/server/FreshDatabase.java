package org.limbeck.testkit.server;

import java.util.Objects;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test a database of its own. It is made before parameters are resolved, where a test may still be aborted, and
 * dropped by us: JUnit 5.12 closes nothing by itself.
 *
 * @param kind of the database
 */
public record FreshDatabase(DatabaseKind kind) implements BeforeEachCallback, ParameterResolver, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(FreshDatabase.class);

    /** The database of the test that is run. */
    public static TestDatabase of(ExtensionContext context) {
        return Objects.requireNonNull(context.getStore(NAMESPACE).get(TestDatabase.class, TestDatabase.class));
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
        return of(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        TestDatabase database = context.getStore(NAMESPACE).remove(TestDatabase.class, TestDatabase.class);
        if (database != null) {
            database.close();
        }
    }
}
