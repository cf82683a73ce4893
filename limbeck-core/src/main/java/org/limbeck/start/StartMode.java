package org.limbeck.start;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.limbeck.config.AtStart;
import org.limbeck.config.AtStart.Policy;
import org.limbeck.error.ErrorCode;
import org.limbeck.error.Problem;

/**
 * What the environment says about the start.
 *
 * @param migrationEnabled false where nothing may be upgraded at start
 * @param oneShot whether the process only upgrades and ends
 */
public record StartMode(boolean migrationEnabled, boolean oneShot) {
    /** The variable that forbids upgrades at start; they are allowed if it is not set. */
    public static final String MIGRATION_ENABLED = "MIGRATION_ENABLED";

    /** The variable that is {@code migration} in jobs and containers that only upgrade. */
    public static final String MODE = "MODE";

    /** A usual start. */
    public static final StartMode USUAL = new StartMode(true, false);

    private static final List<String> YES = List.of("true", "yes", "on", "1");
    private static final List<String> NO = List.of("false", "no", "off", "0");

    /**
     * Reads the variables.
     *
     * @throws org.limbeck.error.LimbeckException INVALID_SETTINGS if {@code MIGRATION_ENABLED} is neither yes nor no
     */
    public static StartMode of(Map<String, String> environment) {
        String enabled = environment.getOrDefault(MIGRATION_ENABLED, "").strip().toLowerCase(Locale.ROOT);
        if (!enabled.isEmpty() && !YES.contains(enabled) && !NO.contains(enabled)) {
            throw Problem.of(ErrorCode.INVALID_SETTINGS, MIGRATION_ENABLED + " is \"" + enabled + "\"")
                    .todo("Set it to true or false.")
                    .exception();
        }
        String mode = environment.getOrDefault(MODE, "").strip();
        return new StartMode(!NO.contains(enabled), mode.equalsIgnoreCase("migration"));
    }

    /** What the settings of a database mean in this mode. */
    public AtStart applied(AtStart settings) {
        if (oneShot && migrationEnabled) {
            return settings.with(Policy.MIGRATE);
        }
        boolean forbidden = !migrationEnabled && settings.policy() == Policy.MIGRATE;
        return forbidden ? settings.with(Policy.WARN) : settings;
    }
}
