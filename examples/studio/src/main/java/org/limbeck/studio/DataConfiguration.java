package org.limbeck.studio;

import java.util.Objects;
import javax.sql.DataSource;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

import org.limbeck.Limbeck;
import org.limbeck.config.DatabaseSettings;
import org.limbeck.spring.LimbeckDatabases;
import org.limbeck.studio.agent.Agent;

/** Both databases are those of {@code limbeck.toml}: one place says where they are. JPA works on the first. */
@Configuration(proxyBeanMethods = false)
@EntityScan(basePackageClasses = Agent.class)
class DataConfiguration {

    @Bean
    @Primary
    DataSource agentDataSource(LimbeckDatabases databases) {
        return source(databases, "_agent");
    }

    @Bean
    DataSource opsDataSource(LimbeckDatabases databases) {
        return source(databases, "_ops");
    }

    @Bean
    JdbcClient ops(@Qualifier("opsDataSource") DataSource opsDataSource) {
        return JdbcClient.create(opsDataSource);
    }

    private static DataSource source(LimbeckDatabases databases, String purpose) {
        DatabaseSettings settings = databases.all().stream()
                .map(Limbeck::settings)
                .filter(one -> one.name().endsWith(purpose))
                .findFirst()
                .orElseThrow();
        return DataSourceBuilder.create()
                .url(settings.url())
                .username(settings.user())
                .password(Objects.requireNonNull(settings.password()).reveal())
                .build();
    }
}
