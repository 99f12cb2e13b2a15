package org.maskguard.io;

/// What counts as a coordinate: finite and within ±1e6 mm.
final class Range {

    static final float LIMIT = 1e6f;

    private Range() {}

    static boolean holds(double value) {
        return Math.abs(value) <= LIMIT;
    }

    /// The first index from `from` to `to` whose value is none, or -1.
    ///
    /// The loop has no early end, so that it compiles to vector instructions: a maximum that meets NaN stays NaN.
    static int firstBad(float[] values, int from, int to) {
        float largest = 0;
        for (int i = from; i < to; i++) {
            largest = Math.max(largest, Math.abs(values[i]));
        }
        if (holds(largest)) {
            return -1;
        }
        int bad = from;
        while (holds(values[bad])) {
            bad++;
        }
        return bad;
    }

    static Unreadable bad(String where, String what, double value) {
        return new Unreadable(
                "bad-number",
                where,
                "At " + where + ", " + what + " is " + value + ", which is no coordinate within ±1,000,000 mm.");
    }
}
