package org.limbeck.journal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How the values of parameters are kept in the journal: as they are, but those whose name tells of a secret only as a
 * keyed hash, {@code sha:key:hash}, by which the value can be known again when it is given again.
 */
public final class StoredParameters {
    private static final List<String> SECRET = List.of("password", "passwd", "secret", "token", "key", "credential");
    private static final String MARK = "sha:";
    private static final SecureRandom RANDOM = new SecureRandom();

    private StoredParameters() {}

    /** Whether the name tells of a secret. */
    public static boolean isSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return SECRET.stream().anyMatch(lower::contains);
    }

    /** The values as they are kept. */
    public static Map<String, String> of(Map<String, String> values) {
        Map<String, String> kept = new LinkedHashMap<>();
        values.forEach((name, value) -> kept.put(name, isSecret(name) ? hidden(value) : value));
        return kept;
    }

    private static String hidden(String value) {
        byte[] key = new byte[16];
        RANDOM.nextBytes(key);
        return MARK + HexFormat.of().formatHex(key) + ":" + hash(key, value);
    }

    private static String hash(byte[] key, String value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    /** Whether a value is the one that is kept as a hash. */
    public static boolean matches(String kept, String value) {
        String[] parts = kept.split(":", -1);
        return kept.startsWith(MARK)
                && parts.length == 3
                && MessageDigest.isEqual(
                        hash(HexFormat.of().parseHex(parts[1]), value).getBytes(StandardCharsets.US_ASCII),
                        parts[2].getBytes(StandardCharsets.US_ASCII));
    }
}
