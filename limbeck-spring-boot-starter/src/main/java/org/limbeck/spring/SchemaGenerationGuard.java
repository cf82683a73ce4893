package org.limbeck.spring;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.orm.jpa.JpaVendorAdapter;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

import org.limbeck.error.Problem;
import org.limbeck.start.SchemaGeneration;

/** Refuses a factory of entity managers that would generate a schema beside revisions, however it was set up. */
final class SchemaGenerationGuard implements BeanPostProcessor {
    private final ObjectProvider<LimbeckDatabases> databases;
    private final ObjectProvider<LimbeckProperties> properties;

    SchemaGenerationGuard(ObjectProvider<LimbeckDatabases> databases, ObjectProvider<LimbeckProperties> properties) {
        this.databases = databases;
        this.properties = properties;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof LocalContainerEntityManagerFactoryBean factory && isManaged(factory)) {
            Optional<Problem> problem = SchemaGeneration.find(properties(factory));
            if (problem.isPresent()) {
                throw new StartRefusedException(
                        problem.get().why("The bean is " + name + ".").exception());
            }
        }
        return bean;
    }

    private boolean isManaged(LocalContainerEntityManagerFactoryBean factory) {
        DataSource source = factory.getDataSource();
        return source != null
                && properties.getObject().getSchemaGeneration() == LimbeckProperties.SchemaGeneration.REFUSE
                && databases.getObject().manages(source);
    }

    /** What the factory says wins over what comes with the provider. */
    private static Map<String, Object> properties(LocalContainerEntityManagerFactoryBean factory) {
        Map<String, Object> properties = new HashMap<>();
        JpaVendorAdapter adapter = factory.getJpaVendorAdapter();
        if (adapter != null) {
            properties.putAll(adapter.getJpaPropertyMap());
        }
        properties.putAll(factory.getJpaPropertyMap());
        return properties;
    }
}
