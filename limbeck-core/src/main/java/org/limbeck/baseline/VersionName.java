package org.limbeck.baseline;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A name of a release, ordered as people do: its numbers by value, so that {@code v0.1.10} comes after {@code v0.1.9}. */
record VersionName(String text) implements Comparable<VersionName> {
    private static final Pattern PART = Pattern.compile("\\d+|\\D+");

    @Override
    public int compareTo(VersionName other) {
        List<String> mine = parts(text);
        List<String> theirs = parts(other.text);
        for (int i = 0; i < Math.min(mine.size(), theirs.size()); i++) {
            int order = compare(mine.get(i), theirs.get(i));
            if (order != 0) {
                return order;
            }
        }
        int length = Integer.compare(mine.size(), theirs.size());
        return length != 0 ? length : text.compareTo(other.text);
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(text);
        while (matcher.find()) {
            parts.add(matcher.group());
        }
        return parts;
    }

    private static int compare(String one, String other) {
        boolean numbers = Character.isDigit(one.charAt(0)) && Character.isDigit(other.charAt(0));
        return numbers ? new BigInteger(one).compareTo(new BigInteger(other)) : one.compareTo(other);
    }
}
