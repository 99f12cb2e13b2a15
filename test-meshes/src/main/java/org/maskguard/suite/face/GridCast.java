package org.maskguard.suite.face;

/// Where the directions of the grid meet a head: for each, a triangle and the weights of its corners.
final class GridCast {

    private final int[] corners;
    private final double[] weights;

    /// @param shape x y z of vertices
    /// @param centre of the directions
    /// @param warp from directions of the grid to directions of this head
    GridCast(float[] shape, int[] triangles, double[] centre, Warp warp) {
        int nodes = Directions.ROWS * (2 * Directions.COLUMNS - 1);
        corners = new int[3 * nodes];
        weights = new double[3 * nodes];
        for (int row = 0; row < Directions.ROWS; row++) {
            for (int column = 1 - Directions.COLUMNS; column < Directions.COLUMNS; column++) {
                cast(shape, triangles, centre, warp, row, column);
            }
        }
    }

    /// How the directions of one head differ from those of another.
    interface Warp {

        /// @param azimuth degrees, to the left
        /// @param elevation degrees
        /// @return both, for this head
        double[] at(double azimuth, double elevation);
    }

    /// What a field over the vertices is on the left half of the grid, made the same on both sides.
    float[] symmetric(float[] field) {
        float[] half = new float[3 * Directions.ROWS * Directions.COLUMNS];
        for (int row = 0; row < Directions.ROWS; row++) {
            for (int column = 0; column < Directions.COLUMNS; column++) {
                int to = 3 * (row * Directions.COLUMNS + column);
                for (int axis = 0; axis < 3; axis++) {
                    double left = value(field, row, column, axis);
                    double right = value(field, row, -column, axis);
                    half[to + axis] = (float) ((left + (axis == 0 ? -right : right)) / 2);
                }
            }
        }
        return half;
    }

    private double value(float[] field, int row, int column, int axis) {
        int at = 3 * node(row, column);
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            sum += weights[at + k] * field[3 * corners[at + k] + axis];
        }
        return sum;
    }

    private static int node(int row, int column) {
        return row * (2 * Directions.COLUMNS - 1) + column + Directions.COLUMNS - 1;
    }

    private void cast(float[] p, int[] t, double[] centre, Warp warp, int row, int column) {
        double azimuth = Math.copySign(Directions.azimuth(Math.abs(column)), column);
        double[] turned = warp.at(azimuth, Directions.elevation(row));
        double a = StrictMath.toRadians(turned[0]);
        double e = StrictMath.toRadians(turned[1]);
        double[] d = {StrictMath.sin(a) * StrictMath.cos(e), StrictMath.sin(e), StrictMath.cos(a) * StrictMath.cos(e)};
        int at = 3 * node(row, column);
        double farthest = -1;
        double[] hit = new double[3];
        for (int i = 0; i < t.length; i += 3) {
            double far = meet(p, t, i, centre, d, hit);
            if (far > farthest) {
                farthest = far;
                for (int k = 0; k < 3; k++) {
                    corners[at + k] = t[i + k];
                    weights[at + k] = hit[k];
                }
            }
        }
        if (farthest < 0) {
            nearestVertex(p, centre, d, at);
        }
    }

    /// Down through the open neck there is nothing: the vertex whose direction is the nearest stands in.
    private void nearestVertex(float[] p, double[] centre, double[] d, int at) {
        double best = -2;
        for (int v = 0; v < p.length / 3; v++) {
            double x = p[3 * v] - centre[0];
            double y = p[3 * v + 1] - centre[1];
            double z = p[3 * v + 2] - centre[2];
            double cosine = (x * d[0] + y * d[1] + z * d[2]) / Math.sqrt(x * x + y * y + z * z);
            if (cosine > best) {
                best = cosine;
                corners[at] = v;
                corners[at + 1] = v;
                corners[at + 2] = v;
            }
        }
        weights[at] = 1;
        weights[at + 1] = 0;
        weights[at + 2] = 0;
    }

    /// Distance at which a ray meets a triangle, or −1 (Möller and Trumbore); sets the corners' weights.
    private static double meet(float[] p, int[] t, int i, double[] o, double[] d, double[] hit) {
        int a = 3 * t[i];
        int b = 3 * t[i + 1];
        int c = 3 * t[i + 2];
        double ux = p[b] - p[a];
        double uy = p[b + 1] - p[a + 1];
        double uz = p[b + 2] - p[a + 2];
        double vx = p[c] - p[a];
        double vy = p[c + 1] - p[a + 1];
        double vz = p[c + 2] - p[a + 2];
        double hx = d[1] * vz - d[2] * vy;
        double hy = d[2] * vx - d[0] * vz;
        double hz = d[0] * vy - d[1] * vx;
        double det = ux * hx + uy * hy + uz * hz;
        if (Math.abs(det) < 1e-12) {
            return -1;
        }
        double sx = o[0] - p[a];
        double sy = o[1] - p[a + 1];
        double sz = o[2] - p[a + 2];
        double u = (sx * hx + sy * hy + sz * hz) / det;
        double qx = sy * uz - sz * uy;
        double qy = sz * ux - sx * uz;
        double qz = sx * uy - sy * ux;
        double v = (d[0] * qx + d[1] * qy + d[2] * qz) / det;
        double far = (vx * qx + vy * qy + vz * qz) / det;
        if (u < -1e-9 || v < -1e-9 || u + v > 1 + 1e-9 || far <= 0) {
            return -1;
        }
        hit[0] = 1 - u - v;
        hit[1] = u;
        hit[2] = v;
        return far;
    }
}
