package org.limbeck.testkit.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerAddressTest {

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db:5432/postgres, jdbc:postgresql://db:5432/fresh",
        "jdbc:postgresql://db:5432/postgres?sslmode=require, jdbc:postgresql://db:5432/fresh?sslmode=require",
        "jdbc:mysql://db:3306/?sslMode=DISABLED, jdbc:mysql://db:3306/fresh?sslMode=DISABLED",
        "jdbc:mysql://db:3306?file=/etc/x, jdbc:mysql://db:3306/fresh?file=/etc/x",
        "jdbc:mariadb://db, jdbc:mariadb://db/fresh"
    })
    void namesAnotherDatabaseOnTheSameServer(String url, String expected) {
        assertThat(new ServerAddress(url, "u", "p").withDatabase("fresh"))
                .isEqualTo(new ServerAddress(expected, "u", "p"));
    }

    @Test
    void doesNotShowThePassword() {
        assertThat(new ServerAddress("jdbc:mariadb://db/x", "u", "hidden"))
                .asString()
                .doesNotContain("hidden");
    }
}
