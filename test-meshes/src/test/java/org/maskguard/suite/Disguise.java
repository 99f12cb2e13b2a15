package org.maskguard.suite;

import java.util.Random;
import org.maskguard.io.Mesh;

/// What changes a mesh but not what it is.
final class Disguise {

    private Disguise() {}

    /// Turned at random and moved by up to a metre.
    static Mesh moved(Mesh mesh, long seed) {
        Random random = new Random(seed);
        double[] q = new double[4];
        double square = 0;
        for (int i = 0; i < 4; i++) {
            q[i] = random.nextGaussian();
            square += q[i] * q[i];
        }
        double[][] m = new double[3][3];
        for (int row = 0; row < 3; row++) {
            int a = (row + 1) % 3;
            int b = (row + 2) % 3;
            m[row][row] = 1 - 2 * (q[a] * q[a] + q[b] * q[b]) / square;
            m[row][a] = 2 * (q[row] * q[a] - q[b] * q[3]) / square;
            m[row][b] = 2 * (q[row] * q[b] + q[a] * q[3]) / square;
        }
        double[] shift = {random.nextDouble(1000), random.nextDouble(1000), random.nextDouble(1000)};
        float[] from = mesh.xyz();
        float[] to = new float[from.length];
        for (int i = 0; i < to.length; i++) {
            double[] row = m[i % 3];
            int v = i - i % 3;
            to[i] = (float) (row[0] * from[v] + row[1] * from[v + 1] + row[2] * from[v + 2] + shift[i % 3]);
        }
        return new Mesh(to, mesh.corners());
    }

    static Mesh insideOut(Mesh mesh) {
        int[] corners = mesh.corners().clone();
        for (int i = 0; i < corners.length; i += 3) {
            corners[i] = mesh.corners()[i + 1];
            corners[i + 1] = mesh.corners()[i];
        }
        return new Mesh(mesh.xyz(), corners);
    }
}
