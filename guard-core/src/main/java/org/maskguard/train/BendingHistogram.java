package org.maskguard.train;

import org.maskguard.curvature.Curvatures;
import org.maskguard.curvature.HeightCurvature;
import org.maskguard.io.Mesh;
import org.maskguard.surface.HeightMap;
import org.maskguard.surface.Samples;
import org.maskguard.surface.Vec;
import org.maskguard.surface.View;

/// How a whole surface bends, wherever: the distribution of shape index and curvedness over its views from 14 sides.
/// It knows curvature but no landmark and no fit. For the ablation only.
final class BendingHistogram {

    /// Upper limits of the bins of curvedness, 1/mm; the last is open.
    private static final double[] CURVEDNESS = {0.01, 0.03, 0.08};

    private static final int INDEX_BINS = 9;

    /// Numbers that are returned.
    static final int SIZE = INDEX_BINS * (CURVEDNESS.length + 1);

    private static final double CELL = 3;

    /// Over which curvature is taken: the scale of facial features, mm.
    private static final double RADIUS = 9;

    private static final int MOST_CELLS = 300;
    private static final int SAMPLES = 300_000;
    private static final double SPACING = 1.5;

    private BendingHistogram() {}

    /// @return shares of the pixels that have a curvature, 0 to 1, in [#SIZE] bins
    static double[] of(Mesh mesh) {
        double[] bins = new double[SIZE];
        Samples samples = Samples.of(mesh, SPACING, SAMPLES);
        double cell = Math.max(CELL, samples.spacing() * 1.8);
        HeightCurvature curvature = new HeightCurvature(cell, Math.max(RADIUS, 2 * cell));
        double all = 0;
        for (int x = -1; x <= 1; x++) {
            for (int y = -1; y <= 1; y++) {
                for (int z = -1; z <= 1; z++) {
                    int sides = Math.abs(x) + Math.abs(y) + Math.abs(z);
                    if (sides == 1 || sides == 3) {
                        Vec front = new Vec(x, y, z).times(1 / Math.sqrt(sides));
                        HeightMap map = HeightMap.of(samples, View.along(front), cell, false, MOST_CELLS);
                        all += count(curvature.measure(map.z(), map.width(), map.height()), bins);
                    }
                }
            }
        }
        for (int i = 0; i < SIZE; i++) {
            bins[i] /= Math.max(1, all);
        }
        return bins;
    }

    private static int count(Curvatures curvatures, double[] bins) {
        int counted = 0;
        for (int i = 0; i < curvatures.curvedness().length; i++) {
            float bend = curvatures.curvedness()[i];
            if (Float.isNaN(bend)) {
                continue;
            }
            int strength = 0;
            while (strength < CURVEDNESS.length && bend >= CURVEDNESS[strength]) {
                strength++;
            }
            int kind = (int) ((curvatures.shapeIndex()[i] + 1) / 2 * INDEX_BINS);
            bins[strength * INDEX_BINS + Math.clamp(kind, 0, INDEX_BINS - 1)]++;
            counted++;
        }
        return counted;
    }
}
