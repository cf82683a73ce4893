package org.limbeck.config;

/** What happens when an applied script means something else now. */
public enum ChecksumPolicy {
    /** Nothing is run. */
    FAIL,
    /** A warning is given. */
    WARN
}
