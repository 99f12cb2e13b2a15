package org.maskguard.suite.parts;

import org.maskguard.io.Mesh;
import org.maskguard.suite.geometry.MeshBuilder;

/// Surfaces over rings that lie level, one after another.
final class Rings {

    private Rings() {}

    /// Distance from the axis by number of the ring and angle.
    interface Radius {
        double at(int ring, double angle);
    }

    /// Closed by a point in the first and in the last ring.
    ///
    /// @param path x y z of the rings' middles
    static Mesh stacked(double[] path, int points, Radius radius) {
        MeshBuilder out = sides(path, points, radius);
        int rings = path.length / 3;
        int first = out.vertex(path[0], path[1], path[2]);
        int last = out.vertex(path[3 * rings - 3], path[3 * rings - 2], path[3 * rings - 1]);
        for (int i = 0; i < points; i++) {
            int j = (i + 1) % points;
            out.triangle(first, j, i);
            out.triangle(last, (rings - 1) * points + i, (rings - 1) * points + j);
        }
        return out.build();
    }

    /// The last ring is joined to the first.
    static Mesh closed(double[] path, int points, Radius radius) {
        MeshBuilder out = sides(path, points, radius);
        join(out, points, path.length / 3 - 1, 0);
        return out.build();
    }

    private static MeshBuilder sides(double[] path, int points, Radius radius) {
        MeshBuilder out = new MeshBuilder();
        int rings = path.length / 3;
        for (int r = 0; r < rings; r++) {
            for (int i = 0; i < points; i++) {
                double angle = 2 * Math.PI * i / points;
                double far = radius.at(r, angle);
                out.vertex(
                        path[3 * r] + far * StrictMath.cos(angle),
                        path[3 * r + 1] + far * StrictMath.sin(angle),
                        path[3 * r + 2]);
            }
        }
        for (int r = 0; r + 1 < rings; r++) {
            join(out, points, r, r + 1);
        }
        return out;
    }

    private static void join(MeshBuilder out, int points, int below, int above) {
        for (int i = 0; i < points; i++) {
            int j = (i + 1) % points;
            out.quad(below * points + i, below * points + j, above * points + j, above * points + i);
        }
    }
}
