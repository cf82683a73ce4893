package org.limbeck.cli.shell;

import org.limbeck.config.DatabaseSettings;
import org.limbeck.connect.Connector;
import org.limbeck.dialects.Dialects;
import org.limbeck.error.LimbeckException;

/** The kinds of databases as their settings tell, without a connection. */
public final class Kinds {
    private Kinds() {}

    /** The name that settings and scripts use, such as {@code sqlite}; {@code unknown} if the settings do not tell. */
    public static String name(DatabaseSettings database) {
        try {
            return new Connector(Dialects.providers(), database, null).offline().name();
        } catch (LimbeckException e) {
            return database.kind() == null ? "unknown" : database.kind();
        }
    }

    /** The name for people, such as {@code SQLite}; a dash if the settings do not tell. */
    public static String title(DatabaseSettings database) {
        try {
            return new Connector(Dialects.providers(), database, null).offline().title();
        } catch (LimbeckException e) {
            return database.kind() == null ? "-" : database.kind();
        }
    }
}
