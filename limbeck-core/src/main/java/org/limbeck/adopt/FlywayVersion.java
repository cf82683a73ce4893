package org.limbeck.adopt;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A version of Flyway: numbers divided by dots (underscores in file names). Zeros at the end do not count.
 *
 * @param parts without zeros at the end
 */
record FlywayVersion(List<BigInteger> parts) implements Comparable<FlywayVersion> {

    /** Null if it is none. */
    static @Nullable FlywayVersion of(String text) {
        List<BigInteger> parts = new ArrayList<>();
        for (String part : text.replace('_', '.').split("\\.", -1)) {
            if (part.isEmpty() || !part.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return null;
            }
            parts.add(new BigInteger(part));
        }
        while (parts.size() > 1 && parts.get(parts.size() - 1).signum() == 0) {
            parts.remove(parts.size() - 1);
        }
        return new FlywayVersion(List.copyOf(parts));
    }

    @Override
    public int compareTo(FlywayVersion other) {
        for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
            int order = part(i).compareTo(other.part(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private BigInteger part(int i) {
        return i < parts.size() ? parts.get(i) : BigInteger.ZERO;
    }

    @Override
    public String toString() {
        return parts.stream().map(BigInteger::toString).collect(Collectors.joining("."));
    }
}
