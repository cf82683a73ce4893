package org.limbeck.meaning;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.limbeck.dialect.Dialect;
import org.limbeck.operation.ExecuteSql;
import org.limbeck.operation.OnDialects;
import org.limbeck.operation.Operation;
import org.limbeck.operation.RunStep;
import org.limbeck.schema.DataType;
import org.limbeck.schema.SqlText;
import org.limbeck.sql.SqlTokens;

/**
 * The checksum of what a revision means on one dialect. Each operation has a hash of its own, so that the one that
 * changed can be named; the value begins with the version of the format, {@code 1:}.
 *
 * @param value the checksum, {@code 1:} and 32 hexadecimal digits
 * @param operations one hash of 8 hexadecimal digits for each operation
 */
public record Checksum(String value, List<String> operations) {
    private static final String VERSION = "1:";

    public Checksum {
        operations = List.copyOf(operations);
    }

    /** What operations mean on a dialect. */
    public static Checksum of(List<Operation> operations, Dialect dialect, java.util.Map<String, String> codeHashes) {
        Canonical canonical = new Canonical(new Canonical.Words() {
            @Override
            public String of(SqlText text) {
                return dialect.words(text);
            }

            @Override
            public DataType of(DataType type) {
                return dialect.resolve(type);
            }
        });
        List<String> hashes = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        for (Operation operation : resolved(operations, dialect)) {
            String hash = sha(meaning(operation, dialect, canonical, codeHashes));
            hashes.add(hash.substring(0, 8));
            all.append(hash);
        }
        return new Checksum(VERSION + sha(all.toString()), hashes);
    }

    private static String meaning(
            Operation operation, Dialect dialect, Canonical canonical, java.util.Map<String, String> codeHashes) {
        if (operation instanceof ExecuteSql sql) {
            return "sql " + SqlTokens.normalise(dialect.words(sql.sql()), dialect.syntax());
        }
        if (operation instanceof RunStep step) {
            return "run " + step.name() + " " + codeHashes.getOrDefault(step.name(), "");
        }
        return canonical.text(operation);
    }

    /** Choices by dialect are made; what is for others has no meaning here. */
    private static List<Operation> resolved(List<Operation> operations, Dialect dialect) {
        List<Operation> chosen = new ArrayList<>();
        for (Operation operation : operations) {
            if (operation instanceof OnDialects on) {
                chosen.addAll(resolved(dialect.isAmong(on.dialects()) ? on.then() : on.otherwise(), dialect));
            } else {
                chosen.add(operation);
            }
        }
        return chosen;
    }

    /** The first 32 hexadecimal digits of SHA-256. */
    public static String sha(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
