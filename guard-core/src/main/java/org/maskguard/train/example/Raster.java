package org.maskguard.train.example;

import org.maskguard.io.Mesh;

/// A depth map: the greatest z over each point of a square grid in x and y. Empty cells hold negative infinity.
///
/// @param z row by row, y rising; cell (i, j) stands for the point (left + i × cell, low + j × cell)
/// @param left x of the first column, mm
/// @param low y of the first row, mm
/// @param cell distance of the points, mm
record Raster(float[] z, int width, int height, double left, double low, double cell) {

    void draw(Mesh mesh) {
        int[] c = mesh.corners();
        for (int t = 0; t < c.length; t += 3) {
            triangle(mesh.xyz(), 3 * c[t], 3 * c[t + 1], 3 * c[t + 2]);
        }
    }

    private void triangle(float[] p, int a, int b, int c) {
        double ax = (p[a] - left) / cell;
        double ay = (p[a + 1] - low) / cell;
        double ux = (p[b] - left) / cell - ax;
        double uy = (p[b + 1] - low) / cell - ay;
        double vx = (p[c] - left) / cell - ax;
        double vy = (p[c + 1] - low) / cell - ay;
        double area = ux * vy - uy * vx;
        if (Math.abs(area) < 1e-12) {
            return;
        }
        int firstColumn = Math.max(0, (int) Math.ceil(ax + Math.min(0, Math.min(ux, vx))));
        int lastColumn = Math.min(width - 1, (int) Math.floor(ax + Math.max(0, Math.max(ux, vx))));
        int firstRow = Math.max(0, (int) Math.ceil(ay + Math.min(0, Math.min(uy, vy))));
        int lastRow = Math.min(height - 1, (int) Math.floor(ay + Math.max(0, Math.max(uy, vy))));
        for (int row = firstRow; row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
                double dx = column - ax;
                double dy = row - ay;
                double s = (dx * vy - dy * vx) / area;
                double t = (ux * dy - uy * dx) / area;
                if (s >= -1e-9 && t >= -1e-9 && s + t <= 1 + 1e-9) {
                    float depth = (float) (p[a + 2] + s * (p[b + 2] - p[a + 2]) + t * (p[c + 2] - p[a + 2]));
                    int at = row * width + column;
                    z[at] = Math.max(z[at], depth);
                }
            }
        }
    }
}
