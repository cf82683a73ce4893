package org.limbeck.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.limbeck.adopt.FlywayFile.Kind;

/** Versions and names of files, as Flyway takes them. */
class FlywayVersionTest {

    private static FlywayVersion version(String text) {
        return Objects.requireNonNull(FlywayVersion.of(text));
    }

    @ParameterizedTest
    @CsvSource({"1,1.0", "001,1", "1_1,1.1", "2.0.0,2", "20261120.0931,20261120.931"})
    void someTextsAreOneVersion(String one, String other) {
        assertThat(version(one)).isEqualTo(version(other)).hasSameHashCodeAs(version(other));
        assertThat(version(one)).isEqualByComparingTo(version(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "1.", "1..2", "a", "1a", "-1", "1-2"})
    void othersAreNone(String text) {
        assertThat(FlywayVersion.of(text)).isNull();
    }

    @Property(tries = 200)
    void orderIsThatOfTheNumbers(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(max = 30) Integer> one,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(max = 30) Integer> other) {
        int byNumbers = compare(one, other);
        FlywayVersion first = version(dotted(one));
        FlywayVersion second = version(dotted(other));
        assertThat(Integer.signum(first.compareTo(second))).isEqualTo(byNumbers);
        assertThat(first.equals(second)).isEqualTo(byNumbers == 0);
    }

    private static String dotted(List<Integer> parts) {
        return parts.stream().map(String::valueOf).collect(Collectors.joining("."));
    }

    private static int compare(List<Integer> one, List<Integer> other) {
        List<Integer> longer = new ArrayList<>(one);
        List<Integer> shorter = new ArrayList<>(other);
        for (int i = 0; i < 5; i++) {
            longer.add(0);
            shorter.add(0);
        }
        for (int i = 0; i < 5; i++) {
            if (!longer.get(i).equals(shorter.get(i))) {
                return Integer.signum(longer.get(i) - shorter.get(i));
            }
        }
        return 0;
    }

    @ParameterizedTest
    @CsvSource({
        "V1__x.sql,VERSIONED",
        "V1_2.sql,VERSIONED",
        "U1__x.sql,UNDO",
        "B3__x.sql,BASELINE",
        "R__views.sql,REPEATABLE",
        "R1__views.sql,NONE",
        "V__x.sql,NONE",
        "v1__x.sql,NONE",
        "afterMigrate.sql,CALLBACK",
        "beforeEachMigrate__note.sql,CALLBACK",
        "V4__Fill.java,JAVA",
        "R__Fill.java,JAVA",
        "Helper.java,NONE",
        "V1__x.sql.conf,CONFIGURATION"
    })
    void aNameSaysWhatAFileIs(String name, Kind kind) {
        assertThat(FlywayFile.of(new OldFile("later/" + name, "")).kind()).isEqualTo(kind);
    }
}
