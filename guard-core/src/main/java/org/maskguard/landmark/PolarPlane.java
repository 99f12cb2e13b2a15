package org.maskguard.landmark;

/// The plane that best fits heights on rings round a point.
///
/// @param x slope along x
/// @param y slope along y
/// @param z height at the middle
record PolarPlane(double x, double y, double z) {

    static final double[] COS = new double[PolarTemplate.ANGLES];
    static final double[] SIN = new double[PolarTemplate.ANGLES];

    static {
        for (int a = 0; a < PolarTemplate.ANGLES; a++) {
            COS[a] = Math.cos(2 * Math.PI * a / PolarTemplate.ANGLES);
            SIN[a] = Math.sin(2 * Math.PI * a / PolarTemplate.ANGLES);
        }
    }

    /// @param h heights, ring by ring; NaN where there is none
    /// @param radii of the rings
    static PolarPlane fit(float[] h, double[] radii, int angles) {
        double n = 0;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        double syy = 0;
        double sz = 0;
        double sxz = 0;
        double syz = 0;
        for (int k = 0; k < radii.length; k++) {
            for (int a = 0; a < angles; a++) {
                float v = h[k * angles + a];
                if (Float.isNaN(v)) {
                    continue;
                }
                double px = radii[k] * COS[a];
                double py = radii[k] * SIN[a];
                n++;
                sx += px;
                sy += py;
                sxx += px * px;
                sxy += px * py;
                syy += py * py;
                sz += v;
                sxz += px * v;
                syz += py * v;
            }
        }
        if (n < 8) {
            return new PolarPlane(0, 0, n == 0 ? 0 : sz / n);
        }
        double mx = sx / n;
        double my = sy / n;
        double mz = sz / n;
        double a = sxx - n * mx * mx;
        double b = sxy - n * mx * my;
        double c = syy - n * my * my;
        double d = sxz - n * mx * mz;
        double e = syz - n * my * mz;
        double det = a * c - b * b;
        if (det < 1e-6 * a * c) {
            return new PolarPlane(0, 0, mz);
        }
        double px = (d * c - e * b) / det;
        double py = (e * a - d * b) / det;
        return new PolarPlane(px, py, mz - px * mx - py * my);
    }

    double at(double radius, int angle, int angles) {
        return x * radius * COS[angle] + y * radius * SIN[angle] + z;
    }
}
