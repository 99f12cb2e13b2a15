package org.maskguard.suite.axis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.maskguard.io.Mesh;
import org.maskguard.suite.geometry.Dice;
import org.maskguard.suite.geometry.MeshBuilder;
import org.maskguard.suite.geometry.Meshes;

/// States in which meshes are found: coarse, fine, torn, doubled, noisy.
final class Repairs {

    private Repairs() {}

    /// Vertices of a cube are put together into their mean, with cubes so large that about so many triangles are
    /// left.
    static Mesh thinned(Mesh mesh, int triangles) {
        double cell = 1;
        Mesh thin = mesh;
        for (int i = 0; i < 12 && thin.triangles() > triangles; i++) {
            cell *= Math.sqrt(Math.max(1.1, thin.triangles() / (double) triangles));
            thin = clustered(mesh, cell);
        }
        return thin;
    }

    private static Mesh clustered(Mesh mesh, double cell) {
        Map<Long, Integer> cubes = new HashMap<>();
        int[] of = new int[mesh.vertices()];
        double[] sums = new double[4 * mesh.vertices()];
        float[] p = mesh.xyz();
        for (int v = 0; v < of.length; v++) {
            long key = 0;
            for (int axis = 0; axis < 3; axis++) {
                key = key * 1048583 + (long) Math.floor(p[3 * v + axis] / cell);
            }
            Integer known = cubes.putIfAbsent(key, cubes.size());
            of[v] = known == null ? cubes.size() - 1 : known;
            for (int axis = 0; axis < 3; axis++) {
                sums[4 * of[v] + axis] += p[3 * v + axis];
            }
            sums[4 * of[v] + 3]++;
        }
        MeshBuilder out = new MeshBuilder();
        for (int i = 0; i < cubes.size(); i++) {
            double n = sums[4 * i + 3];
            out.vertex(sums[4 * i] / n, sums[4 * i + 1] / n, sums[4 * i + 2] / n);
        }
        int[] c = mesh.corners();
        for (int i = 0; i < c.length; i += 3) {
            int a = of[c[i]];
            int b = of[c[i + 1]];
            int d = of[c[i + 2]];
            if (a != b && b != d && d != a) {
                out.triangle(a, b, d);
            }
        }
        return out.build();
    }

    /// Every triangle becomes four.
    static Mesh refined(Mesh mesh) {
        float[] p = mesh.xyz();
        MeshBuilder out = new MeshBuilder();
        for (int i = 0; i < p.length; i += 3) {
            out.vertex(p[i], p[i + 1], p[i + 2]);
        }
        Map<Long, Integer> middles = new HashMap<>();
        int[] c = mesh.corners();
        int[] m = new int[3];
        for (int i = 0; i < c.length; i += 3) {
            for (int k = 0; k < 3; k++) {
                int a = Math.min(c[i + k], c[i + (k + 1) % 3]);
                int b = Math.max(c[i + k], c[i + (k + 1) % 3]);
                m[k] = middles.computeIfAbsent(
                        (long) a << 32 | b,
                        e -> out.vertex(
                                (p[3 * a] + (double) p[3 * b]) / 2,
                                (p[3 * a + 1] + (double) p[3 * b + 1]) / 2,
                                (p[3 * a + 2] + (double) p[3 * b + 2]) / 2));
            }
            out.triangle(c[i], m[0], m[2]);
            out.triangle(m[0], c[i + 1], m[1]);
            out.triangle(m[2], m[1], c[i + 2]);
            out.triangle(m[0], m[1], m[2]);
        }
        return out.build();
    }

    /// No vertex shared, triangles in another order and half of them the other way round.
    static Mesh soup(Mesh mesh, Dice dice) {
        int n = mesh.triangles();
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = dice.from(0, i);
            order[i] = order[j];
            order[j] = i;
        }
        float[] xyz = new float[9 * n];
        for (int i = 0; i < n; i++) {
            boolean turned = dice.chance(0.5);
            for (int k = 0; k < 3; k++) {
                int v = mesh.corners()[3 * order[i] + (turned ? 2 - k : k)];
                System.arraycopy(mesh.xyz(), 3 * v, xyz, 9 * i + 3 * k, 3);
            }
        }
        return Mesh.soup(xyz);
    }

    /// A share of the triangles is missing.
    static Mesh torn(Mesh mesh, double share, Dice dice) {
        int[] c = mesh.corners();
        int[] left = new int[c.length];
        int at = 0;
        for (int i = 0; i < c.length; i += 3) {
            if (!dice.chance(share)) {
                System.arraycopy(c, i, left, at, 3);
                at += 3;
            }
        }
        return new Mesh(mesh.xyz(), Arrays.copyOf(left, at));
    }

    /// Each triangle twice.
    static Mesh doubled(Mesh mesh) {
        int[] c = Arrays.copyOf(mesh.corners(), 2 * mesh.corners().length);
        System.arraycopy(mesh.corners(), 0, c, mesh.corners().length, mesh.corners().length);
        return new Mesh(mesh.xyz(), c);
    }

    /// Slivers and points among the triangles, and fins on their edges: degenerate and non-manifold.
    static Mesh broken(Mesh mesh, Dice dice) {
        MeshBuilder out = new MeshBuilder();
        float[] p = mesh.xyz();
        for (int i = 0; i < p.length; i += 3) {
            out.vertex(p[i], p[i + 1], p[i + 2]);
        }
        int[] c = mesh.corners();
        for (int i = 0; i < c.length; i += 3) {
            out.triangle(c[i], c[i + 1], c[i + 2]);
            if (dice.chance(0.02)) {
                out.triangle(c[i], c[i], c[i + 1]);
            }
            if (dice.chance(0.02)) {
                int a = 3 * c[i];
                int fin = out.vertex(p[a], p[a + 1], p[a + 2] + dice.between(0.5, 2));
                out.triangle(c[i], c[i + 1], fin);
            }
        }
        return out.build();
    }

    static Mesh noisy(Mesh mesh, double mm, Dice dice) {
        return Meshes.mapped(mesh, (q, i) -> {
            for (int axis = 0; axis < 3; axis++) {
                q[axis] += mm * dice.normal(3);
            }
        });
    }

    /// Laplacian smoothing over edges; what is thin keeps its thickness, since both sides move alike.
    static Mesh smoothed(Mesh mesh, int rounds) {
        float[] p = mesh.xyz();
        int[] c = mesh.corners();
        for (int round = 0; round < rounds; round++) {
            double[] sums = new double[p.length];
            int[] counts = new int[p.length / 3];
            for (int i = 0; i < c.length; i++) {
                int next = c[i % 3 == 2 ? i - 2 : i + 1];
                for (int axis = 0; axis < 3; axis++) {
                    sums[3 * c[i] + axis] += p[3 * next + axis];
                }
                counts[c[i]]++;
            }
            float[] moved = p.clone();
            for (int v = 0; v < counts.length; v++) {
                for (int axis = 0; axis < 3 && counts[v] > 0; axis++) {
                    moved[3 * v + axis] = (float) (0.5 * p[3 * v + axis] + 0.5 * sums[3 * v + axis] / counts[v]);
                }
            }
            p = moved;
        }
        return new Mesh(p, c);
    }
}
