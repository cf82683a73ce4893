package org.limbeck.spring;

import java.util.Map;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

import org.limbeck.start.StartMode;

/** Makes a job of an application with {@code MODE=migration}: no web server, and no bean that is not needed. */
final class JobListener implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {
    private static final Map<String, Object> LIGHT =
            Map.of("spring.main.web-application-type", "none", "spring.main.lazy-initialization", "true");

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        ConfigurableEnvironment environment = event.getEnvironment();
        boolean enabled = environment.getProperty("limbeck.enabled", Boolean.class, true);
        String mode = environment.getProperty(StartMode.MODE, "");
        if (enabled && StartMode.of(Map.of(StartMode.MODE, mode)).oneShot()) {
            environment.getPropertySources().addFirst(new MapPropertySource("limbeckJob", LIGHT));
        }
    }

    /** After the files of the application are read. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
