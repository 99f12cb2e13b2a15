package org.maskguard.landmark;

import java.util.Arrays;
import org.maskguard.surface.HeightMap;

/// Draws a lattice of points into a height map, seen from its front.
final class LatticeRaster {

    private LatticeRaster() {}

    /// Heights of the lattice in a square window round the origin; NaN outside the face.
    ///
    /// @param xyz points, mm
    /// @param half width of the window, mm
    static HeightMap heights(float[] xyz, int[] triangles, double half, double cell) {
        int side = (int) Math.round(2 * half / cell);
        float[] z = new float[side * side];
        Arrays.fill(z, Float.NaN);
        for (int t = 0; t < triangles.length; t += 3) {
            triangle(xyz, 3 * triangles[t], 3 * triangles[t + 1], 3 * triangles[t + 2], half, cell, side, z);
        }
        return new HeightMap(-half, -half, cell, side, side, z);
    }

    private static void triangle(float[] v, int a, int b, int c, double half, double cell, int side, float[] z) {
        double ax = (v[a] + half) / cell - 0.5;
        double ay = (v[a + 1] + half) / cell - 0.5;
        double bx = (v[b] + half) / cell - 0.5;
        double by = (v[b + 1] + half) / cell - 0.5;
        double cx = (v[c] + half) / cell - 0.5;
        double cy = (v[c + 1] + half) / cell - 0.5;
        double det = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
        if (Math.abs(det) < 1e-9) {
            return;
        }
        int left = (int) Math.max(0, Math.ceil(Math.min(ax, Math.min(bx, cx)) - 1e-6));
        int right = (int) Math.min(side - 1, Math.floor(Math.max(ax, Math.max(bx, cx)) + 1e-6));
        int low = (int) Math.max(0, Math.ceil(Math.min(ay, Math.min(by, cy)) - 1e-6));
        int high = (int) Math.min(side - 1, Math.floor(Math.max(ay, Math.max(by, cy)) + 1e-6));
        for (int j = low; j <= high; j++) {
            for (int i = left; i <= right; i++) {
                double u = ((i - ax) * (cy - ay) - (j - ay) * (cx - ax)) / det;
                double w = ((j - ay) * (bx - ax) - (i - ax) * (by - ay)) / det;
                if (u < -1e-6 || w < -1e-6 || u + w > 1 + 1e-6) {
                    continue;
                }
                float h = (float) (v[a + 2] + u * (v[b + 2] - v[a + 2]) + w * (v[c + 2] - v[a + 2]));
                int at = j * side + i;
                if (Float.isNaN(z[at]) || h > z[at]) {
                    z[at] = h;
                }
            }
        }
    }
}
