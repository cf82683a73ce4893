package org.limbeck.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.beans.BeanInfo;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** The metadata for editors, which is written by hand: it knows every property, and no others. */
class MetadataTest {
    private static final String FILE = "/META-INF/spring-configuration-metadata.json";

    private static String text() throws Exception {
        try (InputStream stream = LimbeckProperties.class.getResourceAsStream(FILE)) {
            assertThat(stream).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String key(String property) {
        StringBuilder key = new StringBuilder("limbeck.");
        for (int i = 0; i < property.length(); i++) {
            char c = property.charAt(i);
            key.append(Character.isUpperCase(c) ? "-" + Character.toLowerCase(c) : c);
        }
        return key.toString();
    }

    @Test
    void knowsEveryProperty() throws Exception {
        BeanInfo bean = Introspector.getBeanInfo(LimbeckProperties.class, Object.class);
        Set<String> expected = new TreeSet<>();
        for (PropertyDescriptor property : bean.getPropertyDescriptors()) {
            expected.add(key(property.getName()));
        }
        expected.remove("limbeck.endpoint");
        expected.add("limbeck.endpoint.write");

        Set<String> actual = new TreeSet<>();
        Matcher names = Pattern.compile(
                        "\"name\": \"(limbeck\\.[^\"]+)\",\\s+\"type\": \"[^\"]+\",\\s+\"description\": \"[^\"]{10,}\\.\"")
                .matcher(text());
        while (names.find()) {
            actual.add(names.group(1));
        }
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void offersTheWordsOfEveryChoice() throws Exception {
        assertThat(text())
                .contains("\"migrate\"", "\"check\"", "\"warn\"", "\"off\"", "\"refuse\"", "\"spring-bean-reference\"");
    }
}
