package org.limbeck.config;

import java.time.Duration;
import java.util.Collections;
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
 * @param classPath folders, jars and sources with the classes of the model; empty for what Maven says
 * @param afterWrite a command that is run on each new script, with {@code {file}} for its path; empty for none
 * @param model where the desired schema comes from; null for nowhere
 * @param excluded tables that are owned elsewhere
 * @param excludedKinds kinds of things that are not compared, such as {@code trigger}
 * @param excludedForeignKeys foreign keys that are not compared, by patterns of their names or those of their tables
 * @param atStart what an application does about it when it starts
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
        List<String> classPath,
        List<String> afterWrite,
        @Nullable String model,
        List<Exclusion> excluded,
        List<String> excludedKinds,
        List<String> excludedForeignKeys,
        AtStart atStart) {

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
        releases = Collections.unmodifiableMap(new LinkedHashMap<>(releases));
        excluded = List.copyOf(excluded);
        excludedKinds = List.copyOf(excludedKinds);
        excludedForeignKeys = List.copyOf(excludedForeignKeys);
        classPath = List.copyOf(classPath);
        afterWrite = List.copyOf(afterWrite);
    }

    /** Settings with the defaults for all that is not given. */
    public static DatabaseSettings of(String name, String url, String... scripts) {
        return new Builder(name, url).scripts(List.of(scripts)).build();
    }

    /** Begins with these settings. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    public DatabaseSettings withLogin(@Nullable String newUser, @Nullable Secret newPassword) {
        return toBuilder().login(newUser, newPassword).build();
    }

    public DatabaseSettings withKind(@Nullable String declared) {
        return toBuilder().kind(declared).build();
    }

    public DatabaseSettings withScripts(List<String> locations) {
        return toBuilder().scripts(locations).build();
    }

    public DatabaseSettings withJournal(String prefix) {
        return toBuilder().journal(prefix).build();
    }

    public DatabaseSettings withLockTimeout(Duration wait) {
        return toBuilder().lockTimeout(wait).build();
    }

    public DatabaseSettings withOneTransaction(boolean one) {
        return toBuilder().oneTransaction(one).build();
    }

    public DatabaseSettings withReleases(Map<String, String> names) {
        return toBuilder().releases(names).build();
    }

    public DatabaseSettings withChecksums(ChecksumPolicy policy) {
        return toBuilder().checksums(policy).build();
    }

    public DatabaseSettings withAtStart(AtStart start) {
        return toBuilder().atStart(start).build();
    }

    /** Without the address' secrets. */
    @Override
    public String toString() {
        return name + " " + JdbcUrl.masked(url);
    }

    /** Gathers settings; what is not given has its default. Not thread-safe; each call returns this. */
    public static final class Builder {
        private String name;
        private String purpose = "";
        private @Nullable String kind;
        private String url;
        private @Nullable String user;
        private @Nullable Secret password;
        private List<String> scripts = List.of();
        private String journal = JOURNAL;
        private Duration lockTimeout = LOCK_TIMEOUT;
        private int connectRetries;
        private boolean oneTransaction;
        private ChecksumPolicy checksums = ChecksumPolicy.FAIL;
        private Map<String, String> releases = Map.of();
        private @Nullable String messagePattern;
        private String fileName = FILE_NAME;
        private List<String> classPath = List.of();
        private List<String> afterWrite = List.of();
        private @Nullable String model;
        private List<Exclusion> excluded = List.of();
        private List<String> excludedKinds = List.of();
        private List<String> excludedForeignKeys = List.of();
        private AtStart atStart = AtStart.USUAL;

        public Builder(String name, String url) {
            this.name = name;
            this.url = url;
        }

        private Builder(DatabaseSettings other) {
            name = other.name;
            purpose = other.purpose;
            kind = other.kind;
            url = other.url;
            user = other.user;
            password = other.password;
            scripts = other.scripts;
            journal = other.journal;
            lockTimeout = other.lockTimeout;
            connectRetries = other.connectRetries;
            oneTransaction = other.oneTransaction;
            checksums = other.checksums;
            releases = other.releases;
            messagePattern = other.messagePattern;
            fileName = other.fileName;
            classPath = other.classPath;
            afterWrite = other.afterWrite;
            model = other.model;
            excluded = other.excluded;
            excludedKinds = other.excludedKinds;
            excludedForeignKeys = other.excludedForeignKeys;
            atStart = other.atStart;
        }

        public Builder name(String value) {
            name = value;
            return this;
        }

        public Builder purpose(String value) {
            purpose = value;
            return this;
        }

        public Builder kind(@Nullable String value) {
            kind = value;
            return this;
        }

        public Builder url(String value) {
            url = value;
            return this;
        }

        public Builder scripts(List<String> value) {
            scripts = value;
            return this;
        }

        public Builder journal(String value) {
            journal = value;
            return this;
        }

        public Builder lockTimeout(Duration value) {
            lockTimeout = value;
            return this;
        }

        public Builder connectRetries(int value) {
            connectRetries = value;
            return this;
        }

        public Builder oneTransaction(boolean value) {
            oneTransaction = value;
            return this;
        }

        public Builder checksums(ChecksumPolicy value) {
            checksums = value;
            return this;
        }

        public Builder releases(Map<String, String> value) {
            releases = value;
            return this;
        }

        public Builder messagePattern(@Nullable String value) {
            messagePattern = value;
            return this;
        }

        public Builder fileName(String value) {
            fileName = value;
            return this;
        }

        public Builder classPath(List<String> value) {
            classPath = value;
            return this;
        }

        public Builder afterWrite(List<String> value) {
            afterWrite = value;
            return this;
        }

        public Builder model(@Nullable String value) {
            model = value;
            return this;
        }

        public Builder excluded(List<Exclusion> value) {
            excluded = value;
            return this;
        }

        public Builder excludedKinds(List<String> value) {
            excludedKinds = value;
            return this;
        }

        public Builder excludedForeignKeys(List<String> value) {
            excludedForeignKeys = value;
            return this;
        }

        public Builder atStart(AtStart value) {
            atStart = value;
            return this;
        }

        public Builder login(@Nullable String newUser, @Nullable Secret newPassword) {
            user = newUser;
            password = newPassword;
            return this;
        }

        public DatabaseSettings build() {
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
                    releases,
                    messagePattern,
                    fileName,
                    classPath,
                    afterWrite,
                    model,
                    excluded,
                    excludedKinds,
                    excludedForeignKeys,
                    atStart);
        }
    }
}
