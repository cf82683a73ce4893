package org.limbeck.adopt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids for revisions of tools whose own names of them are no ids. */
final class AdoptedId {
    private static final int DIGITS = 12;

    private AdoptedId() {}

    /** Twelve hexadecimal digits: the same for the same words, so that all installations agree. */
    static String of(String... words) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", words).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
