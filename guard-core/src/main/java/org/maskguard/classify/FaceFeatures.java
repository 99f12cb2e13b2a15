package org.maskguard.classify;

import java.util.Arrays;
import org.maskguard.curvature.Curvatures;
import org.maskguard.curvature.HeightCurvature;
import org.maskguard.landmark.FaceShape;
import org.maskguard.landmark.FaceShape.Region;
import org.maskguard.landmark.FittedFace;
import org.maskguard.surface.HeightMap;

/// What is measured of a fitted face for the statistical model: by region, how much of it is there, how far the
/// surface lies from the fit, whether its relief and its curvature are a face's and as strong as one's.
///
/// All lengths are in units of the mean face, so that size decides nothing here. Immutable, safe to share.
public final class FaceFeatures {

    /// Curvature is taken over this radius, face mm: the scale of lids, lips and the wings of the nose.
    private static final double CURVATURE_RADIUS = 7;

    /// Relief is what differs from the surface averaged over this deviation, face mm.
    private static final double RELIEF_SIGMA = 13;

    /// A surface farther than this from the fit is not the face's, face mm.
    private static final double NEAR = 6;

    private static final int NONE = -1;

    private static final int[] WHOLE = {0, 1, 2, 3, 4, 5, 6, 7};
    private static final int[] CORE = {0, 1, 2, 3, 4, 7};
    private static final int[] NOSE = {Region.NOSE.ordinal()};
    private static final int[] EYES = {Region.EYE_LEFT.ordinal(), Region.EYE_RIGHT.ordinal()};
    private static final int[] MOUTH = {Region.MOUTH.ordinal()};
    private static final int[] LOWER = {Region.CHIN.ordinal(), Region.CHEEK.ordinal()};
    private static final int[] UPPER = {Region.FOREHEAD.ordinal(), Region.BROW.ordinal()};

    /// Names of the features, in their order.
    public static final String[] NAMES = {
        "coverage",
        "coverage-nose",
        "coverage-eyes",
        "coverage-mouth",
        "coverage-lower",
        "coverage-upper",
        "residual",
        "residual-nose",
        "residual-eyes",
        "residual-mouth",
        "residual-lower",
        "residual-upper",
        "residual-p90",
        "relief",
        "relief-nose",
        "relief-eyes",
        "relief-mouth",
        "amplitude-nose",
        "amplitude-eyes",
        "amplitude-mouth",
        "mean-relief-nose",
        "mean-relief-eyes",
        "mean-relief-mouth",
        "mean-amplitude-nose",
        "mean-amplitude-eyes",
        "mean-amplitude-mouth",
        "curvature",
        "curvature-nose",
        "curvature-eyes",
        "curvature-mouth",
        "curvature-amplitude",
        "shape-index",
        "shape-index-eyes",
        "shape-index-nose",
        "shape-index-mouth",
        "asymmetry",
        "oddness",
        "agreement"
    };

    private final FaceShape shape;
    private final HeightCurvature curvature = new HeightCurvature(FittedFace.CELL, CURVATURE_RADIUS);

    public FaceFeatures(FaceShape shape) {
        this.shape = shape;
    }

    /// One number for each of [#NAMES].
    public double[] of(FittedFace face) {
        return new Measuring(face).features();
    }

    /// Number of the region of each cell of the fitted face, −1 outside it.
    private byte[] regions(FittedFace face) {
        HeightMap map = face.fitted();
        byte[] out = new byte[map.width() * map.height()];
        Arrays.fill(out, (byte) NONE);
        float[] p = face.placed();
        double[] nearest = new double[out.length];
        Arrays.fill(nearest, Double.MAX_VALUE);
        for (int i = 0; i < shape.points(); i++) {
            int column = (int) Math.floor((p[3 * i] - map.x0()) / map.cell());
            int row = (int) Math.floor((p[3 * i + 1] - map.y0()) / map.cell());
            for (int dj = -2; dj <= 2; dj++) {
                for (int di = -2; di <= 2; di++) {
                    int x = column + di;
                    int y = row + dj;
                    if (x < 0 || y < 0 || x >= map.width() || y >= map.height()) {
                        continue;
                    }
                    int at = y * map.width() + x;
                    double dx = map.x0() + (x + 0.5) * map.cell() - p[3 * i];
                    double dy = map.y0() + (y + 0.5) * map.cell() - p[3 * i + 1];
                    double d = dx * dx + dy * dy;
                    if (!Float.isNaN(map.z()[at]) && d < nearest[at]) {
                        nearest[at] = d;
                        out[at] = (byte) shape.region(i).ordinal();
                    }
                }
            }
        }
        return out;
    }

    /// One face being measured.
    private final class Measuring {

        private final FittedFace face;
        private final int width;
        private final byte[] region;
        private final float[] fitted;
        private final float[] seen;
        private final float[] reliefSeen;
        private final float[] reliefFitted;
        private final float[] reliefMean;
        private final Curvatures bendSeen;
        private final Curvatures bendFitted;

        Measuring(FittedFace face) {
            this.face = face;
            HeightMap f = face.fitted();
            width = f.width();
            region = regions(face);
            fitted = f.z();
            seen = face.observed().z().clone();
            for (int i = 0; i < seen.length; i++) {
                if (Math.abs(seen[i] - fitted[i]) > NEAR) {
                    seen[i] = Float.NaN;
                }
            }
            float[] masked = fitted.clone();
            float[] mean = face.ofMean(shape).z().clone();
            for (int i = 0; i < masked.length; i++) {
                if (Float.isNaN(seen[i])) {
                    masked[i] = Float.NaN;
                    mean[i] = Float.NaN;
                }
                if (Float.isNaN(fitted[i])) {
                    seen[i] = Float.NaN;
                }
            }
            reliefSeen = relief(seen);
            reliefFitted = relief(masked);
            reliefMean = relief(mean);
            bendSeen = curvature.measure(seen, width, f.height());
            bendFitted = curvature.measure(masked, width, f.height());
        }

        double[] features() {
            double[] nose = likeness(reliefFitted, NOSE);
            double[] eyes = likeness(reliefFitted, EYES);
            double[] mouth = likeness(reliefFitted, MOUTH);
            double[] meanNose = likeness(reliefMean, NOSE);
            double[] meanEyes = likeness(reliefMean, EYES);
            double[] meanMouth = likeness(reliefMean, MOUTH);
            double[] curved = bend(CORE);
            return new double[] {
                coverage(WHOLE),
                coverage(NOSE),
                coverage(EYES),
                coverage(MOUTH),
                coverage(LOWER),
                coverage(UPPER),
                residual(CORE, 0.5),
                residual(NOSE, 0.5),
                residual(EYES, 0.5),
                residual(MOUTH, 0.5),
                residual(LOWER, 0.5),
                residual(UPPER, 0.5),
                residual(CORE, 0.9),
                likeness(reliefFitted, CORE)[0],
                nose[0],
                eyes[0],
                mouth[0],
                nose[1],
                eyes[1],
                mouth[1],
                meanNose[0],
                meanEyes[0],
                meanMouth[0],
                meanNose[1],
                meanEyes[1],
                meanMouth[1],
                curved[0],
                bend(NOSE)[0],
                bend(EYES)[0],
                bend(MOUTH)[0],
                curved[1],
                shapeIndex(CORE),
                shapeIndex(EYES),
                shapeIndex(NOSE),
                shapeIndex(MOUTH),
                asymmetry(),
                oddness(),
                face.agreement()
            };
        }

        private boolean in(int at, int[] regions) {
            for (int r : regions) {
                if (region[at] == r) {
                    return true;
                }
            }
            return false;
        }

        private double coverage(int[] regions) {
            int all = 0;
            int there = 0;
            for (int i = 0; i < region.length; i++) {
                if (in(i, regions)) {
                    all++;
                    there += Float.isNaN(seen[i]) ? 0 : 1;
                }
            }
            return all == 0 ? 0 : there / (double) all;
        }

        /// Quantile of the distance along the surface's normal between surface and fit; [#NEAR] where nothing
        /// is seen.
        private double residual(int[] regions, double quantile) {
            float[] values = new float[region.length];
            int n = 0;
            for (int i = width; i < region.length - width; i++) {
                if (in(i, regions) && !Float.isNaN(seen[i])) {
                    double gx = slope(fitted[i - 1], fitted[i + 1]);
                    double gy = slope(fitted[i - width], fitted[i + width]);
                    values[n++] = (float) (Math.abs(seen[i] - fitted[i]) / Math.sqrt(1 + gx * gx + gy * gy));
                }
            }
            if (n < 5) {
                return NEAR;
            }
            Arrays.sort(values, 0, n);
            return values[(int) (quantile * (n - 1))];
        }

        private static double slope(float before, float after) {
            double s = (after - before) / (2 * FittedFace.CELL);
            return Double.isNaN(s) ? 0 : s;
        }

        /// Correlation of the surface's relief with a model's, and its strength as a share of the model's.
        private double[] likeness(float[] model, int[] regions) {
            double so = 0;
            double sm = 0;
            int n = 0;
            for (int i = 0; i < region.length; i++) {
                if (in(i, regions) && !Float.isNaN(reliefSeen[i])) {
                    so += reliefSeen[i];
                    sm += model[i];
                    n++;
                }
            }
            if (n < 12) {
                return new double[2];
            }
            double mo = so / n;
            double mm = sm / n;
            double oo = 1e-6;
            double om = 0;
            double ff = 1e-6;
            for (int i = 0; i < region.length; i++) {
                if (in(i, regions) && !Float.isNaN(reliefSeen[i])) {
                    double o = reliefSeen[i] - mo;
                    double m = model[i] - mm;
                    oo += o * o;
                    om += o * m;
                    ff += m * m;
                }
            }
            return new double[] {om / Math.sqrt(oo * ff), om / ff};
        }

        /// Correlation of the mean curvatures, weighted where the fit is curved, and their regression.
        private double[] bend(int[] regions) {
            double oo = 1e-9;
            double om = 0;
            double mm = 1e-9;
            for (int i = 0; i < region.length; i++) {
                double o = bendSeen.mean()[i];
                double m = bendFitted.mean()[i];
                if (in(i, regions) && !Double.isNaN(o + m)) {
                    o = Math.clamp(o, -0.25, 0.25);
                    m = Math.clamp(m, -0.25, 0.25);
                    oo += o * o;
                    om += o * m;
                    mm += m * m;
                }
            }
            return new double[] {om / Math.sqrt(oo * mm), om / mm};
        }

        /// Mean difference of the shape indices, weighted by the smaller curvedness, 0 (alike) to 2.
        private double shapeIndex(int[] regions) {
            double sum = 0;
            double weights = 1e-9;
            for (int i = 0; i < region.length; i++) {
                double o = bendSeen.shapeIndex()[i];
                double m = bendFitted.shapeIndex()[i];
                if (in(i, regions) && !Double.isNaN(o + m)) {
                    double weight = Math.min(bendFitted.curvedness()[i], 0.15);
                    sum += weight * Math.abs(o - m);
                    weights += weight;
                }
            }
            return weights < 1e-6 ? 1 : sum / weights;
        }

        /// Median difference between the two halves of the surface, face mm.
        private double asymmetry() {
            float[] values = new float[region.length];
            int n = 0;
            int rows = region.length / width;
            for (int j = 0; j < rows; j++) {
                for (int i = 0; i < width / 2; i++) {
                    int left = j * width + i;
                    int right = j * width + width - 1 - i;
                    if (in(left, CORE) && in(right, CORE) && !Float.isNaN(seen[left]) && !Float.isNaN(seen[right])) {
                        values[n++] = Math.abs(seen[left] - seen[right]);
                    }
                }
            }
            if (n < 20) {
                return NEAR;
            }
            Arrays.sort(values, 0, n);
            return values[n / 2];
        }

        /// Squared distance of the modes' weights from the mean, one for each mode.
        private double oddness() {
            double sum = 0;
            for (double w : face.weights()) {
                sum += w * w;
            }
            return sum / face.weights().length;
        }

        /// The map less its own average over [#RELIEF_SIGMA]; what is missing takes no part.
        private float[] relief(float[] z) {
            int rows = z.length / width;
            int reach = (int) Math.ceil(2.5 * RELIEF_SIGMA / FittedFace.CELL);
            float[] kernel = new float[2 * reach + 1];
            for (int k = -reach; k <= reach; k++) {
                double d = k * FittedFace.CELL / RELIEF_SIGMA;
                kernel[k + reach] = (float) Math.exp(-d * d / 2);
            }
            float[] sum = new float[z.length];
            float[] weight = new float[z.length];
            for (int j = 0; j < rows; j++) {
                for (int i = 0; i < width; i++) {
                    float v = z[j * width + i];
                    if (Float.isNaN(v)) {
                        continue;
                    }
                    int from = Math.max(0, i - reach);
                    int to = Math.min(width - 1, i + reach);
                    for (int x = from; x <= to; x++) {
                        float k = kernel[x - i + reach];
                        sum[j * width + x] += k * v;
                        weight[j * width + x] += k;
                    }
                }
            }
            float[] out = new float[z.length];
            Arrays.fill(out, Float.NaN);
            for (int j = 0; j < rows; j++) {
                for (int i = 0; i < width; i++) {
                    int at = j * width + i;
                    if (Float.isNaN(z[at])) {
                        continue;
                    }
                    float s = 0;
                    float w = 0;
                    for (int y = Math.max(0, j - reach); y <= Math.min(rows - 1, j + reach); y++) {
                        float k = kernel[y - j + reach];
                        s += k * sum[y * width + i];
                        w += k * weight[y * width + i];
                    }
                    out[at] = z[at] - s / w;
                }
            }
            return out;
        }
    }
}
