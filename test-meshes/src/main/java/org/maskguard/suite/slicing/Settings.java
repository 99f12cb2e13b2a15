package org.maskguard.suite.slicing;

import java.util.Locale;
import java.util.SplittableRandom;

/// What a slicer is asked for, in words that all of them understand.
///
/// @param layer height of every layer, the first too, mm
/// @param nozzle diameter, mm
/// @param walls lines along each outline
/// @param infill per cent
/// @param solid solid layers at top and bottom
/// @param supports what is built wherever it is needed
/// @param relative whether E is relative (M83)
/// @param arcs whether runs of lines are joined into arcs afterwards
/// @param vase one line that climbs all the time
record Settings(
        double layer,
        double nozzle,
        int walls,
        int infill,
        int solid,
        Supports supports,
        boolean relative,
        boolean arcs,
        boolean vase) {

    private static final double[] LAYERS = {0.1, 0.15, 0.2, 0.25, 0.3};

    /// How often each layer is drawn: fine ones are seldom, since they are slow, and cut a face at more heights
    /// than
    /// the guard's grid can tell apart.
    private static final double[] LAYER_SHARES = {0.02, 0.03, 0.1, 0.1, 0.75};

    /// Vase mode is drawn this often; a shell of two walls is no vase, so it is seldom.
    private static final double VASE = 0.05;

    /// @param fast coarse layers and little inside: for large solid things
    /// @param supportShare how often supports are asked for, 0 to 1; layers under 0.25 mm have none
    /// @param supports those that are asked for
    static Settings draw(SplittableRandom random, boolean fast, double supportShare, Supports supports) {
        double layer = fast ? 0.3 : LAYERS[pick(random, LAYER_SHARES)];
        double nozzle = layer >= 0.25 && random.nextDouble() < 0.7 ? 0.6 : 0.4;
        int walls = 1 + pick(random, new double[] {0.65, 0.3, 0.05});
        int infill = new int[] {0, 5, 10, 15}[pick(random, new double[] {0.55, 0.3, fast ? 0 : 0.1, fast ? 0 : 0.05})];
        int solid = new int[] {0, 2, 3}[pick(random, new double[] {0.5, 0.4, fast ? 0 : 0.1})];
        boolean supported = random.nextDouble() < supportShare && layer >= 0.25;
        boolean relative = random.nextDouble() < 0.4;
        boolean arcs = random.nextDouble() < 0.2;
        boolean vase = random.nextDouble() < VASE;
        Settings plain = new Settings(
                layer, nozzle, walls, infill, solid, supported ? supports : Supports.NO, relative, arcs, false);
        return vase ? plain.asVase() : plain;
    }

    private Settings asVase() {
        return new Settings(layer, nozzle, 1, 0, 0, Supports.NO, relative, false, true);
    }

    /// Width of a line: a little more than the nozzle, as slicers have it, mm.
    double width() {
        return 1.125 * nozzle;
    }

    /// All of it as `name=value` pairs.
    String text() {
        return String.format(
                Locale.ROOT,
                "layer=%s nozzle=%s walls=%d infill=%d solid=%d supports=%s relative-e=%b arcs=%b vase=%b",
                layer,
                nozzle,
                walls,
                infill,
                solid,
                supports.word(),
                relative,
                arcs,
                vase);
    }

    /// The number of a share; the shares need not add up to one.
    private static int pick(SplittableRandom random, double[] shares) {
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        double left = random.nextDouble() * sum;
        int i = 0;
        while (i < shares.length - 1 && left >= shares[i]) {
            left -= shares[i++];
        }
        return i;
    }
}
