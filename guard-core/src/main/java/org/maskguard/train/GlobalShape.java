package org.maskguard.train;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.maskguard.io.Mesh;
import org.maskguard.surface.Box;

/// What simpler guards look at: the size of a thing, and the distribution D2 of the distances between random points of
/// its surface (Osada and others, ACM Transactions on Graphics 21, 2002); and how it bends, wherever. For the ablation
/// only.
final class GlobalShape {

    /// Extents, sorted; then the shares of the distances in bins of 10 mm; then how it bends.
    static final int EXTENTS = 3;

    /// End of the distances.
    static final int DISTANCES = 43;

    private static final int BINS = DISTANCES - EXTENTS;
    private static final double BIN_MM = 10;
    private static final int PAIRS = 4096;

    private GlobalShape() {}

    /// @return `DISTANCES + BendingHistogram.SIZE` numbers
    static double[] of(Mesh mesh) {
        double[] out = new double[DISTANCES + BendingHistogram.SIZE];
        Box box = Box.around(mesh);
        out[0] = box.smallest();
        out[1] = box.middle();
        out[2] = box.largest();
        double[] upTo = areas(mesh);
        SplittableRandom random = new SplittableRandom(1);
        double[] a = new double[3];
        double[] b = new double[3];
        for (int i = 0; i < PAIRS; i++) {
            point(mesh, upTo, random, a);
            point(mesh, upTo, random, b);
            double d = Math.sqrt(square(a[0] - b[0]) + square(a[1] - b[1]) + square(a[2] - b[2]));
            out[EXTENTS + Math.min(BINS - 1, (int) (d / BIN_MM))] += 1.0 / PAIRS;
        }
        System.arraycopy(BendingHistogram.of(mesh), 0, out, DISTANCES, BendingHistogram.SIZE);
        return out;
    }

    private static double[] areas(Mesh mesh) {
        double[] upTo = new double[mesh.triangles()];
        float[] v = mesh.xyz();
        double sum = 0;
        for (int t = 0; t < upTo.length; t++) {
            int a = 3 * mesh.corners()[3 * t];
            int b = 3 * mesh.corners()[3 * t + 1];
            int c = 3 * mesh.corners()[3 * t + 2];
            double ux = v[b] - v[a];
            double uy = v[b + 1] - v[a + 1];
            double uz = v[b + 2] - v[a + 2];
            double wx = v[c] - v[a];
            double wy = v[c + 1] - v[a + 1];
            double wz = v[c + 2] - v[a + 2];
            sum += Math.sqrt(square(uy * wz - uz * wy) + square(uz * wx - ux * wz) + square(ux * wy - uy * wx));
            upTo[t] = sum;
        }
        return upTo;
    }

    private static void point(Mesh mesh, double[] upTo, SplittableRandom random, double[] out) {
        int at = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
        int t = Math.min(upTo.length - 1, at < 0 ? -at - 1 : at);
        double s = Math.sqrt(random.nextDouble());
        double r = random.nextDouble();
        for (int axis = 0; axis < 3; axis++) {
            float a = mesh.xyz()[3 * mesh.corners()[3 * t] + axis];
            float b = mesh.xyz()[3 * mesh.corners()[3 * t + 1] + axis];
            float c = mesh.xyz()[3 * mesh.corners()[3 * t + 2] + axis];
            out[axis] = (1 - s) * a + s * (1 - r) * b + s * r * c;
        }
    }

    private static double square(double v) {
        return v * v;
    }
}
