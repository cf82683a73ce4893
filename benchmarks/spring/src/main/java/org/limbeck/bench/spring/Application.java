package org.limbeck.bench.spring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Starts, asks its database one question, ends. */
@SpringBootApplication
public class Application {

    public static void main(String[] words) {
        try (ConfigurableApplicationContext context = SpringApplication.run(Application.class, words)) {
            System.out.println(context.getBean(JdbcTemplate.class).queryForObject("SELECT 1", Integer.class));
        }
    }
}
