package org.maskguard.wear;

import java.util.Arrays;

/// A growing list of numbers that is asked for its quantiles.
final class Quantiles {

    private double[] values = new double[256];
    private int size;
    private boolean sorted;

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
        sorted = false;
    }

    int size() {
        return size;
    }

    /// Share of the values, 0 to 1, that are no larger than a limit; 0 when there is none.
    double shareUpTo(double limit) {
        int within = 0;
        for (int i = 0; i < size; i++) {
            within += values[i] <= limit ? 1 : 0;
        }
        return size == 0 ? 0 : within / (double) size;
    }

    /// The value under which a share of the values lies; NaN when there is none.
    double at(double share) {
        if (size == 0) {
            return Double.NaN;
        }
        if (!sorted) {
            Arrays.sort(values, 0, size);
            sorted = true;
        }
        return values[(int) Math.min(size - 1, Math.floor(share * size))];
    }
}
