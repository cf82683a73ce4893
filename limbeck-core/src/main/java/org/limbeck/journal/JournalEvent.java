package org.limbeck.journal;

import org.jspecify.annotations.Nullable;

/** Something that happened besides an undisturbed revision. */
public record JournalEvent(
        String at,
        String event,
        @Nullable String revision,
        String by,
        String host,
        @Nullable String reason) {}
