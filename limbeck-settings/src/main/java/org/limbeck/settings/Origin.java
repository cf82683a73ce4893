package org.limbeck.settings;

/**
 * An effective setting and where it comes from.
 *
 * @param value as it may be shown: secrets are masked
 * @param place such as {@code limbeck.toml:7}, {@code limbeck.toml:7, DB_HOST from .env} or {@code default}
 */
public record Origin(String value, String place) {
    /** The place of what is given nowhere. */
    public static final String DEFAULT = "default";
}
