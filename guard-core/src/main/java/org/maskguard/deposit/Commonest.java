package org.maskguard.deposit;

import java.util.Arrays;

/// The commonest of measures in mm, told apart by ticks. Not for several threads.
final class Commonest {

    private final double perMm;
    private final double[] weights;
    private double all;
    private int most;

    /// @param limit measures from it on are left out, mm
    /// @param perMm ticks of a mm
    Commonest(double limit, double perMm) {
        this.perMm = perMm;
        weights = new double[(int) (limit * perMm)];
    }

    void add(double mm, double weight) {
        int tick = (int) (mm * perMm);
        if (tick >= 0 && tick < weights.length) {
            weights[tick] += weight;
            all += weight;
            most = weights[tick] > weights[most] ? tick : most;
        }
    }

    /// The commonest measure, to within a tick, mm; 0 where their weights come to less than `enough`.
    double usual(double enough) {
        return all < enough ? 0 : (most + 0.5) / perMm;
    }

    /// The sum of all weights.
    double weight() {
        return all;
    }

    /// The measure that a share of all do not exceed, to within a tick, mm; 0 where there are none.
    double quantile(double share) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            if (sum > share * all) {
                return (i + 0.5) / perMm;
            }
        }
        return 0;
    }

    void clear() {
        if (all > 0) {
            Arrays.fill(weights, 0);
            all = 0;
            most = 0;
        }
    }
}
