package org.maskguard.suite;

import java.util.Arrays;
import org.maskguard.landmark.FaceShape;
import org.maskguard.suite.geometry.Solid;

/// The average face as a height over its frontal plane: x to the face's left, y up, 0 at the tip of the nose, mm.
///
/// The shape's lattice of 4 mm is drawn into cells of 1 mm, made the same left and right, and rounded a little where
/// its triangles meet. Outside of the lattice the nearest height goes on.
final class FaceSurface {

    private static final int LEFT = -84;
    private static final int LOW = -96;
    private static final int WIDTH = 169;
    private static final int HEIGHT = 209;

    /// Deviation of the Gaussian that rounds the lattice's edges, mm.
    private static final double ROUNDING = 1.3;

    private final double[] heights;

    FaceSurface(FaceShape shape) {
        double[] drawn = symmetric(draw(shape));
        fillOutside(drawn);
        double[] kernel = kernel();
        heights = blurred(blurred(drawn, kernel, 1), kernel, WIDTH);
    }

    /// Height at a place, mm.
    double height(double x, double y) {
        double u = Math.clamp(x - LEFT, 0, WIDTH - 1.001);
        double v = Math.clamp(y - LOW, 0, HEIGHT - 1.001);
        int at = (int) v * WIDTH + (int) u;
        double s = u - (int) u;
        double t = v - (int) v;
        double below = (1 - s) * heights[at] + s * heights[at + 1];
        double above = (1 - s) * heights[at + WIDTH] + s * heights[at + WIDTH + 1];
        return (1 - t) * below + t * above;
    }

    /// All that lies behind the face; the distance is right to first order.
    Solid behind() {
        return (x, y, z) -> {
            double dx = (height(x + 1, y) - height(x - 1, y)) / 2;
            double dy = (height(x, y + 1) - height(x, y - 1)) / 2;
            return (z - height(x, y)) / Math.sqrt(1 + dx * dx + dy * dy);
        };
    }

    private static double[] draw(FaceShape shape) {
        double[] drawn = new double[WIDTH * HEIGHT];
        Arrays.fill(drawn, Double.NaN);
        int[] corners = shape.triangles();
        for (int i = 0; i < corners.length; i += 3) {
            draw(shape.mean(), 3 * corners[i], 3 * corners[i + 1], 3 * corners[i + 2], drawn);
        }
        return drawn;
    }

    private static void draw(float[] p, int a, int b, int c, double[] drawn) {
        double area = cross(p, a, b, p[c], p[c + 1]);
        int lastRow = (int) Math.floor(Math.max(p[a + 1], Math.max(p[b + 1], p[c + 1])));
        int lastColumn = (int) Math.floor(Math.max(p[a], Math.max(p[b], p[c])));
        for (int y = (int) Math.ceil(Math.min(p[a + 1], Math.min(p[b + 1], p[c + 1]))); y <= lastRow; y++) {
            for (int x = (int) Math.ceil(Math.min(p[a], Math.min(p[b], p[c]))); x <= lastColumn; x++) {
                double u = cross(p, b, c, x, y) / area;
                double v = cross(p, c, a, x, y) / area;
                if (u >= 0 && v >= 0 && u + v <= 1) {
                    int at = (y - LOW) * WIDTH + x - LEFT;
                    double z = u * p[a + 2] + v * p[b + 2] + (1 - u - v) * p[c + 2];
                    drawn[at] = drawn[at] > z ? drawn[at] : z;
                }
            }
        }
    }

    private static double cross(float[] p, int a, int b, double x, double y) {
        return ((double) p[b] - p[a]) * (y - p[a + 1]) - ((double) p[b + 1] - p[a + 1]) * (x - p[a]);
    }

    private static double[] symmetric(double[] drawn) {
        double[] even = new double[drawn.length];
        for (int at = 0; at < drawn.length; at++) {
            int mirror = at - at % WIDTH + WIDTH - 1 - at % WIDTH;
            even[at] = (drawn[at] + drawn[mirror]) / 2;
        }
        return even;
    }

    private static void fillOutside(double[] drawn) {
        for (int round = 0; round < WIDTH + HEIGHT; round++) {
            double[] before = drawn.clone();
            for (int at = 0; at < drawn.length; at++) {
                if (Double.isNaN(before[at])) {
                    drawn[at] = meanAround(before, at);
                }
            }
        }
    }

    private static double meanAround(double[] heights, int at) {
        double sum = 0;
        int count = 0;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                int x = at % WIDTH + dx;
                int y = at / WIDTH + dy;
                boolean inside = x >= 0 && y >= 0 && x < WIDTH && y < HEIGHT;
                if (inside && !Double.isNaN(heights[y * WIDTH + x])) {
                    sum += heights[y * WIDTH + x];
                    count++;
                }
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    private static double[] kernel() {
        double[] kernel = new double[9];
        double sum = 0;
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = StrictMath.exp(-0.5 * (i - 4) * (i - 4) / (ROUNDING * ROUNDING));
            sum += kernel[i];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
        return kernel;
    }

    /// @param step from a cell to the next in the direction of blurring
    private static double[] blurred(double[] heights, double[] kernel, int step) {
        double[] blurred = new double[heights.length];
        int count = step == 1 ? WIDTH : HEIGHT;
        for (int at = 0; at < heights.length; at++) {
            int position = step == 1 ? at % WIDTH : at / WIDTH;
            for (int i = 0; i < kernel.length; i++) {
                int other = Math.clamp(position + i - 4L, 0, count - 1);
                blurred[at] += kernel[i] * heights[at + (other - position) * step];
            }
        }
        return blurred;
    }
}
