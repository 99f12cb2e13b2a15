package org.maskguard.suite.slicing;

import org.maskguard.io.Mesh;

/// Closed boxes, for tests.
final class Boxes {

    private Boxes() {}

    /// The box between two corners, its triangles wound outwards.
    static Mesh of(double x0, double y0, double z0, double x1, double y1, double z1) {
        float[] xyz = new float[24];
        for (int i = 0; i < 8; i++) {
            xyz[3 * i] = (float) ((i & 1) == 0 ? x0 : x1);
            xyz[3 * i + 1] = (float) ((i & 2) == 0 ? y0 : y1);
            xyz[3 * i + 2] = (float) ((i & 4) == 0 ? z0 : z1);
        }
        int[] corners = {
            0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4, 2, 6, 3, 3, 6, 7, 0, 4, 2, 2, 4, 6, 1, 3, 5, 3, 7, 5
        };
        return new Mesh(xyz, corners);
    }

    /// Volume that a closed surface encloses.
    static double volume(Mesh mesh) {
        float[] p = mesh.xyz();
        double six = 0;
        for (int t = 0; t < mesh.corners().length; t += 3) {
            int a = 3 * mesh.corners()[t];
            int b = 3 * mesh.corners()[t + 1];
            int c = 3 * mesh.corners()[t + 2];
            six += p[a] * ((double) p[b + 1] * p[c + 2] - (double) p[b + 2] * p[c + 1])
                    - p[a + 1] * ((double) p[b] * p[c + 2] - (double) p[b + 2] * p[c])
                    + p[a + 2] * ((double) p[b] * p[c + 1] - (double) p[b + 1] * p[c]);
        }
        return six / 6;
    }
}
