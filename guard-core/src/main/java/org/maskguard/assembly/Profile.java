package org.maskguard.assembly;

/// A line that others are compared with at any place, turn and size: the middle line of a face.
///
/// Immutable and safe to share between threads.
///
/// @param line points u v of it from end to end, some 2 mm apart, mm
public record Profile(float[] line) {

    /// Sizes that are tried, times the profile's own: a step is 8 %.
    private static final double[] SIZES = {0.72, 0.78, 0.84, 0.91, 0.98, 1.06, 1.15, 1.24, 1.34};

    /// How far a point may lie from the other line, mm at the profile's own size; people differ by so much once
    /// their
    /// ends are laid on one another.
    private static final double NEAR = 3.5;

    /// How far directions may differ: 40°.
    private static final double ALIKE = Math.cos(Math.toRadians(40));

    private static final int TARGETS = 160;
    private static final int PROBES = 30;

    /// The largest share of the profile that lies on a line, over all places, turns, sizes and both sides, 0 to 1.
    ///
    /// @param other points u v, mm
    /// @param along their tangents
    double likeness(float[] other, float[] along) {
        NearestPoint nearest = new NearestPoint(other);
        double best = 0;
        for (double size : SIZES) {
            for (int side = -1; side <= 1; side += 2) {
                best = Math.max(best, likeness(other, along, nearest, size, side));
            }
        }
        return best;
    }

    private double likeness(float[] other, float[] along, NearestPoint nearest, double size, int side) {
        int n = other.length / 2;
        int last = line.length - 2;
        double su = size * (line[last] - line[0]);
        double sv = size * side * (line[last + 1] - line[1]);
        double chord = Math.hypot(su, sv);
        int step = 1 + n / TARGETS;
        double best = 0;
        for (int p = 0; p < n; p += step) {
            for (int q = 0; q < n; q += step) {
                double tu = other[2 * q] - other[2 * p];
                double tv = other[2 * q + 1] - other[2 * p + 1];
                double length = Math.sqrt(tu * tu + tv * tv);
                if (Math.abs(length - chord) < 0.04 * chord) {
                    double c = size * (su * tu + sv * tv) / (chord * length);
                    double s = size * (su * tv - sv * tu) / (chord * length);
                    best = Math.max(best, share(other, along, nearest, c, s, side, p));
                }
            }
        }
        return best;
    }

    /// With the first point of the profile on point `p` of the other line.
    private double share(float[] other, float[] along, NearestPoint nearest, double c, double s, int side, int p) {
        int n = line.length / 2;
        int step = Math.max(1, n / PROBES);
        double size = Math.hypot(c, s);
        int hits = 0;
        int all = 0;
        for (int i = step; i < n - step; i += step) {
            double lu = line[2 * i] - line[0];
            double lv = side * (line[2 * i + 1] - line[1]);
            int q = nearest.to(other[2 * p] + c * lu - s * lv, other[2 * p + 1] + s * lu + c * lv);
            all++;
            if (q >= 0) {
                double u = other[2 * p] + c * lu - s * lv - other[2 * q];
                double v = other[2 * p + 1] + s * lu + c * lv - other[2 * q + 1];
                double au = line[2 * i + 2] - line[2 * i - 2];
                double av = side * (line[2 * i + 3] - line[2 * i - 1]);
                double product = (c * au - s * av) * along[2 * q] + (s * au + c * av) * along[2 * q + 1];
                boolean alike = Math.abs(product) > ALIKE * size * Math.hypot(au, av);
                hits += alike && Math.hypot(u, v) < NEAR * size ? 1 : 0;
            }
        }
        return hits / (double) all;
    }
}
