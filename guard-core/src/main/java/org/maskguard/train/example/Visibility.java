package org.maskguard.train.example;

import java.util.Arrays;
import org.maskguard.io.Mesh;
import org.maskguard.surface.Vec;

/// What of a head can be seen from before it, so that mouth bags and eye sockets can be taken off.
final class Visibility {
    private static final double CELL = 1.5;

    /// Deeper under the nearest surface than this, mm, is out of sight.
    private static final double SLACK = 2.2;

    /// Directions to look from: yaw and pitch, degrees.
    private static final double[][] VIEWS = {
        {0, 0}, {50, 0}, {-50, 0}, {100, 0}, {-100, 0}, {0, 45}, {0, -45}, {180, 0}, {0, 89}, {40, -35}, {-40, -35}
    };

    private Visibility() {}

    /// The surface without the triangles that no view from the front, side, back or above sees.
    static Mesh outerSkin(Mesh mesh) {
        boolean[] seen = new boolean[mesh.vertices()];
        for (double[] view : VIEWS) {
            look(mesh, axes(StrictMath.toRadians(view[0]), StrictMath.toRadians(view[1])), seen);
        }
        int[] c = mesh.corners();
        return Meshes.keep(mesh, t -> seen[c[3 * t]] && seen[c[3 * t + 1]] && seen[c[3 * t + 2]]);
    }

    private static Meshes.Turn axes(double yaw, double pitch) {
        double cy = StrictMath.cos(yaw);
        double sy = StrictMath.sin(yaw);
        double cp = StrictMath.cos(pitch);
        double sp = StrictMath.sin(pitch);
        return new Meshes.Turn(new Vec(cy, 0, -sy), new Vec(-sp * sy, cp, -sp * cy), new Vec(cp * sy, sp, cp * cy));
    }

    private static void look(Mesh mesh, Meshes.Turn turn, boolean[] seen) {
        Mesh turned = Meshes.move(mesh, new Vec(0, 0, 0), turn, 1, new Vec(0, 0, 0));
        double[] b = Meshes.bounds(turned);
        int width = (int) ((b[3] - b[0]) / CELL) + 2;
        int height = (int) ((b[4] - b[1]) / CELL) + 2;
        float[] nearest = new float[width * height];
        Arrays.fill(nearest, Float.NEGATIVE_INFINITY);
        new Raster(nearest, width, height, b[0], b[1], CELL).draw(turned);
        float[] p = turned.xyz();
        for (int v = 0; v < seen.length; v++) {
            int x = (int) Math.round((p[3 * v] - b[0]) / CELL);
            int y = (int) Math.round((p[3 * v + 1] - b[1]) / CELL);
            seen[v] |= p[3 * v + 2] > nearest[y * width + x] - SLACK;
        }
    }
}
