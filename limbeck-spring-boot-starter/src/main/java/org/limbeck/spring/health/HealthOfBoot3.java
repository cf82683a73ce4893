package org.limbeck.spring.health;

import org.springframework.boot.actuate.autoconfigure.health.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

import org.limbeck.spring.LimbeckAutoConfiguration;
import org.limbeck.spring.LimbeckDatabases;

/** The health indicator on Spring Boot 3. */
@AutoConfiguration(after = LimbeckAutoConfiguration.class)
@ConditionalOnClass(name = "org.springframework.boot.actuate.health.AbstractHealthIndicator")
@ConditionalOnBean(LimbeckDatabases.class)
@ConditionalOnEnabledHealthIndicator("limbeck")
public class HealthOfBoot3 {

    @Bean
    @ConditionalOnMissingBean(name = "limbeckHealthIndicator")
    AbstractHealthIndicator limbeckHealthIndicator(LimbeckDatabases databases) {
        return new Indicator(databases);
    }

    /** Down when one database is. */
    private static final class Indicator extends AbstractHealthIndicator {
        private final LimbeckDatabases databases;

        Indicator(LimbeckDatabases databases) {
            super("The versions of the databases cannot be read");
            this.databases = databases;
        }

        @Override
        protected void doHealthCheck(Health.Builder builder) {
            boolean up = DatabaseHealth.tell(databases, builder::withDetail);
            builder.status(up ? Status.UP : Status.DOWN);
        }
    }
}
