package org.limbeck.config;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The settings of one named database. Immutable; never shows a secret.
 *
 * @param name by which {@code -n} means it
 * @param purpose what it is for, in a few words; may be empty
 * @param kind the declared kind, such as {@code sqlite}; null to take it from the address
 * @param url the JDBC address
 * @param user null for none
 * @param password null for none
 * @param scripts folders (or {@code classpath:...}), at least one; the first gets new scripts
 * @param journal the prefix of the journal tables, {@code [schema.]limbeck}
 * @param lockTimeout how long to wait for another migrator
 * @param connectRetries how often to try again to connect
 * @param oneTransaction whether a run is one transaction
 * @param checksums what happens when an applied script changed
 * @param releases release names and the revisions that they stand for
 * @param messagePattern a regular expression that messages of new revisions must match; null for none
 * @param fileName the template of file names of new scripts
 * @param model where the desired schema comes from; null for nowhere
 * @param excluded tables that are owned elsewhere
 */
public record DatabaseSettings(
        String name,
        String purpose,
        @Nullable String kind,
        String url,
        @Nullable String user,
        @Nullable Secret password,
        List<String> scripts,
        String journal,
        Duration lockTimeout,
        int connectRetries,
        boolean oneTransaction,
        ChecksumPolicy checksums,
        Map<String, String> releases,
        @Nullable String messagePattern,
        String fileName,
        @Nullable String model,
        List<Exclusion> excluded) {

    /** The default of {@link #journal}. */
    public static final String JOURNAL = "limbeck";

    /** The default of {@link #fileName}. */
    public static final String FILE_NAME = "R{created:yyyyMMdd_HHmm}_{slug}";

    /** The default of {@link #lockTimeout}. */
    public static final Duration LOCK_TIMEOUT = Duration.ofMinutes(5);

    /** A table that is owned elsewhere. */
    public record Exclusion(String table, String owner) {}

    public DatabaseSettings {
        scripts = List.copyOf(scripts);
        releases = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(releases));
        excluded = List.copyOf(excluded);
    }

    /** Settings with the defaults for all that is not given. */
    public static DatabaseSettings of(String name, String url, String... scripts) {
        return new DatabaseSettings(
                name,
                "",
                null,
                url,
                null,
                null,
                List.of(scripts),
                JOURNAL,
                LOCK_TIMEOUT,
                0,
                false,
                ChecksumPolicy.FAIL,
                Map.of(),
                null,
                FILE_NAME,
                null,
                List.of());
    }

    public DatabaseSettings withLogin(@Nullable String newUser, @Nullable Secret newPassword) {
        return new DatabaseSettings(
                name,
                purpose,
                kind,
                url,
                newUser,
                newPassword,
                scripts,
                journal,
                lockTimeout,
                connectRetries,
                oneTransaction,
                checksums,
                releases,
                messagePattern,
                fileName,
                model,
                excluded);
    }

    public DatabaseSettings withKind(@Nullable String declared) {
        return new DatabaseSettings(
                name,
                purpose,
                declared,
                url,
                user,
                password,
                scripts,
                journal,
                lockTimeout,
                connectRetries,
                oneTransaction,
                checksums,
                releases,
                messagePattern,
                fileName,
                model,
                excluded);
    }

    public DatabaseSettings withScripts(List<String> locations) {
        return new DatabaseSettings(
                name,
                purpose,
                kind,
                url,
                user,
                password,
                locations,
                journal,
                lockTimeout,
                connectRetries,
                oneTransaction,
                checksums,
                releases,
                messagePattern,
                fileName,
                model,
                excluded);
    }

    public DatabaseSettings withJournal(String prefix) {
        return new DatabaseSettings(
                name,
                purpose,
                kind,
                url,
                user,
                password,
                scripts,
                prefix,
                lockTimeout,
                connectRetries,
                oneTransaction,
                checksums,
                releases,
                messagePattern,
                fileName,
                model,
                excluded);
    }

    public DatabaseSettings withLockTimeout(Duration wait) {
        return new DatabaseSettings(
                name,
                purpose,
                kind,
                url,
                user,
                password,
                scripts,
                journal,
                wait,
                connectRetries,
                oneTransaction,
                checksums,
                releases,
                messagePattern,
                fileName,
                model,
                excluded);
    }

    public DatabaseSettings withOneTransaction(boolean one) {
        return new DatabaseSettings(
                name,
                purpose,
                kind,
                url,
                user,
                password,
                scripts,
                journal,
                lockTimeout,
                connectRetries,
                one,
                checksums,
                releases,
                messagePattern,
                fileName,
                model,
                excluded);
    }

    public DatabaseSettings withReleases(Map<String, String> names) {
        return new DatabaseSettings(
                name,
                purpose,
                kind,
                url,
                user,
                password,
                scripts,
                journal,
                lockTimeout,
                connectRetries,
                oneTransaction,
                checksums,
                names,
                messagePattern,
                fileName,
                model,
                excluded);
    }

    public DatabaseSettings withChecksums(ChecksumPolicy policy) {
        return new DatabaseSettings(
                name,
                purpose,
                kind,
                url,
                user,
                password,
                scripts,
                journal,
                lockTimeout,
                connectRetries,
                oneTransaction,
                policy,
                releases,
                messagePattern,
                fileName,
                model,
                excluded);
    }

    /** Without the address' secrets. */
    @Override
    public String toString() {
        return name + " " + JdbcUrl.masked(url);
    }
}
