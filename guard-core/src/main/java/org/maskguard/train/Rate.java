package org.maskguard.train;

import java.util.Locale;
import smile.math.special.Beta;

/// A rate with its counts and the exact 95 % interval of Clopper and Pearson (Biometrika 26, 1934).
///
/// @param events how many
/// @param trials of how many
public record Rate(int events, int trials) {

    private static final double TAIL = 0.025;

    public Rate {
        if (events < 0 || events > trials) {
            throw new IllegalArgumentException(events + " events of " + trials);
        }
    }

    /// Share of the trials, 0 to 1; NaN without trials.
    public double share() {
        return events / (double) trials;
    }

    /// Lower end of the interval; 0 without trials.
    public double low() {
        return events == 0 ? 0 : Beta.inverseRegularizedIncompleteBetaFunction(events, trials - events + 1.0, TAIL);
    }

    /// Upper end of the interval; 1 without trials.
    public double high() {
        return events == trials
                ? 1
                : Beta.inverseRegularizedIncompleteBetaFunction(events + 1.0, trials - events, 1 - TAIL);
    }

    @Override
    public String toString() {
        if (trials == 0) {
            return "0 of 0";
        }
        return String.format(
                Locale.ROOT,
                "%d of %d = %.2f %% [%.2f, %.2f]",
                events,
                trials,
                100 * share(),
                100 * low(),
                100 * high());
    }
}
