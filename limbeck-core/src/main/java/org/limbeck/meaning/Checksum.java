package org.limbeck.meaning;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The checksum of what a revision means on one dialect: a chain over its operations, so that a prefix has a checksum too,
 * and the operation that changed can be named. The value begins with the version of the format, {@code 1:}.
 *
 * @param value {@code 1:} and 32 hexadecimal digits
 * @param operations one hash of 8 hexadecimal digits for each operation; only the first {@value #KEPT} are kept
 */
public record Checksum(String value, List<String> operations) {
    private static final String VERSION = "1:";
    private static final int KEPT = 500;

    public Checksum {
        operations = List.copyOf(operations);
    }

    /** Builds a checksum from one operation after the other. */
    public static final class Chain {
        private String link = "";
        private final List<String> hashes = new ArrayList<>();

        /** @param meaning the text of one operation, from {@link Meaning} */
        public String add(String meaning) {
            String hash = sha(meaning).substring(0, 8);
            link = sha(link + meaning);
            if (hashes.size() < KEPT) {
                hashes.add(hash);
            }
            return hash;
        }

        public Checksum checksum() {
            return new Checksum(VERSION + sha(link), hashes);
        }
    }

    /** The position of the first operation that differs, or -1 where that is not known. */
    public static int firstDifference(List<String> before, List<String> now) {
        for (int i = 0; i < Math.min(before.size(), now.size()); i++) {
            if (!before.get(i).equals(now.get(i))) {
                return i;
            }
        }
        return before.size() == now.size() ? -1 : Math.min(before.size(), now.size());
    }

    /** The first 32 hexadecimal digits of SHA-256 over UTF-8. */
    public static String sha(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The checksum of nothing, for a merge without operations. */
    public static Checksum empty() {
        return new Chain().checksum();
    }

    /** Hashes of code by the name of its data step. */
    public interface CodeHashes {
        String of(String step);

        static CodeHashes of(Map<String, String> hashes) {
            return step -> hashes.getOrDefault(step, "");
        }
    }
}
