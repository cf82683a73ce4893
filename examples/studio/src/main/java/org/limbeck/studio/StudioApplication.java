package org.limbeck.studio;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts on SQLite files unless {@code DB_TYPE} names another kind; see {@code limbeck.toml}. */
@SpringBootApplication
public class StudioApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(StudioApplication.class, arguments);
    }
}
