package org.limbeck.command;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.limbeck.run.TransactionMode;

/**
 * How a run is wanted.
 *
 * @param allowDataLoss whether rows may be lost
 * @param mode how much is in one transaction
 * @param parameters values of declared parameters
 * @param tag kept in the rows, or null
 * @param resolutions answers, by {@code revision#position}, to what nobody can know: true for done, false for again
 * @param reason why, for the journal; needed where something is overruled
 */
public record RunOptions(
        boolean allowDataLoss,
        TransactionMode mode,
        Map<String, String> parameters,
        @Nullable String tag,
        Map<String, Boolean> resolutions,
        @Nullable String reason) {

    public static final RunOptions USUAL =
            new RunOptions(false, TransactionMode.REVISION, Map.of(), null, Map.of(), null);

    public RunOptions {
        parameters = Map.copyOf(parameters);
        resolutions = Map.copyOf(resolutions);
    }

    public RunOptions allowingDataLoss(boolean allowed) {
        return new RunOptions(allowed, mode, parameters, tag, resolutions, reason);
    }

    public RunOptions in(TransactionMode other) {
        return new RunOptions(allowDataLoss, other, parameters, tag, resolutions, reason);
    }

    public RunOptions with(Map<String, String> values) {
        return new RunOptions(allowDataLoss, mode, values, tag, resolutions, reason);
    }

    public RunOptions tagged(@Nullable String text) {
        return new RunOptions(allowDataLoss, mode, parameters, text, resolutions, reason);
    }

    public RunOptions resolving(Map<String, Boolean> answers, @Nullable String why) {
        return new RunOptions(allowDataLoss, mode, parameters, tag, answers, why);
    }
}
