package org.maskguard.train.shape;

import java.util.Arrays;

/// Points fixed to the triangles of a parametric face, so that they move with every shape of it.
///
/// @param corners three vertices a point
/// @param weights three barycentric weights a point
record Lattice(int[] corners, float[] weights) {

    int size() {
        return corners.length / 3;
    }

    /// Positions of the points on a shape, mm.
    float[] on(float[] xyz) {
        float[] at = new float[corners.length];
        for (int p = 0; p < size(); p++) {
            for (int axis = 0; axis < 3; axis++) {
                float sum = 0;
                for (int c = 0; c < 3; c++) {
                    sum += weights[3 * p + c] * xyz[3 * corners[3 * p + c] + axis];
                }
                at[3 * p + axis] = sum;
            }
        }
        return at;
    }

    /// Shoots rays from the front (towards −z) at these x, y and fixes a point where each first meets the surface.
    ///
    /// @return one point a ray; a ray that meets nothing gives a point whose first corner is −1
    static Lattice frontal(float[] xyz, int[] triangles, double[] x, double[] y) {
        int[] corners = new int[3 * x.length];
        float[] weights = new float[3 * x.length];
        double[] front = new double[x.length];
        Arrays.fill(front, Double.NEGATIVE_INFINITY);
        Arrays.fill(corners, -1);
        for (int t = 0; t < triangles.length; t += 3) {
            meet(xyz, triangles, t, x, y, front, corners, weights);
        }
        return new Lattice(corners, weights);
    }

    private static void meet(
            float[] xyz, int[] tri, int t, double[] x, double[] y, double[] front, int[] corners, float[] weights) {
        int a = 3 * tri[t];
        int b = 3 * tri[t + 1];
        int c = 3 * tri[t + 2];
        double low = Math.min(xyz[a], Math.min(xyz[b], xyz[c]));
        double high = Math.max(xyz[a], Math.max(xyz[b], xyz[c]));
        double det = (xyz[b] - xyz[a]) * (double) (xyz[c + 1] - xyz[a + 1])
                - (xyz[c] - xyz[a]) * (double) (xyz[b + 1] - xyz[a + 1]);
        if (Math.abs(det) < 1e-9) {
            return;
        }
        for (int p = 0; p < x.length; p++) {
            if (x[p] < low || x[p] > high) {
                continue;
            }
            double dx = x[p] - xyz[a];
            double dy = y[p] - xyz[a + 1];
            double u = (dx * (xyz[c + 1] - xyz[a + 1]) - dy * (xyz[c] - xyz[a])) / det;
            double v = (dy * (xyz[b] - xyz[a]) - dx * (xyz[b + 1] - xyz[a + 1])) / det;
            if (u < 0 || v < 0 || u + v > 1) {
                continue;
            }
            double z = xyz[a + 2] + u * (xyz[b + 2] - xyz[a + 2]) + v * (xyz[c + 2] - xyz[a + 2]);
            if (z > front[p]) {
                front[p] = z;
                for (int k = 0; k < 3; k++) {
                    corners[3 * p + k] = tri[t + k];
                }
                weights[3 * p] = (float) (1 - u - v);
                weights[3 * p + 1] = (float) u;
                weights[3 * p + 2] = (float) v;
            }
        }
    }
}
