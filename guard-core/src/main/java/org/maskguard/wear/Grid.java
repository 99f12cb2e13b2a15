package org.maskguard.wear;

import java.util.Arrays;
import org.maskguard.surface.Box;

/// The middles of square cells that lie within a polygon, row by row.
final class Grid {

    private double[] x = new double[1 << 10];
    private double[] y = new double[1 << 10];
    private int[] column = new int[1 << 10];
    private int size;
    private final int columns;
    private final Box prism;

    /// @param polygonX corners of a polygon, mm; it closes by itself; crossing itself is harmless (even-odd)
    /// @param step edge of a cell, mm
    Grid(double[] polygonX, double[] polygonY, double step) {
        double minX = Arrays.stream(polygonX).min().orElse(0);
        double maxX = Arrays.stream(polygonX).max().orElse(0);
        double minY = Arrays.stream(polygonY).min().orElse(0);
        double maxY = Arrays.stream(polygonY).max().orElse(0);
        prism = new Box(minX, minY, Double.NEGATIVE_INFINITY, maxX, maxY, Double.POSITIVE_INFINITY);
        columns = (int) Math.ceil((maxX - minX) / step);
        for (double cy = minY + step / 2; cy < maxY; cy += step) {
            for (int i = 0; i < columns; i++) {
                double cx = minX + (i + 0.5) * step;
                if (inside(polygonX, polygonY, cx, cy)) {
                    put(cx, cy, i);
                }
            }
        }
    }

    int size() {
        return size;
    }

    double x(int cell) {
        return x[cell];
    }

    double y(int cell) {
        return y[cell];
    }

    /// Number of the cell's column, 0 to `columns() - 1`, in the direction of x.
    int column(int cell) {
        return column[cell];
    }

    int columns() {
        return columns;
    }

    /// What a line along z through any of the cells can meet.
    Box prism() {
        return prism;
    }

    private void put(double cx, double cy, int i) {
        if (size == x.length) {
            x = Arrays.copyOf(x, 2 * size);
            y = Arrays.copyOf(y, 2 * size);
            column = Arrays.copyOf(column, 2 * size);
        }
        x[size] = cx;
        y[size] = cy;
        column[size++] = i;
    }

    static boolean inside(double[] px, double[] py, double x, double y) {
        boolean inside = false;
        for (int i = 0, j = px.length - 1; i < px.length; j = i++) {
            if (py[i] > y != py[j] > y && x < (px[j] - px[i]) * (y - py[i]) / (py[j] - py[i]) + px[i]) {
                inside = !inside;
            }
        }
        return inside;
    }
}
