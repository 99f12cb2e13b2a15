package org.maskguard.curvature;

/// Curvature of a height field, by the quadric that fits the surroundings of each pixel best.
///
/// Around each pixel the surface z = ax² + bxy + cy² + dx + ey + f is fitted by least squares to the pixels within a
/// radius, all of equal weight. Its slopes and second derivatives at the pixel give mean and Gaussian curvature,
/// H = −((1 + q²)r − 2pqs + (1 + p²)t) / (2(1 + p² + q²)^1.5) and K = (rt − s²) / (1 + p² + q²)² with p = d, q = e,
/// r = 2a, s = b, t = 2c; the principal ones are k1,2 = H ± sqrt(H² − K). Shape index and curvedness are those of
/// Koenderink and van Doorn, "Surface shape and curvature scales", Image and Vision Computing 10 (1992), with the
/// sign turned so that a bump towards the viewer is a cap, +1.
///
/// The radius is the scale of what is seen: detail that is smaller is smoothed away, and a sphere whose radius is
/// not well above it comes out more curved than it is (by 4 % where its radius is 2.5 times the window's, by 0.6 %
/// at 7 times). At edges, where a window straddles two surfaces, the values are large and mean nothing.
///
/// Pixels that are missing (NaN) are left out of the fit. There is no result for a pixel that is missing itself, or
/// whose window is less than half there, as at the corners of the grid.
///
/// Immutable; safe to share between threads.
public final class HeightCurvature {

    /// Least share of a window's pixels that a fit stands on.
    private static final double LEAST_SHARE = 0.5;

    private final double unitMm;
    private final int reach;
    private final int least;
    private final int[] halfWidths;
    private final double[] offsets;
    private final double perXx;
    private final double perXy;
    private final double squaresOfX;
    private final double[] evenInverse;

    /// @param spacingMm distance between neighbouring pixels, mm
    /// @param radiusMm radius of the window, mm; at least two pixels
    /// @throws IllegalArgumentException when a length is not positive and finite, or the window is under two pixels
    ///     or over 1,000 in radius
    public HeightCurvature(double spacingMm, double radiusMm) {
        double pixels = radiusMm / spacingMm + 1e-9;
        if (!(spacingMm > 0) || !(spacingMm < Double.POSITIVE_INFINITY) || !(pixels >= 2) || pixels > 1000) {
            throw new IllegalArgumentException("no window of %s mm at %s mm a pixel".formatted(radiusMm, spacingMm));
        }
        reach = (int) pixels;
        // Lengths within a window are counted in its reach: all moments are then near 1 and the fit well conditioned.
        unitMm = reach * spacingMm;
        halfWidths = halfWidths(pixels, reach);
        offsets = offsets(reach);
        int count = 0;
        double xx = 0;
        double xxyy = 0;
        double xxxx = 0;
        for (int dy = -reach; dy <= reach; dy++) {
            int half = halfWidths[dy + reach];
            for (int dx = -half; dx <= half; dx++) {
                double x2 = square(offset(dx));
                count++;
                xx += x2;
                xxyy += x2 * square(offset(dy));
                xxxx += x2 * x2;
            }
        }
        least = (int) Math.ceil(LEAST_SHARE * count);
        perXx = 1 / xx;
        perXy = 1 / xxyy;
        squaresOfX = xx / count;
        evenInverse = evenInverse(count, xx, xxyy, xxxx);
    }

    /// Measures a field into new arrays.
    ///
    /// @param z heights in mm, row after row, NaN where there is no surface
    /// @throws IllegalArgumentException when `z` has not `width` times `height` elements
    public Curvatures measure(float[] z, int width, int height) {
        Curvatures into = Curvatures.ofSize(width, height);
        measure(z, into);
        return into;
    }

    /// Measures a field into arrays that are there already, whose size is the field's. Allocates nothing but a
    /// scratch of a few hundred bytes.
    ///
    /// @param z heights in mm, row after row, NaN where there is no surface
    /// @throws IllegalArgumentException when `z` and `into` differ in size
    public void measure(float[] z, Curvatures into) {
        int width = into.width();
        int height = into.height();
        if (z.length != Curvatures.pixels(width, height)) {
            throw new IllegalArgumentException("%d heights for %d × %d pixels".formatted(z.length, width, height));
        }
        Fit fit = new Fit();
        for (int y = 0; y < height; y++) {
            boolean rowsThere = y >= reach && y < height - reach;
            for (int x = 0; x < width; x++) {
                int at = y * width + x;
                boolean inside = rowsThere && x >= reach && x < width - reach;
                boolean fitted = !Float.isNaN(z[at])
                        && ((inside && fitWhole(z, width, at, fit)) || fitThere(z, width, height, x, y, fit));
                store(fit, fitted, at, into);
            }
        }
    }

    /// The fit to a window of which nothing is missing, or false where something is. Such a window is symmetric, so
    /// the normal equations fall apart: b, d and e are single quotients, and a and c follow from three moments.
    private boolean fitWhole(float[] z, int width, int at, Fit fit) {
        double z0 = 0;
        double zx = 0;
        double zy = 0;
        double zxx = 0;
        double zxy = 0;
        double zyy = 0;
        for (int dy = -reach; dy <= reach; dy++) {
            int centre = at + dy * width;
            int half = halfWidths[dy + reach];
            double row0 = z[centre];
            double row1 = 0;
            double row2 = 0;
            for (int dx = 1; dx <= half; dx++) {
                double right = z[centre + dx];
                double left = z[centre - dx];
                double x = offsets[dx + reach];
                double first = x * (right - left);
                double both = right + left;
                row0 += both;
                row1 += first;
                row2 += x * x * both;
            }
            // A missing height anywhere in the row has made the sum NaN.
            if (Double.isNaN(row0)) {
                return false;
            }
            double y = offsets[dy + reach];
            z0 += row0;
            zx += row1;
            zxx += row2;
            zy += y * row0;
            zxy += y * row1;
            zyy += y * y * row0;
        }
        double evenX = zxx - squaresOfX * z0;
        double evenY = zyy - squaresOfX * z0;
        fit.a = evenInverse[0] * evenX + evenInverse[1] * evenY;
        fit.b = perXy * zxy;
        fit.c = evenInverse[1] * evenX + evenInverse[0] * evenY;
        fit.d = perXx * zx;
        fit.e = perXx * zy;
        return true;
    }

    /// The fit to the pixels that are there, or false where they are too few or lie on a line.
    private boolean fitThere(float[] z, int width, int height, int px, int py, Fit fit) {
        fit.clear();
        double level = z[py * width + px];
        int firstRow = Math.max(-reach, -py);
        int lastRow = Math.min(reach, height - 1 - py);
        for (int dy = firstRow; dy <= lastRow; dy++) {
            int half = halfWidths[dy + reach];
            int first = Math.max(-half, -px);
            int last = Math.min(half, width - 1 - px);
            fit.addRow(z, (py + dy) * width + px, first, last, level, offsets, reach, offset(dy));
        }
        return fit.count() >= least && fit.solve();
    }

    private void store(Fit fit, boolean fitted, int at, Curvatures into) {
        if (!fitted) {
            into.mean()[at] = Float.NaN;
            into.gaussian()[at] = Float.NaN;
            into.shapeIndex()[at] = Float.NaN;
            into.curvedness()[at] = Float.NaN;
            return;
        }
        double perUnit = 1 / unitMm;
        double p = fit.d * perUnit;
        double q = fit.e * perUnit;
        double r = 2 * fit.a * perUnit * perUnit;
        double s = fit.b * perUnit * perUnit;
        double t = 2 * fit.c * perUnit * perUnit;
        double g = 1 + p * p + q * q;
        double mean = -((1 + q * q) * r - 2 * p * q * s + (1 + p * p) * t) / (2 * g * Math.sqrt(g));
        double gaussian = (r * t - s * s) / (g * g);
        double spread = Math.sqrt(Math.max(0, mean * mean - gaussian));
        into.mean()[at] = (float) mean;
        into.gaussian()[at] = (float) gaussian;
        // Strict: a verdict must not depend on how a processor rounds an arc tangent.
        into.shapeIndex()[at] = (float) (2 / Math.PI * StrictMath.atan2(mean, spread));
        // (k1² + k2²) / 2 = H² + (H² − K), which never goes below zero by rounding.
        into.curvedness()[at] = (float) Math.sqrt(mean * mean + spread * spread);
    }

    private double offset(int pixels) {
        return (double) pixels / reach;
    }

    private static int[] halfWidths(double radius, int reach) {
        int[] halves = new int[2 * reach + 1];
        for (int dy = -reach; dy <= reach; dy++) {
            halves[dy + reach] = (int) Math.sqrt(Math.max(0, radius * radius - (double) dy * dy));
        }
        return halves;
    }

    private static double[] offsets(int reach) {
        double[] offsets = new double[2 * reach + 1];
        for (int d = -reach; d <= reach; d++) {
            offsets[d + reach] = (double) d / reach;
        }
        return offsets;
    }

    /// Inverse of the symmetric 2 × 2 matrix that is left for a and c once f is eliminated: diagonal, off-diagonal.
    private static double[] evenInverse(int count, double xx, double xxyy, double xxxx) {
        double same = xxxx - xx * xx / count;
        double other = xxyy - xx * xx / count;
        double determinant = same * same - other * other;
        return new double[] {same / determinant, -other / determinant};
    }

    private static double square(double v) {
        return v * v;
    }
}
