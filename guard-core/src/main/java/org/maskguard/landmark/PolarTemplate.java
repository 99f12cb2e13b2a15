package org.maskguard.landmark;

import org.maskguard.surface.HeightMap;

/// The mean face round the tip of its nose, in polar coordinates: what the coarse search looks for.
///
/// Immutable, safe to share.
final class PolarTemplate {

    /// Rings, mm from the tip at the mean's size: from inside the nose to where the narrowest faces end.
    static final double[] RADII = {9, 17, 26, 35, 45, 55, 65, 75};

    static final int ANGLES = 32;

    /// Heights less the plane that fits them best, each ring twice in a row so that it can be turned by an offset.
    private final float[] relief = new float[RADII.length * 2 * ANGLES];

    /// 1 where the face is, 0 outside, laid out alike.
    private final float[] inside = new float[RADII.length * 2 * ANGLES];

    private final double slopeX;
    private final double slopeY;
    private final int size;

    PolarTemplate(FaceShape shape) {
        HeightMap mean = LatticeRaster.heights(shape.mean(), shape.triangles(), 130, 3);
        float[] h = new float[RADII.length * ANGLES];
        for (int k = 0; k < RADII.length; k++) {
            for (int a = 0; a < ANGLES; a++) {
                double turn = 2 * Math.PI * a / ANGLES;
                h[k * ANGLES + a] = mean.at(RADII[k] * Math.cos(turn), RADII[k] * Math.sin(turn));
            }
        }
        PolarPlane plane = PolarPlane.fit(h, RADII, ANGLES);
        slopeX = plane.x();
        slopeY = plane.y();
        int n = 0;
        for (int k = 0; k < RADII.length; k++) {
            for (int a = 0; a < 2 * ANGLES; a++) {
                int at = k * ANGLES + a % ANGLES;
                if (!Float.isNaN(h[at])) {
                    relief[k * 2 * ANGLES + a] = (float) (h[at] - plane.at(RADII[k], a % ANGLES, ANGLES));
                    inside[k * 2 * ANGLES + a] = 1;
                    n++;
                }
            }
        }
        size = n / 2;
    }

    float[] relief() {
        return relief;
    }

    float[] inside() {
        return inside;
    }

    /// Slope of the mean's base plane towards its left.
    double slopeX() {
        return slopeX;
    }

    /// Slope of the mean's base plane upwards.
    double slopeY() {
        return slopeY;
    }

    /// Samples inside the face.
    int size() {
        return size;
    }
}
