package org.maskguard.landmark;

import org.maskguard.surface.HeightMap;

/// The middle line of the mean face.
public final class Midline {

    /// From so far over the sellion to so far over the menton, and how far apart its points are, mm.
    private static final double ABOVE = 12;

    private static final double SHORT_OF_MENTON = 8;
    private static final double APART = 2;

    private Midline() {}

    /// Its points from over the eyes down to the chin: height and depth of each, mm.
    public static float[] of(FaceShape shape) {
        HeightMap heights = LatticeRaster.heights(shape.mean(), shape.triangles(), 120, APART);
        double high = shape.mean()[3 * shape.index(Landmark.SELLION) + 1] + ABOVE;
        double low = shape.mean()[3 * shape.index(Landmark.MENTON) + 1] + SHORT_OF_MENTON;
        int points = (int) ((high - low) / APART);
        float[] line = new float[2 * points];
        for (int i = 0; i < points; i++) {
            double y = high - i * APART;
            line[2 * i] = (float) y;
            line[2 * i + 1] = heights.at(0, y);
        }
        return line;
    }
}
