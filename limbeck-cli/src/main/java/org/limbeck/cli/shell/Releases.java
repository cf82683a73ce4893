package org.limbeck.cli.shell;

import java.util.Map;

import org.limbeck.config.DatabaseSettings;

/** Names of releases for revisions. */
public final class Releases {
    private Releases() {}

    /** The names of the releases that a revision is; empty for none. The settings may shorten ids. */
    public static String of(DatabaseSettings database, String id) {
        StringBuilder names = new StringBuilder();
        for (Map.Entry<String, String> release : database.releases().entrySet()) {
            if (!release.getValue().isEmpty() && id.startsWith(release.getValue())) {
                names.append(names.length() == 0 ? "" : ", ").append(release.getKey());
            }
        }
        return names.toString();
    }
}
