package org.maskguard.deposit;

import java.util.BitSet;

/// The heights at which a job deposits, and so how thick a bead is: it reaches down to the next height below.
///
/// Known at 0.02 mm, for heights of a printer; no layer number or order is asked for, so that layers may come in any
/// order and objects after one another.
final class Layers {

    private static final double TICK = 0.02;

    /// Heights that are kept apart: from 100 mm under the bed to 4 m over it.
    private static final double LOWEST = -100;

    private static final int TICKS = (int) (4100 / TICK);

    /// Nearer heights than this are one: no layer is thinner. Ticks.
    private static final int THINNEST = 2;

    private final BitSet heights = new BitSet();
    private double lastZ = Double.NaN;
    private double lastSpacing;

    /// Notes a height, and says how far the next one below it lies, mm; NaN where there is none.
    double spacing(double z) {
        if (z == lastZ) {
            return lastSpacing;
        }
        lastZ = z;
        int tick = (int) Math.clamp((long) ((z - LOWEST) / TICK), THINNEST, TICKS);
        heights.set(tick);
        int below = heights.previousSetBit(tick - THINNEST);
        // The first layer lies on the bed, at 0.
        double floor = below >= 0 ? below * TICK + LOWEST : 0;
        lastSpacing = z > floor ? z - floor : Double.NaN;
        return lastSpacing;
    }
}
