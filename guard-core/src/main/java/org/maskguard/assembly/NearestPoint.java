package org.maskguard.assembly;

import java.util.Arrays;

/// Which point of a line in a plane is nearest to a place, from a table of cells.
final class NearestPoint {

    /// Farther than this nothing is near, mm.
    private static final double REACH = 4;

    private static final double CELL = 0.75;
    private static final int MOST_CELLS = 500;

    private final double left;
    private final double low;
    private final double cell;
    private final int width;
    private final int height;
    private final int[] nearest;

    /// @param line points u v, mm
    NearestPoint(float[] line) {
        double[] box = {1e9, 1e9, -1e9, -1e9};
        for (int i = 0; i < line.length; i++) {
            box[i % 2] = Math.min(box[i % 2], line[i]);
            box[2 + i % 2] = Math.max(box[2 + i % 2], line[i]);
        }
        left = box[0] - REACH;
        low = box[1] - REACH;
        double wide = Math.max(box[2] - box[0], box[3] - box[1]) + 2 * REACH;
        cell = Math.max(CELL, wide / MOST_CELLS);
        width = (int) ((box[2] - left + REACH) / cell) + 1;
        height = (int) ((box[3] - low + REACH) / cell) + 1;
        nearest = nearest(line);
    }

    /// The number of the point nearest to the middle of the cell of a place, or -1 where none is within 4 mm of it.
    int to(double u, double v) {
        int column = (int) Math.floor((u - left) / cell);
        int row = (int) Math.floor((v - low) / cell);
        return column < 0 || row < 0 || column >= width || row >= height ? -1 : nearest[row * width + column];
    }

    private int[] nearest(float[] line) {
        int[] cells = new int[width * height];
        float[] distance = new float[cells.length];
        Arrays.fill(cells, -1);
        Arrays.fill(distance, (float) (REACH * REACH));
        int reach = (int) Math.ceil(REACH / cell);
        for (int i = 0; i < line.length / 2; i++) {
            int column = (int) ((line[2 * i] - left) / cell);
            int row = (int) ((line[2 * i + 1] - low) / cell);
            for (int r = Math.max(0, row - reach); r <= Math.min(height - 1, row + reach); r++) {
                for (int q = Math.max(0, column - reach); q <= Math.min(width - 1, column + reach); q++) {
                    double du = left + (q + 0.5) * cell - line[2 * i];
                    double dv = low + (r + 0.5) * cell - line[2 * i + 1];
                    float d = (float) (du * du + dv * dv);
                    if (d < distance[r * width + q]) {
                        distance[r * width + q] = d;
                        cells[r * width + q] = i;
                    }
                }
            }
        }
        return cells;
    }
}
