package org.limbeck.bench;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param section the case
 * @param setting what it worked on: sizes, database
 * @param contestant who
 * @param floor whether the others of the same setting are compared with it
 * @param statements seen by the server; null where there is none or it was not looked at
 */
record Row(
        String section,
        String setting,
        String contestant,
        boolean floor,
        List<Sample> samples,
        @Nullable Integer statements) {
    Row {
        samples = List.copyOf(samples);
    }

    Spread wall() {
        return Spread.of(samples, Sample::wall);
    }

    Spread cpu() {
        return Spread.of(samples, Sample::cpu);
    }

    Spread peak() {
        return Spread.of(samples, Sample::peak);
    }
}
