package org.maskguard.suite.parts;

import java.util.ArrayList;
import java.util.List;

/// Cells of scattered points in the plane.
final class Cells {

    private Cells() {}

    /// The corners of one point's cell in a box around the origin, each side moved inwards.
    ///
    /// @return x y pairs; fewer than three where nothing is left
    static double[] cell(double[][] points, int which, double width, double height, double inwards) {
        List<double[]> ring = new ArrayList<>(List.of(
                new double[] {-width / 2, -height / 2},
                new double[] {width / 2, -height / 2},
                new double[] {width / 2, height / 2},
                new double[] {-width / 2, height / 2}));
        double[] p = points[which];
        for (int i = 0; i < points.length && ring.size() > 2; i++) {
            if (i != which) {
                double nx = points[i][0] - p[0];
                double ny = points[i][1] - p[1];
                double length = Math.sqrt(nx * nx + ny * ny);
                double limit = (nx * (p[0] + points[i][0]) + ny * (p[1] + points[i][1])) / 2 / length - inwards;
                ring = clipped(ring, nx / length, ny / length, limit);
            }
        }
        if (ring.size() < 3) {
            return new double[0];
        }
        double[] loop = new double[2 * ring.size()];
        for (int i = 0; i < ring.size(); i++) {
            loop[2 * i] = ring.get(i)[0];
            loop[2 * i + 1] = ring.get(i)[1];
        }
        return loop;
    }

    private static List<double[]> clipped(List<double[]> ring, double nx, double ny, double limit) {
        List<double[]> left = new ArrayList<>();
        for (int i = 0; i < ring.size(); i++) {
            double[] a = ring.get(i);
            double[] b = ring.get((i + 1) % ring.size());
            double da = nx * a[0] + ny * a[1] - limit;
            double db = nx * b[0] + ny * b[1] - limit;
            if (da <= 0) {
                left.add(a);
            }
            if (da < 0 != db < 0 && da != db) {
                double t = da / (da - db);
                left.add(new double[] {a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])});
            }
        }
        return left;
    }
}
