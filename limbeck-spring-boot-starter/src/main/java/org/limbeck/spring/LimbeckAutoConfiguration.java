package org.limbeck.spring;

import javax.sql.DataSource;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

import org.limbeck.Limbeck;

/** Sets up Limbeck for the databases of an application. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration"
        },
        beforeName = {
            "org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration",
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration"
        })
@ConditionalOnClass({Limbeck.class, DataSource.class, SchemaManagementProvider.class})
@ConditionalOnProperty(name = "limbeck.enabled", havingValue = "true", matchIfMissing = true)
@EnableConfigurationProperties(LimbeckProperties.class)
@Import(DatabaseInitializationDependencyConfigurer.class)
public class LimbeckAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    LimbeckDatabases limbeckDatabases(
            LimbeckProperties properties,
            ListableBeanFactory beans,
            Environment environment,
            ApplicationContext context) {
        ClassLoader loader = context.getClassLoader();
        return new DatabaseFactory(
                        properties,
                        beans,
                        environment,
                        loader == null ? LimbeckAutoConfiguration.class.getClassLoader() : loader)
                .make();
    }

    @Bean
    @ConditionalOnMissingBean
    LimbeckInitializer.ProcessEnd limbeckProcessEnd() {
        return System::exit;
    }

    @Bean
    @ConditionalOnMissingBean
    LimbeckInitializer limbeckInitializer(
            LimbeckDatabases databases,
            LimbeckProperties properties,
            ApplicationContext context,
            LimbeckInitializer.ProcessEnd end) {
        return new LimbeckInitializer(databases, properties, context, end);
    }

    /** Also with lazy beans the databases are brought up to date at start. */
    @Bean
    static LazyInitializationExcludeFilter limbeckIsNotLazy() {
        return LazyInitializationExcludeFilter.forBeanTypes(LimbeckInitializer.class);
    }

    /** Where there is JPA. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean")
    static class WithJpa {

        @Bean
        static SchemaGenerationGuard limbeckSchemaGenerationGuard(
                ObjectProvider<LimbeckDatabases> databases, ObjectProvider<LimbeckProperties> properties) {
            return new SchemaGenerationGuard(databases, properties);
        }
    }

    /** Makes {@code ddl-auto} default to {@code none}. */
    @Bean
    SchemaManagementProvider limbeckSchemaManagementProvider(LimbeckDatabases databases) {
        return source -> databases.manages(source) ? SchemaManagement.MANAGED : SchemaManagement.UNMANAGED;
    }
}
