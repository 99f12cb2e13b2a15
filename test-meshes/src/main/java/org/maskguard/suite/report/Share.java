package org.maskguard.suite.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.maskguard.suite.run.Result;

/// How often something happened, with the exact 95 % interval of Clopper and Pearson (Biometrika 26, 1934).
///
/// It shares no code with any guard: the interval is found by halving on the binomial distribution itself.
///
/// @param events how many
/// @param trials of how many
public record Share(int events, int trials) {

    private static final double TAIL = 0.025;

    /// Over files.
    public static Share ofFiles(List<Result> results, Predicate<Result> event) {
        return new Share((int) results.stream().filter(event).count(), results.size());
    }

    /// Over independent units: one counts when any of its files does.
    public static Share ofUnits(List<Result> results, Predicate<Result> event) {
        Map<String, Boolean> units = new LinkedHashMap<>();
        results.forEach(r -> units.merge(r.entry().unit(), event.test(r), Boolean::logicalOr));
        return new Share((int) units.values().stream().filter(b -> b).count(), units.size());
    }

    /// 0 to 1; NaN without trials.
    public double value() {
        return events / (double) trials;
    }

    /// Lower end of the interval.
    public double low() {
        return events == 0 ? 0 : solved(p -> 1 - atMost(events - 1, p), TAIL);
    }

    /// Upper end of the interval.
    public double high() {
        return events == trials ? 1 : solved(p -> 1 - atMost(events, p), 1 - TAIL);
    }

    @Override
    public String toString() {
        return trials == 0
                ? "none"
                : String.format(
                        Locale.ROOT,
                        "%d of %d, %.2f %% [%.2f, %.2f]",
                        events,
                        trials,
                        100 * value(),
                        100 * low(),
                        100 * high());
    }

    private interface Rising {
        double at(double p);
    }

    private static double solved(Rising f, double target) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (f.at(middle) < target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /// Probability of at most k events at a rate p.
    private double atMost(int k, double p) {
        if (p <= 0) {
            return 1;
        }
        if (p >= 1) {
            return k >= trials ? 1 : 0;
        }
        double log = trials * StrictMath.log1p(-p);
        double odds = StrictMath.log(p) - StrictMath.log1p(-p);
        double sum = StrictMath.exp(log);
        for (int i = 1; i <= k; i++) {
            log += StrictMath.log((trials - i + 1.0) / i) + odds;
            sum += StrictMath.exp(log);
        }
        return Math.min(1, sum);
    }
}
