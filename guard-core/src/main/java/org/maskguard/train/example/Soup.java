package org.maskguard.train.example;

import java.util.Arrays;
import org.maskguard.io.Mesh;

/// A mesh taken apart.
final class Soup {
    private static final double DOUBLED = 0.05;
    private static final double DROPPED = 0.01;
    private static final double GAP_MM = 0.02;

    private Soup() {}

    /// Triangles with vertices of their own, in random order and winding, 5 % twice, 1 % not at all, each
    /// corner off by up to 0.02 mm.
    static Mesh of(Mesh mesh, Dice dice) {
        int[] order = order(mesh.triangles(), dice);
        float[] xyz = new float[9 * order.length];
        for (int i = 0; i < order.length; i++) {
            boolean turned = dice.chance(0.5);
            for (int k = 0; k < 3; k++) {
                int from = 3 * mesh.corners()[3 * order[i] + (turned ? 2 - k : k)];
                for (int axis = 0; axis < 3; axis++) {
                    xyz[9 * i + 3 * k + axis] = (float) (mesh.xyz()[from + axis] + dice.between(-GAP_MM, GAP_MM));
                }
            }
        }
        return Mesh.soup(xyz);
    }

    private static int[] order(int triangles, Dice dice) {
        int[] order = new int[2 * triangles];
        int count = 0;
        for (int t = 0; t < triangles; t++) {
            double which = dice.next();
            if (which >= DROPPED) {
                order[count++] = t;
            }
            if (which >= 1 - DOUBLED) {
                order[count++] = t;
            }
        }
        for (int i = count - 1; i > 0; i--) {
            int j = dice.between(0, i);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return Arrays.copyOf(order, count);
    }
}
