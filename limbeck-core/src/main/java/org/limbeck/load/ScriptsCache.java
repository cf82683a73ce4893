package org.limbeck.load;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * Scripts that are read anew only when a file of theirs has changed: for processes that ask again and again. A first call
 * looks at nothing but the scripts. Thread-safe.
 */
public final class ScriptsCache {
    private boolean asked;
    private @Nullable Kept kept;

    private record Kept(ScriptLocations locations, ScriptStamps stamps, Scripts scripts) {}

    /**
     * The scripts as they are now.
     *
     * @throws org.limbeck.error.LimbeckException as {@link Scripts#read}
     */
    public synchronized Scripts read(ScriptLocations locations) {
        if (!asked) {
            asked = true;
            return Scripts.read(locations);
        }
        ScriptStamps now = stamps(locations);
        Kept before = kept;
        if (now != null
                && before != null
                && before.locations().equals(locations)
                && before.stamps().same(now)) {
            return before.scripts();
        }
        // Looked at before they are read: what is changed meanwhile is seen the next time.
        Scripts scripts = Scripts.read(locations);
        kept = now != null && now.settled() ? new Kept(locations, now, scripts) : null;
        return scripts;
    }

    private static @Nullable ScriptStamps stamps(ScriptLocations locations) {
        try {
            return ScriptStamps.of(locations);
        } catch (IOException e) {
            return null;
        }
    }
}
