package org.maskguard.landmark;

import java.util.Arrays;

/// Fits a face shape to a height map: pose and scale by Gauss and Newton, and the modes when they are asked for.
///
/// Each model point looks up the surface straight before or behind it and is drawn along the surface's normal; points
/// far off weigh less (Tukey's biweight). Not thread-safe: one instance a thread; the scratch memory is reused.
final class SurfaceFit {

    /// A model point over a cell steeper than this (rise over run) is left out: it is an edge, not a surface.
    private static final double STEEPEST = 4;

    private final FaceShape shape;
    private final int[] points;
    private final int most;
    private final double[] normal;
    private final double[] right;
    private final double[] row;
    private final double[] step;
    private double[] weights;
    private float[] placed;

    /// @param every take each n-th lattice point only
    /// @param modes fitted at most
    SurfaceFit(FaceShape shape, int every, int modes) {
        this.shape = shape;
        this.points = new int[(shape.points() + every - 1) / every];
        for (int i = 0; i < points.length; i++) {
            points[i] = i * every;
        }
        this.most = 7 + modes;
        normal = new double[most * most];
        right = new double[most];
        row = new double[most];
        step = new double[most];
        weights = new double[modes];
    }

    /// Forgets the modes' weights: the next fit starts from the mean.
    void reset() {
        Arrays.fill(weights, 0);
        placed = shape.mean();
    }

    /// Weights of the modes as they are now. Not a copy.
    double[] weights() {
        return weights;
    }

    /// The shape as it is now, in its own frame. Not a copy.
    float[] placed() {
        return placed;
    }

    /// One step.
    ///
    /// @param modes how many take part
    /// @param cutoff residual, mm, from which a point has no weight
    /// @param prior weight of the modes' own distribution, in points of 1 mm² residual
    /// @param anchor scale that the fit is held near to
    /// @param hold weight of that, in points of 1 mm² residual for a relative difference of 0.1
    Pose step(Slopes map, Pose pose, int modes, double cutoff, double prior, double anchor, double hold) {
        int n = 7 + modes;
        addAll(map, pose, modes, cutoff);
        double h = hold / 0.01;
        normal[6 * n + 6] += h;
        right[6] -= h * Math.log(pose.s() / anchor);
        for (int k = 0; k < modes; k++) {
            normal[(7 + k) * n + 7 + k] += prior;
            right[7 + k] -= prior * weights[k];
        }
        for (int i = 0; i < 6; i++) {
            normal[i * n + i] += 1e-3;
        }
        if (!Cholesky.solve(normal, right, step, n)) {
            return pose;
        }
        if (modes > 0) {
            for (int k = 0; k < modes; k++) {
                weights[k] = Math.clamp(weights[k] + step[7 + k], -3.5, 3.5);
            }
            placed = shape.shape(weights);
        }
        double limit =
                Math.min(1, 0.35 / (1e-9 + Math.sqrt(step[0] * step[0] + step[1] * step[1] + step[2] * step[2])));
        return pose.moved(
                limit * step[0],
                limit * step[1],
                limit * step[2],
                Math.clamp(step[3], -20, 20),
                Math.clamp(step[4], -20, 20),
                Math.clamp(step[5], -20, 20),
                Math.clamp(step[6], -0.2, 0.2));
    }

    /// By itself, so that Java can compile this loop without all that follows it.
    private void addAll(Slopes map, Pose pose, int modes, double cutoff) {
        Arrays.fill(normal, 0);
        Arrays.fill(right, 0);
        for (int point : points) {
            add(map, pose, point, modes, cutoff);
        }
    }

    private void add(Slopes map, Pose pose, int point, int modes, double cutoff) {
        double[] r = pose.r();
        double s = pose.s();
        double px = placed[3 * point];
        double py = placed[3 * point + 1];
        double pz = placed[3 * point + 2];
        double qx = s * (r[0] * px + r[1] * py + r[2] * pz);
        double qy = s * (r[3] * px + r[4] * py + r[5] * pz);
        double qz = s * (r[6] * px + r[7] * py + r[8] * pz);
        double x = pose.x() + qx;
        double y = pose.y() + qy;
        float z = map.map().at(x, y);
        if (Float.isNaN(z)) {
            return;
        }
        int cell = map.map().cellOf(x, y);
        double gx = map.x()[cell];
        double gy = map.y()[cell];
        if (!(Math.abs(gx) < STEEPEST && Math.abs(gy) < STEEPEST)) {
            return;
        }
        double f = 1 / Math.sqrt(1 + gx * gx + gy * gy);
        double e = (z - pose.z() - qz) * f;
        if (Math.abs(e) >= cutoff) {
            return;
        }
        double t = e / cutoff;
        double w = (1 - t * t) * (1 - t * t);
        double nx = -gx * f;
        double ny = -gy * f;
        row[0] = qy * f - qz * ny;
        row[1] = qz * nx - qx * f;
        row[2] = qx * ny - qy * nx;
        row[3] = nx;
        row[4] = ny;
        row[5] = f;
        row[6] = nx * qx + ny * qy + f * qz;
        if (modes > 0) {
            // The normal in the model's frame, once for all modes.
            double mx = s * (nx * r[0] + ny * r[3] + f * r[6]);
            double my = s * (nx * r[1] + ny * r[4] + f * r[7]);
            double mz = s * (nx * r[2] + ny * r[5] + f * r[8]);
            for (int k = 0; k < modes; k++) {
                float[] mode = shape.mode(k);
                row[7 + k] = mx * mode[3 * point] + my * mode[3 * point + 1] + mz * mode[3 * point + 2];
            }
        }
        int n = 7 + modes;
        for (int i = 0; i < n; i++) {
            double wi = w * row[i];
            right[i] += wi * e;
            int at = i * n;
            for (int j = 0; j <= i; j++) {
                normal[at + j] += wi * row[j];
            }
        }
    }

    /// How well the shape lies on the surface: for each point 1 − (residual/reach)², 0 where it is farther off or
    /// there
    /// is no surface; nose, eyes and mouth count twice.
    ///
    /// @param reach mm
    /// @return 0 to 1
    double agreement(Slopes map, Pose pose, double reach) {
        double sum = 0;
        double all = 0;
        double[] r = pose.r();
        double s = pose.s();
        for (int point : points) {
            double weight = shape.region(point).ordinal() <= FaceShape.Region.MOUTH.ordinal() ? 2 : 1;
            all += weight;
            double px = placed[3 * point];
            double py = placed[3 * point + 1];
            double pz = placed[3 * point + 2];
            double x = pose.x() + s * (r[0] * px + r[1] * py + r[2] * pz);
            double y = pose.y() + s * (r[3] * px + r[4] * py + r[5] * pz);
            double q = pose.z() + s * (r[6] * px + r[7] * py + r[8] * pz);
            float z = map.map().at(x, y);
            if (Float.isNaN(z)) {
                continue;
            }
            int cell = map.map().cellOf(x, y);
            double gx = map.x()[cell];
            double gy = map.y()[cell];
            double e = (z - q) / (reach * Math.sqrt(1 + Math.min(9, gx * gx + gy * gy)));
            if (Math.abs(e) < 1) {
                sum += weight * (1 - e * e);
            }
        }
        return sum / all;
    }
}
