package org.limbeck.spring;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.test.context.ContextConfiguration;

import org.limbeck.spring.shop.ShopApplication;

/** The slices of Spring Boot 3 bring their database up to date. */
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
    static final class Jpa extends Slices.WithTemplate {}

    @JdbcTest(properties = "limbeck.scripts=classpath:db/shop")
    @ContextConfiguration(classes = SlicesTest.Nothing.class)
    static final class Jdbc extends Slices.WithTemplate {}

    /** No configuration of its own. */
    static final class Nothing {}
}
