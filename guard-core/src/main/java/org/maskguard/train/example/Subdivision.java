package org.maskguard.train.example;

import org.maskguard.io.Mesh;

/// Loop's subdivision: four triangles for one, smoothed; rims stay where they are but for their own smoothing.
final class Subdivision {
    private Subdivision() {}

    static Mesh loop(Mesh mesh) {
        return divide(mesh, true);
    }

    /// Four triangles for one in the same planes.
    static Mesh flat(Mesh mesh) {
        return divide(mesh, false);
    }

    private static Mesh divide(Mesh mesh, boolean smooth) {
        int[] c = mesh.corners();
        EdgeMap opposite = new EdgeMap(c.length);
        for (int i = 0; i < c.length; i++) {
            int next = Topology.next(i);
            opposite.put(c[i], c[next], c[Topology.next(next)]);
        }
        MeshBuilder out = new MeshBuilder();
        addOldVertices(mesh, opposite, smooth, out);
        EdgeMap middles = new EdgeMap(c.length);
        for (int t = 0; t < c.length; t += 3) {
            int ab = middle(mesh, opposite, middles, smooth, out, c[t], c[t + 1]);
            int bc = middle(mesh, opposite, middles, smooth, out, c[t + 1], c[t + 2]);
            int ca = middle(mesh, opposite, middles, smooth, out, c[t + 2], c[t]);
            out.triangle(c[t], ab, ca);
            out.triangle(c[t + 1], bc, ab);
            out.triangle(c[t + 2], ca, bc);
            out.triangle(ab, bc, ca);
        }
        return out.build();
    }

    private static void addOldVertices(Mesh mesh, EdgeMap opposite, boolean smooth, MeshBuilder out) {
        float[] p = mesh.xyz();
        float[] inner = new float[p.length];
        float[] rim = new float[p.length];
        int[] degree = new int[mesh.vertices()];
        int[] rimDegree = new int[mesh.vertices()];
        int[] c = mesh.corners();
        for (int i = 0; i < c.length; i++) {
            int a = c[i];
            int b = c[Topology.next(i)];
            accumulate(p, inner, degree, a, b);
            if (opposite.get(b, a) == EdgeMap.ABSENT) {
                accumulate(p, inner, degree, b, a);
                accumulate(p, rim, rimDegree, a, b);
                accumulate(p, rim, rimDegree, b, a);
            }
        }
        for (int v = 0; v < mesh.vertices(); v++) {
            boolean onRim = rimDegree[v] > 0;
            int n = onRim ? rimDegree[v] : degree[v];
            float[] sum = onRim ? rim : inner;
            double weight = n == 0 || !smooth ? 0 : onRim ? 0.25 : n == 3 ? 9.0 / 16 : 3.0 / 8;
            double[] q = new double[3];
            for (int k = 0; k < 3; k++) {
                q[k] = p[3 * v + k] * (1 - weight) + (n == 0 ? 0 : weight * sum[3 * v + k] / n);
            }
            out.vertex(q[0], q[1], q[2]);
        }
    }

    private static void accumulate(float[] p, float[] sum, int[] degree, int at, int neighbour) {
        for (int k = 0; k < 3; k++) {
            sum[3 * at + k] += p[3 * neighbour + k];
        }
        degree[at]++;
    }

    private static int middle(
            Mesh mesh, EdgeMap opposite, EdgeMap middles, boolean smooth, MeshBuilder out, int from, int to) {
        int a = Math.min(from, to);
        int b = Math.max(from, to);
        int known = middles.get(a, b);
        if (known != EdgeMap.ABSENT) {
            return known;
        }
        int l = opposite.get(a, b);
        int r = opposite.get(b, a);
        boolean inner = smooth && l >= 0 && r >= 0;
        float[] p = mesh.xyz();
        double[] q = new double[3];
        for (int k = 0; k < 3; k++) {
            double ends = 0.5 * (p[3 * a + k] + p[3 * b + k]);
            q[k] = inner ? 0.75 * ends + 0.125 * (p[3 * l + k] + p[3 * r + k]) : ends;
        }
        int made = out.vertex(q[0], q[1], q[2]);
        middles.put(a, b, made);
        return made;
    }
}
