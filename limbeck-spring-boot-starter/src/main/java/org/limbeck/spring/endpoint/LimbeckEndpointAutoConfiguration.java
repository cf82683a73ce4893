package org.limbeck.spring.endpoint;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

import org.limbeck.spring.LimbeckAutoConfiguration;
import org.limbeck.spring.LimbeckDatabases;

/** Makes the endpoint where it is exposed. */
@AutoConfiguration(after = LimbeckAutoConfiguration.class)
@ConditionalOnClass({Endpoint.class, ConditionalOnAvailableEndpoint.class})
@ConditionalOnBean(LimbeckDatabases.class)
@ConditionalOnAvailableEndpoint(endpoint = LimbeckEndpoint.class)
public class LimbeckEndpointAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnProperty(name = "limbeck.endpoint.write", havingValue = "true")
    WritableLimbeckEndpoint writableLimbeckEndpoint(LimbeckDatabases databases) {
        return new WritableLimbeckEndpoint(databases);
    }

    @Bean
    @ConditionalOnMissingBean
    LimbeckEndpoint limbeckEndpoint(LimbeckDatabases databases) {
        return new LimbeckEndpoint(databases);
    }
}
