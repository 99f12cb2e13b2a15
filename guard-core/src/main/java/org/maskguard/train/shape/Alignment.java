package org.maskguard.train.shape;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/// Turns, moves and scales one set of points onto another (Umeyama 1991).
final class Alignment {

    private Alignment() {}

    /// Moves all of `xyz` by the similarity that best takes its first `count` points onto those of `target`.
    ///
    /// @return the aligned coordinates
    static float[] onto(float[] target, float[] xyz, int count) {
        double[] c = centroid(xyz, count);
        double[] d = centroid(target, count);
        DMatrixRMaj cross = new DMatrixRMaj(3, 3);
        double spread = 0;
        for (int p = 0; p < count; p++) {
            for (int i = 0; i < 3; i++) {
                double v = xyz[3 * p + i] - c[i];
                spread += v * v;
                for (int j = 0; j < 3; j++) {
                    cross.add(j, i, v * (target[3 * p + j] - d[j]));
                }
            }
        }
        SingularValueDecomposition_F64<DMatrixRMaj> svd = DecompositionFactory_DDRM.svd(3, 3, true, true, false);
        svd.decompose(cross.copy());
        DMatrixRMaj u = svd.getU(null, false);
        DMatrixRMaj vt = svd.getV(null, true);
        double[] s = svd.getSingularValues();
        DMatrixRMaj rotation = new DMatrixRMaj(3, 3);
        CommonOps_DDRM.mult(u, vt, rotation);
        int smallest = s[0] < s[1] ? (s[0] < s[2] ? 0 : 2) : (s[1] < s[2] ? 1 : 2);
        double sign = CommonOps_DDRM.det(rotation) < 0 ? -1 : 1;
        if (sign < 0) {
            for (int i = 0; i < 3; i++) {
                u.set(i, smallest, -u.get(i, smallest));
            }
            CommonOps_DDRM.mult(u, vt, rotation);
        }
        double trace = 0;
        for (int i = 0; i < 3; i++) {
            trace += i == smallest ? sign * s[i] : s[i];
        }
        return moved(xyz, rotation, trace / spread, c, d);
    }

    private static float[] moved(float[] xyz, DMatrixRMaj rotation, double scale, double[] c, double[] d) {
        float[] out = new float[xyz.length];
        for (int p = 0; p < xyz.length; p += 3) {
            for (int i = 0; i < 3; i++) {
                double sum = 0;
                for (int j = 0; j < 3; j++) {
                    sum += rotation.get(i, j) * (xyz[p + j] - c[j]);
                }
                out[p + i] = (float) (d[i] + scale * sum);
            }
        }
        return out;
    }

    private static double[] centroid(float[] xyz, int count) {
        double[] c = new double[3];
        for (int p = 0; p < 3 * count; p++) {
            c[p % 3] += xyz[p];
        }
        for (int i = 0; i < 3; i++) {
            c[i] /= count;
        }
        return c;
    }
}
