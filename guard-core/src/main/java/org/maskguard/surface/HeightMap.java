package org.maskguard.surface;

import java.util.Arrays;

/// Heights of a surface above a plane, on a square grid: what is seen from one direction.
///
/// Cell (i, j) covers x from `x0 + i·cell` and y from `y0 + j·cell`; its height stands for its middle. NaN where there
/// is no surface. Coordinates are those of a [View]. The array is not a copy.
public final class HeightMap {

    /// Points within this distance behind the foremost of a cell belong to the same surface, mm: under most walls.
    private static final float LAYER = 1.5f;

    private final double x0;
    private final double y0;
    private final double cell;
    private final int width;
    private final int height;
    private final float[] z;

    /// @param x0 left edge, mm
    /// @param y0 lower edge, mm
    /// @param cell size of a cell, mm
    public HeightMap(double x0, double y0, double cell, int width, int height, float[] z) {
        this.x0 = x0;
        this.y0 = y0;
        this.cell = cell;
        this.width = width;
        this.height = height;
        this.z = z;
    }

    /// The foremost surface seen from the front of a view, or from its back.
    ///
    /// @param view to look along
    /// @param back whether to keep the lowest heights: the surface as seen from behind, in the same coordinates.
    /// What
    ///     looks like a face in such a map is the hollow of one
    /// @param most cells a side at most; a larger surface gives larger cells
    public static HeightMap of(Samples samples, View view, double cell, boolean back, int most) {
        int n = samples.count();
        float[] p = samples.xyz();
        float[] x = new float[n];
        float[] y = new float[n];
        float[] h = new float[n];
        project(p, n, view, x, y, h);
        float lowX = lowest(x, n);
        float lowY = lowest(y, n);
        float highX = highest(x, n);
        float highY = highest(y, n);
        double size = Math.max(cell, Math.max(highX - lowX, highY - lowY) / (most - 4));
        int w = (int) ((highX - lowX) / size) + 3;
        int ht = (int) ((highY - lowY) / size) + 3;
        float[] z = new float[w * ht];
        HeightMap map = new HeightMap(lowX - size, lowY - size, size, w, ht, z);
        map.foremost(x, y, h, n, back);
        return map;
    }

    private static float lowest(float[] of, int n) {
        float low = Float.MAX_VALUE;
        for (int i = 0; i < n; i++) {
            low = Math.min(low, of[i]);
        }
        return low;
    }

    private static float highest(float[] of, int n) {
        float high = -Float.MAX_VALUE;
        for (int i = 0; i < n; i++) {
            high = Math.max(high, of[i]);
        }
        return high;
    }

    private static void project(float[] p, int n, View view, float[] x, float[] y, float[] h) {
        float lx = (float) view.left().x();
        float ly = (float) view.left().y();
        float lz = (float) view.left().z();
        float ux = (float) view.up().x();
        float uy = (float) view.up().y();
        float uz = (float) view.up().z();
        float fx = (float) view.front().x();
        float fy = (float) view.front().y();
        float fz = (float) view.front().z();
        for (int i = 0, j = 0; i < n; i++, j += 3) {
            float a = p[j];
            float b = p[j + 1];
            float c = p[j + 2];
            x[i] = a * lx + b * ly + c * lz;
            y[i] = a * ux + b * uy + c * uz;
            h[i] = a * fx + b * fy + c * fz;
        }
    }

    private void foremost(float[] x, float[] y, float[] h, int n, boolean back) {
        float sign = back ? -1 : 1;
        Arrays.fill(z, -Float.MAX_VALUE);
        float perCell = (float) (1 / cell);
        float ox = (float) x0;
        float oy = (float) y0;
        for (int i = 0; i < n; i++) {
            int at = (int) ((y[i] - oy) * perCell) * width + (int) ((x[i] - ox) * perCell);
            z[at] = Math.max(z[at], sign * h[i]);
        }
        for (int at = 0; at < z.length; at++) {
            z[at] = z[at] == -Float.MAX_VALUE ? Float.NaN : sign * z[at];
        }
    }

    /// The surface of one depth range in a window, at a finer cell: the mean of what lies at the front of each
    /// cell,
    /// moved to the middle of the cell along the local slope.
    ///
    /// @param origin of the window's middle, mm, in the samples' frame; coordinates of the map are relative to it
    /// @param half width of the window, mm
    /// @param expected heights, in a window of the same place and size, that a surface must come near to, or null;
    ///     where they are NaN, every surface is looked at
    /// @param before mm in front of the expected heights that are still looked at
    /// @param behind mm behind the expected heights that are still looked at
    public static HeightMap window(
            Samples samples,
            View view,
            Vec origin,
            double half,
            double cell,
            boolean back,
            HeightMap expected,
            double before,
            double behind) {
        int side = (int) Math.round(2 * half / cell);
        HeightMap map = new HeightMap(-half, -half, cell, side, side, new float[side * side]);
        map.settle(samples, view, origin, back, expected, before, behind);
        return map;
    }

    private void settle(
            Samples samples, View view, Vec origin, boolean back, HeightMap expected, double before, double behind) {
        int n = samples.count();
        float sign = back ? -1 : 1;
        float[] top = new float[z.length];
        Arrays.fill(top, -Float.MAX_VALUE);
        int[] at = new int[n];
        float[] x = new float[n];
        float[] y = new float[n];
        float[] h = new float[n];
        project(samples.xyz(), n, view, x, y, h);
        Vec o = view.of(origin);
        float ox = (float) (o.x() + x0);
        float oy = (float) (o.y() + y0);
        float oh = (float) o.z();
        float side = (float) (width * cell);
        float perCell = (float) (1 / cell);
        float perExpected = expected == null ? 0 : (float) (1 / expected.cell);
        int found = 0;
        for (int i = 0; i < n; i++) {
            float dx = x[i] - ox;
            float dy = y[i] - oy;
            if (!(dx >= 0 && dy >= 0 && dx < side && dy < side)) {
                continue;
            }
            float above = h[i] - oh;
            if (expected != null) {
                int column = Math.min(expected.width - 1, (int) (dx * perExpected));
                int row = Math.min(expected.height - 1, (int) (dy * perExpected));
                float ahead = sign * (above - expected.z[row * expected.width + column]);
                if (ahead > before || ahead < -behind) {
                    continue;
                }
            }
            int c = Math.min(height - 1, (int) (dy * perCell)) * width + Math.min(width - 1, (int) (dx * perCell));
            x[found] = (float) (dx + x0);
            y[found] = (float) (dy + y0);
            h[found] = above;
            at[found++] = c;
            top[c] = Math.max(top[c], sign * above);
        }
        average(x, y, h, at, found, top, sign);
    }

    private void average(float[] x, float[] y, float[] h, int[] at, int n, float[] top, float sign) {
        float[] sx = new float[z.length];
        float[] sy = new float[z.length];
        float[] sh = new float[z.length];
        int[] hits = new int[z.length];
        for (int i = 0; i < n; i++) {
            int c = at[i];
            if (sign * h[i] >= top[c] - LAYER) {
                sx[c] += x[i];
                sy[c] += y[i];
                sh[c] += h[i];
                hits[c]++;
            }
        }
        for (int c = 0; c < z.length; c++) {
            if (hits[c] == 0) {
                z[c] = Float.NaN;
                continue;
            }
            sx[c] /= hits[c];
            sy[c] /= hits[c];
            z[c] = sh[c] / hits[c];
        }
        centre(sx, sy, hits);
    }

    /// Moves the mean height of each cell from the mean place, sx and sy, to the cell's middle.
    private void centre(float[] sx, float[] sy, int[] hits) {
        float[] settled = z.clone();
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int c = row * width + column;
                if (hits[c] > 0) {
                    double dx = x0 + (column + 0.5) * cell - sx[c];
                    double dy = y0 + (row + 0.5) * cell - sy[c];
                    settled[c] += (float) (slope(c, 1, column, width, sx) * dx + slope(c, width, row, height, sy) * dy);
                }
            }
        }
        System.arraycopy(settled, 0, z, 0, z.length);
    }

    /// Slope between the neighbours of a cell, at most 3; 0 where one is missing.
    private double slope(int c, int step, int at, int size, float[] s) {
        if (at == 0 || at == size - 1 || Float.isNaN(z[c - step]) || Float.isNaN(z[c + step])) {
            return 0;
        }
        double run = Math.max(cell, s[c + step] - s[c - step]);
        return Math.clamp((z[c + step] - z[c - step]) / run, -3, 3);
    }

    /// Fills cells without surface that have surface on all four sides within a distance, with the mean of those
    /// four:
    /// eyes and mouths that were cut out, lattices. Done from the original cells only.
    ///
    /// @param reach mm
    public HeightMap filled(double reach) {
        int far = Math.max(1, (int) Math.round(reach / cell));
        float[] out = z.clone();
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int c = row * width + column;
                if (Float.isNaN(z[c])) {
                    out[c] = between(column, row, far);
                }
            }
        }
        return new HeightMap(x0, y0, cell, width, height, out);
    }

    private float between(int column, int row, int far) {
        float sum = 0;
        float weight = 0;
        for (int side = 0; side < 4; side++) {
            int dx = side == 0 ? 1 : side == 1 ? -1 : 0;
            int dy = side == 2 ? 1 : side == 3 ? -1 : 0;
            int step = 1;
            while (step <= far && Float.isNaN(cellAt(column + dx * step, row + dy * step))) {
                step++;
            }
            if (step > far) {
                return Float.NaN;
            }
            sum += cellAt(column + dx * step, row + dy * step) / step;
            weight += 1f / step;
        }
        return sum / weight;
    }

    private float cellAt(int column, int row) {
        return column < 0 || row < 0 || column >= width || row >= height ? Float.NaN : z[row * width + column];
    }

    /// The map with cells twice as large, each with the foremost of its four heights.
    public HeightMap halved(boolean back) {
        int w = (width + 1) / 2;
        int h = (height + 1) / 2;
        float[] out = new float[w * h];
        Arrays.fill(out, Float.NaN);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                float v = z[row * width + column];
                int c = row / 2 * w + column / 2;
                if (!Float.isNaN(v) && (Float.isNaN(out[c]) || (back ? v < out[c] : v > out[c]))) {
                    out[c] = v;
                }
            }
        }
        return new HeightMap(x0, y0, 2 * cell, w, h, out);
    }

    /// The same map in other units: places and heights multiplied.
    public HeightMap scaled(double factor) {
        float[] out = new float[z.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (float) (z[i] * factor);
        }
        return new HeightMap(x0 * factor, y0 * factor, cell * factor, width, height, out);
    }

    public double x0() {
        return x0;
    }

    public double y0() {
        return y0;
    }

    /// Size of a cell, mm.
    public double cell() {
        return cell;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /// Heights row by row, mm; NaN where there is no surface. Not a copy: must not be changed.
    public float[] z() {
        return z;
    }

    /// Height at a place between the middles of four cells; that of the cell it lies in where one of the four is
    /// missing; NaN where that is missing too.
    public float at(double x, double y) {
        double fx = (x - x0) / cell - 0.5;
        double fy = (y - y0) / cell - 0.5;
        int i = (int) Math.floor(fx);
        int j = (int) Math.floor(fy);
        if (i < 0 || j < 0 || i >= width - 1 || j >= height - 1) {
            return Float.NaN;
        }
        int c = j * width + i;
        float a = (float) (fx - i);
        float b = (float) (fy - j);
        float low = z[c] + a * (z[c + 1] - z[c]);
        float high = z[c + width] + a * (z[c + width + 1] - z[c + width]);
        float v = low + b * (high - low);
        return Float.isNaN(v) ? z[c + (b > 0.5f ? width : 0) + (a > 0.5f ? 1 : 0)] : v;
    }

    /// Number of the cell a place lies in; −1 outside the map.
    public int cellOf(double x, double y) {
        int i = (int) Math.floor((x - x0) / cell);
        int j = (int) Math.floor((y - y0) / cell);
        return i < 0 || j < 0 || i >= width || j >= height ? -1 : j * width + i;
    }

    /// Slopes of the surface along x at each cell, rise over run, between its two neighbours or to the one that is
    /// there; 0 where there is none.
    public float[] slopesX() {
        return slopes(1);
    }

    /// The same along y.
    public float[] slopesY() {
        return slopes(width);
    }

    private float[] slopes(int step) {
        float[] out = new float[z.length];
        float per = (float) (1 / cell);
        for (int at = 0; at < z.length; at++) {
            int position = step == 1 ? at % width : at / width;
            int last = step == 1 ? width - 1 : height - 1;
            float before = position > 0 ? z[at - step] : Float.NaN;
            float after = position < last ? z[at + step] : Float.NaN;
            float here = z[at];
            if (!Float.isNaN(before)) {
                out[at] = Float.isNaN(after) ? (here - before) * per : (after - before) * per / 2;
            } else {
                out[at] = Float.isNaN(after) ? 0 : (after - here) * per;
            }
        }
        return out;
    }
}
