package org.maskguard.train.example;

import org.maskguard.io.Mesh;

/// Gives a surface a thickness.
final class Thickening {
    private static final int NORMAL_ROUNDS = 8;
    private static final int BASE_ROUNDS = 4;

    private Thickening() {}

    /// The surface, a second one behind it at least `wall` mm away along smoothed normals, and a closed rim
    /// between.
    ///
    /// The back follows a smoothed surface, as the offset of common mesh editors does, so that it fills narrow
    /// folds.
    static Mesh inwards(Mesh front, double wall) {
        float[] p = front.xyz();
        float[] n = Meshes.smooth(front, Meshes.normals(front), 0.6, NORMAL_ROUNDS);
        Meshes.normalise(n);
        float[] base = Meshes.smooth(front, p, 0.5, BASE_ROUNDS);
        MeshBuilder out = new MeshBuilder();
        out.add(front);
        int count = front.vertices();
        for (int v = 0; v < count; v++) {
            double behind = 0;
            for (int k = 0; k < 3; k++) {
                behind += (base[3 * v + k] - p[3 * v + k]) * n[3 * v + k];
            }
            double depth = wall - Math.clamp(behind, -wall, 0);
            out.vertex(
                    p[3 * v] - depth * n[3 * v],
                    p[3 * v + 1] - depth * n[3 * v + 1],
                    p[3 * v + 2] - depth * n[3 * v + 2]);
        }
        stitch(front, count, out);
        return out.build();
    }

    /// Adds the back's triangles, turned over, and the strip between the rims. Back vertices are `count`
    /// further on.
    static void stitch(Mesh front, int count, MeshBuilder out) {
        Topology topology = new Topology(front);
        int[] c = front.corners();
        for (int i = 0; i < c.length; i += 3) {
            out.triangle(count + c[i + 1], count + c[i], count + c[i + 2]);
        }
        for (int i = 0; i < c.length; i++) {
            if (topology.rim(i)) {
                int a = c[i];
                int b = c[Topology.next(i)];
                out.quad(b, a, count + a, count + b);
            }
        }
    }
}
