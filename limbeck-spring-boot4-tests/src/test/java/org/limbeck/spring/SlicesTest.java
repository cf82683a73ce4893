package org.limbeck.spring;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;

import org.limbeck.spring.shop.ShopApplication;

/** The slices of Spring Boot 4 bring their database up to date. */
class SlicesTest {

    @Test
    void dataJpaTestHasTheSchema() throws Exception {
        Slices.requireUpToDate(new Jpa());
    }

    @Test
    void jdbcTestHasTheSchema() throws Exception {
        Slices.requireUpToDate(new Jdbc());
    }

    @DataJpaTest(properties = "limbeck.scripts=classpath:db/shop")
    @ContextConfiguration(classes = ShopApplication.class)
    static final class Jpa implements Slices.WithTemplate {
        @Autowired
        private JdbcTemplate template = new JdbcTemplate();

        @Override
        public JdbcTemplate template() {
            return template;
        }
    }

    @JdbcTest(properties = "limbeck.scripts=classpath:db/shop")
    @ContextConfiguration(classes = SlicesTest.Nothing.class)
    static final class Jdbc implements Slices.WithTemplate {
        @Autowired
        private JdbcTemplate template = new JdbcTemplate();

        @Override
        public JdbcTemplate template() {
            return template;
        }
    }

    /** No configuration of its own. */
    static final class Nothing {}
}
