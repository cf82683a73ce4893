package org.limbeck.env;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "DB_PASSWORD", "password", "SECRET_KEY", "apiToken", "AWS_ACCESS_KEY_ID", "GOOGLE_CREDENTIALS",
                        "SENTRY_DSN",
                "DB_PASS", "SMTP_PWD", "pass", "BASIC_AUTH", "SLACK_WEBHOOK_URL", "spring.datasource.password",
                        "app-secret.x",
                "PRIVATE_PEM", "JWT", "PASSPHRASE"
            })
    void secretNames(String name) {
        assertThat(Secrets.isSecret(name)).isTrue();
        assertThat(Secrets.mask(name, "x"))
                .isEqualTo(Secrets.mask(name, "x".repeat(99)))
                .isEqualTo("******");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PORT", "COMPASS", "BYPASS", "AUTHOR", "SPIN", "DATABASE_URL", "LOG_LEVEL", "SCREDS"})
    void plainNames(String name) {
        assertThat(Secrets.isSecret(name)).isFalse();
    }

    @Test
    void nothingIsNoSecret() {
        assertThat(Secrets.mask("PASSWORD", "")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "postgres://app:hunter2@db/app | postgres://******@db/app",
                "redis://:p@ss/w@rd@cache:6379/0 | redis://******@cache:6379/0",
                "http://user@host/x | http://******@host/x",
                "http://host/x | http://host/x",
                "amqp://a:b@one,amqp://c:d@two | amqp://******@two",
                "postgres://app:two words@db | postgres://******@db",
                "scott/tiger@//host:1521/x | ******@//host:1521/x",
                "user:pw@host | ******@host",
                "admin@example.org | admin@example.org",
                "jdbc:mysql://h/d?user=a&password=b&x=1 | jdbc:mysql://h/d?user=a&password=******",
                "host=h password=b dbname=d | host=h password=******",
                "Server=h;Pwd=b;Database=d | Server=h;Pwd=******",
                "{\"user\":\"a\",\"token\":\"b\"} | {\"user\":\"a\",\"token\":******",
                "Bearer abc.def | Bearer ******",
                "x-api-key=abc | x-api-key=******",
                "-----BEGIN PRIVATE KEY-----abc | ******",
                "a=b:c | a=b:c",
            })
    void insideValues(String value, String shown) {
        assertThat(Secrets.mask("PLAIN", value)).isEqualTo(shown);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "PORT=8080 # doc | PORT=8080 # doc",
                "export DB_PASSWORD = \"hunter2\" # doc | export DB_PASSWORD = ****** # doc",
                "# DB_PASSWORD=hunter2 | # DB_PASSWORD=******",
                "#DB_PASSWORD=hunter2 | #DB_PASSWORD=******",
                "# the password: hunter2 | # the password:******",
                "# was http://a:hunter2@h then | # was http://******@h then",
                "PORT=80 # or http://a:hunter2@h | PORT=80 # or http://******@h",
                "hunter2 in a lost line | ******",
                "DB_PASSWORD='hunter2 | DB_PASSWORD=******",
                "DB_PASSWORD= | DB_PASSWORD=",
            })
    void linesOfADifference(String line, String shown) {
        assertThat(Secrets.mask(EnvFile.parse(line).entries().get(0))).isEqualTo(shown);
    }

    @Test
    void allLinesOfASecretOfSeveralLines() {
        Entry entry = EnvFile.parse("TLS_KEY=\"hunter2\nhunter2\"\n").entries().get(0);
        assertThat(Secrets.mask(entry)).isEqualTo("TLS_KEY=******");
    }
}
