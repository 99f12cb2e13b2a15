package org.maskguard.train.shape;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;

/// A smooth map of space that takes given points exactly to others: a thin-plate spline with the kernel r
/// (Bookstein 1989, in three dimensions).
final class Warp {

    private final double[][] from;
    private final DMatrixRMaj coefficients;

    /// @param from landmarks, three coordinates each; not all in one plane
    /// @param to where they go
    Warp(double[][] from, double[][] to) {
        this.from = from;
        int n = from.length;
        DMatrixRMaj system = new DMatrixRMaj(n + 4, n + 4);
        DMatrixRMaj right = new DMatrixRMaj(n + 4, 3);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                system.set(i, j, distance(from[i], from[j]));
            }
            system.set(i, n, 1);
            system.set(n, i, 1);
            for (int axis = 0; axis < 3; axis++) {
                system.set(i, n + 1 + axis, from[i][axis]);
                system.set(n + 1 + axis, i, from[i][axis]);
                right.set(i, axis, to[i][axis]);
            }
        }
        coefficients = new DMatrixRMaj(n + 4, 3);
        if (!CommonOps_DDRM.solve(system, right, coefficients) || MatrixFeatures_DDRM.hasUncountable(coefficients)) {
            throw new IllegalArgumentException("the landmarks lie in one plane");
        }
    }

    double[] apply(double[] p) {
        int n = from.length;
        double[] q = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            double sum = coefficients.get(n, axis);
            for (int k = 0; k < 3; k++) {
                sum += coefficients.get(n + 1 + k, axis) * p[k];
            }
            for (int i = 0; i < n; i++) {
                sum += coefficients.get(i, axis) * distance(p, from[i]);
            }
            q[axis] = sum;
        }
        return q;
    }

    private static double distance(double[] a, double[] b) {
        double dx = a[0] - b[0];
        double dy = a[1] - b[1];
        double dz = a[2] - b[2];
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
}
