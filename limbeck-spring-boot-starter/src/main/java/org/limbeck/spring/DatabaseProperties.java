package org.limbeck.spring;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.config.AtStart;
import org.limbeck.config.ChecksumPolicy;

/**
 * Properties of one database, or of all. What is null is not given: then {@code limbeck.toml} counts, or the default.
 */
public class DatabaseProperties {
    private @Nullable String dataSource;
    private @Nullable String url;
    private @Nullable String user;
    private @Nullable String password;
    private @Nullable String kind;
    private @Nullable String purpose;
    private List<String> scripts = List.of();
    private @Nullable String journal;
    private @Nullable Duration lockTimeout;
    private @Nullable ChecksumPolicy checksums;
    private AtStart.@Nullable Policy atStart;
    private AtStart.@Nullable Ahead whenAhead;
    private @Nullable Duration startWait;
    private Map<String, String> releases = new LinkedHashMap<>();
    private Map<String, String> parameters = new LinkedHashMap<>();

    /** The name of the bean that gives connections. */
    public @Nullable String getDataSource() {
        return dataSource;
    }

    public void setDataSource(@Nullable String value) {
        dataSource = value;
    }

    /** A JDBC address of its own, for migrations with another user than the application's. */
    public @Nullable String getUrl() {
        return url;
    }

    public void setUrl(@Nullable String value) {
        url = value;
    }

    public @Nullable String getUser() {
        return user;
    }

    public void setUser(@Nullable String value) {
        user = value;
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String value) {
        password = value;
    }

    /** The declared kind; another kind behind the address is refused. */
    public @Nullable String getKind() {
        return kind;
    }

    public void setKind(@Nullable String value) {
        kind = value;
    }

    public @Nullable String getPurpose() {
        return purpose;
    }

    public void setPurpose(@Nullable String value) {
        purpose = value;
    }

    /** Folders, or {@code classpath:} and a folder. */
    public List<String> getScripts() {
        return scripts;
    }

    public void setScripts(List<String> value) {
        scripts = value;
    }

    /** The prefix of the journal tables. */
    public @Nullable String getJournal() {
        return journal;
    }

    public void setJournal(@Nullable String value) {
        journal = value;
    }

    /** How long to wait for another migrator. */
    public @Nullable Duration getLockTimeout() {
        return lockTimeout;
    }

    public void setLockTimeout(@Nullable Duration value) {
        lockTimeout = value;
    }

    public @Nullable ChecksumPolicy getChecksums() {
        return checksums;
    }

    public void setChecksums(@Nullable ChecksumPolicy value) {
        checksums = value;
    }

    public AtStart.@Nullable Policy getAtStart() {
        return atStart;
    }

    public void setAtStart(AtStart.@Nullable Policy value) {
        atStart = value;
    }

    public AtStart.@Nullable Ahead getWhenAhead() {
        return whenAhead;
    }

    public void setWhenAhead(AtStart.@Nullable Ahead value) {
        whenAhead = value;
    }

    /** How long to try again to reach the database. */
    public @Nullable Duration getStartWait() {
        return startWait;
    }

    public void setStartWait(@Nullable Duration value) {
        startWait = value;
    }

    /** Names of releases and their revisions. */
    public Map<String, String> getReleases() {
        return releases;
    }

    public void setReleases(Map<String, String> value) {
        releases = value;
    }

    /** Values of parameters that scripts declare. */
    public Map<String, String> getParameters() {
        return parameters;
    }

    public void setParameters(Map<String, String> value) {
        parameters = value;
    }
}
