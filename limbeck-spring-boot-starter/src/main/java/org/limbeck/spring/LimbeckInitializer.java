package org.limbeck.spring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.env.Environment;

import org.limbeck.error.LimbeckException;
import org.limbeck.start.Outcome;
import org.limbeck.start.SchemaGeneration;
import org.limbeck.start.StartMode;
import org.limbeck.start.Startup;

/**
 * Brings the databases up to date, or checks them, before anything that needs their schema is made. With
 * {@code MODE=migration} it ends the process afterwards.
 */
public final class LimbeckInitializer implements InitializingBean {
    private static final String JPA = "spring.jpa.properties.";

    private final LimbeckDatabases databases;
    private final LimbeckProperties properties;
    private final ApplicationContext context;
    private final Environment environment;
    private final ProcessEnd end;
    private List<Outcome> outcomes = List.of();

    LimbeckInitializer(
            LimbeckDatabases databases, LimbeckProperties properties, ApplicationContext context, ProcessEnd end) {
        this.databases = databases;
        this.properties = properties;
        this.context = context;
        this.environment = context.getEnvironment();
        this.end = end;
    }

    /** Ends the process after a job; a bean of this type replaces {@link System#exit}. */
    @FunctionalInterface
    public interface ProcessEnd {
        /** Ends the process. */
        void exit(int code);
    }

    /** What happened to each database. */
    public List<Outcome> outcomes() {
        return outcomes;
    }

    @Override
    public void afterPropertiesSet() {
        try {
            run();
        } catch (LimbeckException e) {
            forgetListeners();
            throw new StartRefusedException(e);
        }
    }

    /**
     * Spring Boot (3.5 and 4.1) publishes the exit code of a start that failed in the context that failed, which would make
     * the listeners that are beans, fail again and print stack traces.
     */
    private void forgetListeners() {
        String name = AbstractApplicationContext.APPLICATION_EVENT_MULTICASTER_BEAN_NAME;
        if (context.containsLocalBean(name)) {
            context.getBean(name, ApplicationEventMulticaster.class).removeApplicationListenerBeans(bean -> true);
        }
    }

    private void run() {
        if (databases.all().isEmpty()) {
            return;
        }
        if (properties.getSchemaGeneration() == LimbeckProperties.SchemaGeneration.REFUSE) {
            refuseSchemaGeneration();
        }
        Startup startup = Startup.of(databases.all()).environment(variables(environment));
        outcomes = startup.run();
        if (startup.mode().oneShot()) {
            end.exit(0);
        }
    }

    /** The variables that count, from wherever Spring has them. */
    static Map<String, String> variables(Environment environment) {
        Map<String, String> variables = new HashMap<>();
        for (String name : List.of(StartMode.MIGRATION_ENABLED, StartMode.MODE)) {
            String value = environment.getProperty(name);
            if (value != null) {
                variables.put(name, value);
            }
        }
        return variables;
    }

    private void refuseSchemaGeneration() {
        List<String> keys = new ArrayList<>(List.of("spring.jpa.hibernate.ddl-auto", "spring.jpa.generate-ddl"));
        SchemaGeneration.KEYS.forEach(key -> keys.add(JPA + key));
        SchemaGeneration.find(keys, environment::getProperty).ifPresent(problem -> {
            throw problem.exception();
        });
    }
}
