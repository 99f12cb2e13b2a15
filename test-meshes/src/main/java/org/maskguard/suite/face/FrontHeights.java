package org.maskguard.suite.face;

import java.util.Arrays;

/// The front of a head as heights over the frontal plane, mm: x to its left, y up.
///
/// Drawn from the net's triangles into cells of 1 mm; where there is no head the height is NaN.
public final class FrontHeights {

    private static final int HALF = 100;
    private static final int SIDE = 2 * HALF + 1;
    private static final double STEP = 1.6;

    private final double[] heights = new double[SIDE * SIDE];

    /// @param net what is seen from the front
    public FrontHeights(FaceNet net) {
        Arrays.fill(heights, Double.NaN);
        int columns = (int) (200 / STEP);
        double[][] below = row(net, -55, columns);
        for (double e = -55 + STEP; e < 80; e += STEP) {
            double[][] above = row(net, e, columns);
            for (int i = 0; i < columns; i++) {
                draw(below[i], below[i + 1], above[i + 1]);
                draw(below[i], above[i + 1], above[i]);
            }
            below = above;
        }
    }

    /// Height at a place; the nearest one where there is none.
    public double at(double x, double y, double otherwise) {
        double u = x + HALF;
        double v = y + HALF;
        int i = (int) Math.floor(u);
        int j = (int) Math.floor(v);
        if (i < 0 || j < 0 || i >= SIDE - 1 || j >= SIDE - 1) {
            return otherwise;
        }
        int at = j * SIDE + i;
        double s = u - i;
        double t = v - j;
        double z = (1 - t) * ((1 - s) * heights[at] + s * heights[at + 1])
                + t * ((1 - s) * heights[at + SIDE] + s * heights[at + SIDE + 1]);
        return Double.isNaN(z) ? otherwise : z;
    }

    private static double[][] row(FaceNet net, double elevation, int columns) {
        double[][] row = new double[columns + 1][];
        for (int i = 0; i <= columns; i++) {
            row[i] = net.at(-100 + 200.0 * i / columns, elevation);
        }
        return row;
    }

    private void draw(double[] a, double[] b, double[] c) {
        double area = cross(a, b, c[0], c[1]);
        if (area <= 0) {
            return;
        }
        int top = (int) Math.min(HALF, Math.floor(Math.max(a[1], Math.max(b[1], c[1]))));
        int right = (int) Math.min(HALF, Math.floor(Math.max(a[0], Math.max(b[0], c[0]))));
        int left = (int) Math.max(-HALF, Math.ceil(Math.min(a[0], Math.min(b[0], c[0]))));
        for (int y = (int) Math.max(-HALF, Math.ceil(Math.min(a[1], Math.min(b[1], c[1])))); y <= top; y++) {
            for (int x = left; x <= right; x++) {
                double u = cross(b, c, x, y) / area;
                double v = cross(c, a, x, y) / area;
                if (u >= -1e-9 && v >= -1e-9 && u + v <= 1 + 1e-9) {
                    int at = (y + HALF) * SIDE + x + HALF;
                    double z = u * a[2] + v * b[2] + (1 - u - v) * c[2];
                    heights[at] = heights[at] > z ? heights[at] : z;
                }
            }
        }
    }

    private static double cross(double[] a, double[] b, double x, double y) {
        return (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0]);
    }
}
