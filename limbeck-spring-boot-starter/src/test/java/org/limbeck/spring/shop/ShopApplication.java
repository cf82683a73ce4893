package org.limbeck.spring.shop;

import jakarta.persistence.EntityManager;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** A web application with JPA, and with a bean that reads a table as soon as it is made. */
@SpringBootApplication
public class ShopApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ShopApplication.class, arguments);
    }

    /** Who the first customer is. */
    public record FirstCustomer(String name) {}

    @Bean
    FirstCustomer firstCustomer(EntityManager entities) {
        System.out.println("the shop opens");
        return new FirstCustomer(entities.find(Customer.class, 1).name());
    }
}
