package org.maskguard.wear;

/// Least squares plane z = a + b x + c y through points, by their moments.
final class PlaneFit {

    private int size;
    private double x;
    private double y;
    private double z;
    private double xx;
    private double xy;
    private double yy;
    private double xz;
    private double yz;
    private double zz;

    void add(double px, double py, double pz) {
        size++;
        x += px;
        y += py;
        z += pz;
        xx += px * px;
        xy += px * py;
        yy += py * py;
        xz += px * pz;
        yz += py * pz;
        zz += pz * pz;
    }

    int size() {
        return size;
    }

    /// Root mean square distance of the points from the plane along z; 0 for fewer than three points.
    double deviation() {
        if (size < 3) {
            return 0;
        }
        double sxx = xx - x * x / size;
        double sxy = xy - x * y / size;
        double syy = yy - y * y / size;
        double sxz = xz - x * z / size;
        double syz = yz - y * z / size;
        double szz = zz - z * z / size;
        double det = sxx * syy - sxy * sxy;
        if (det <= 1e-9 * sxx * syy) {
            return Math.sqrt(Math.max(0, szz / size));
        }
        double explained = (sxz * sxz * syy - 2 * sxz * syz * sxy + syz * syz * sxx) / det;
        return Math.sqrt(Math.max(0, (szz - explained) / size));
    }
}
