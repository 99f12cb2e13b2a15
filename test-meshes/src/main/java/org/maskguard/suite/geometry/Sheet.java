package org.maskguard.suite.geometry;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.maskguard.io.Mesh;

/// What is done to an open sheet: holes are cut, and it becomes a wall.
public final class Sheet {

    private Sheet() {}

    /// Where to cut: positive where the sheet stays, by place in its frontal view.
    public interface Stencil {
        double at(double x, double y);
    }

    /// The sheet without what the stencil takes away, cut along its edge.
    public static Mesh cut(Mesh sheet, Stencil stencil) {
        float[] p = sheet.xyz();
        double[] stays = new double[sheet.vertices()];
        for (int v = 0; v < stays.length; v++) {
            stays[v] = stencil.at(p[3 * v], p[3 * v + 1]);
        }
        return cut(sheet, stays);
    }

    /// The same by a value a vertex, positive where the sheet stays.
    public static Mesh cut(Mesh sheet, double[] stays) {
        float[] p = sheet.xyz();
        int[] renumbered = new int[stays.length];
        MeshBuilder out = new MeshBuilder();
        for (int v = 0; v < stays.length; v++) {
            renumbered[v] = stays[v] > 0 ? out.vertex(p[3 * v], p[3 * v + 1], p[3 * v + 2]) : -1;
        }
        Map<Long, Integer> cuts = new HashMap<>();
        int[] ring = new int[4];
        for (int i = 0; i < sheet.corners().length; i += 3) {
            int count = 0;
            for (int k = 0; k < 3; k++) {
                int a = sheet.corners()[i + k];
                int b = sheet.corners()[i + (k + 1) % 3];
                if (renumbered[a] >= 0) {
                    ring[count++] = renumbered[a];
                }
                if (renumbered[a] >= 0 != renumbered[b] >= 0) {
                    int low = Math.min(a, b);
                    int high = Math.max(a, b);
                    ring[count++] = cuts.computeIfAbsent(
                            edge(low, high), e -> between(p, low, high, stays[low] / (stays[low] - stays[high]), out));
                }
            }
            for (int k = 2; k < count; k++) {
                out.triangle(ring[0], ring[k - 1], ring[k]);
            }
        }
        return out.build();
    }

    /// The sheet, a second one behind it, and a closed rim between. Vertices of the second follow those of the
    /// first.
    ///
    /// @param wall distance of the two along smoothed normals, mm
    /// @param rounds of smoothing
    public static Mesh thickened(Mesh sheet, double wall, int rounds) {
        double[] normals = unit(summed(sheet));
        for (int round = 0; round < rounds; round++) {
            normals = unit(neighbourly(sheet, normals));
        }
        MeshBuilder out = new MeshBuilder();
        float[] p = sheet.xyz();
        for (int i = 0; i < p.length; i += 3) {
            out.vertex(p[i], p[i + 1], p[i + 2]);
        }
        for (int i = 0; i < p.length; i += 3) {
            out.vertex(p[i] - wall * normals[i], p[i + 1] - wall * normals[i + 1], p[i + 2] - wall * normals[i + 2]);
        }
        close(sheet, out);
        return out.build();
    }

    private static void close(Mesh sheet, MeshBuilder out) {
        int[] c = sheet.corners();
        int behind = sheet.vertices();
        Set<Long> edges = new HashSet<>();
        for (int i = 0; i < c.length; i++) {
            edges.add(edge(c[i], c[next(i)]));
        }
        for (int i = 0; i < c.length; i += 3) {
            out.triangle(c[i], c[i + 1], c[i + 2]);
        }
        for (int i = 0; i < c.length; i += 3) {
            out.triangle(behind + c[i + 1], behind + c[i], behind + c[i + 2]);
        }
        for (int i = 0; i < c.length; i++) {
            int a = c[i];
            int b = c[next(i)];
            if (!edges.contains(edge(b, a))) {
                out.quad(b, a, behind + a, behind + b);
            }
        }
    }

    /// Sums of the triangles' normals at each vertex, weighted by area.
    private static double[] summed(Mesh sheet) {
        float[] p = sheet.xyz();
        int[] c = sheet.corners();
        double[] sums = new double[p.length];
        for (int i = 0; i < c.length; i += 3) {
            double[] normal = normal(p, 3 * c[i], 3 * c[i + 1], 3 * c[i + 2]);
            for (int k = 0; k < 9; k++) {
                sums[3 * c[i + k / 3] + k % 3] += normal[k % 3];
            }
        }
        return sums;
    }

    /// Twice the area of a triangle along its normal; its corners are given by the places of their x.
    public static double[] normal(float[] p, int a, int b, int c) {
        double[] u = {(double) p[b] - p[a], (double) p[b + 1] - p[a + 1], (double) p[b + 2] - p[a + 2]};
        double[] v = {(double) p[c] - p[a], (double) p[c + 1] - p[a + 1], (double) p[c + 2] - p[a + 2]};
        return new double[] {u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]};
    }

    private static double[] neighbourly(Mesh sheet, double[] normals) {
        int[] c = sheet.corners();
        double[] sums = normals.clone();
        for (int i = 0; i < c.length; i++) {
            for (int axis = 0; axis < 3; axis++) {
                sums[3 * c[i] + axis] += normals[3 * c[next(i)] + axis];
            }
        }
        return sums;
    }

    private static double[] unit(double[] vectors) {
        double[] unit = Arrays.copyOf(vectors, vectors.length);
        for (int i = 0; i < unit.length; i += 3) {
            double length = Math.sqrt(unit[i] * unit[i] + unit[i + 1] * unit[i + 1] + unit[i + 2] * unit[i + 2]);
            for (int axis = 0; axis < 3; axis++) {
                unit[i + axis] /= length;
            }
        }
        return unit;
    }

    private static int between(float[] p, int a, int b, double share, MeshBuilder out) {
        // Not so near to a vertex that triangles become needles.
        double t = Math.clamp(share, 0.1, 0.9);
        return out.vertex(
                p[3 * a] + t * ((double) p[3 * b] - p[3 * a]),
                p[3 * a + 1] + t * ((double) p[3 * b + 1] - p[3 * a + 1]),
                p[3 * a + 2] + t * ((double) p[3 * b + 2] - p[3 * a + 2]));
    }

    private static int next(int corner) {
        return corner % 3 == 2 ? corner - 2 : corner + 1;
    }

    private static long edge(int from, int to) {
        return (long) from << 32 | to;
    }
}
