package org.maskguard.assembly;

import java.util.Arrays;
import org.maskguard.io.Mesh;

/// Points along the sharp edges and borders of a body: what a saw leaves, and little else on a face.
///
/// @param points x y z of each, mm
/// @param along unit tangent of each, of either sign
/// @param apart mm of edge that a point stands for
record SharpEdges(float[] points, float[] along, double apart) {

    /// An edge is sharp when its two sides turn by more than 35°: a saw leaves some 90°, and fine faces far less.
    private static final double SHARP = Math.cos(Math.toRadians(35));

    /// Points are this far apart, or farther where there would be more than [#MOST] of them, mm.
    private static final double SPACING = 1;

    private static final int MOST = 6000;

    int count() {
        return points.length / 3;
    }

    /// @param body welded: edges are the same where their vertices have the same number
    static SharpEdges of(Mesh body) {
        int[] corners = body.corners();
        long[] edges = edges(corners);
        long[] sharp = new long[edges.length];
        int count = 0;
        for (int i = 0; i < edges.length; ) {
            int end = i + 1;
            while (end < edges.length && sameEdge(body, edges[i], edges[end])) {
                end++;
            }
            if (end - i != 2 || isSharp(body, edges[i], edges[i + 1])) {
                sharp[count++] = edges[i];
            }
            i = end;
        }
        return sampled(body, Arrays.copyOf(sharp, count));
    }

    /// The corners at which edges begin, sorted so that those of one edge are neighbours.
    private static long[] edges(int[] corners) {
        long[] keys = new long[corners.length];
        for (int i = 0; i < corners.length; i++) {
            keys[i] = ((long) Math.min(corners[i], corners[next(i)]) << 32) | i;
        }
        // By the lower vertex first; each vertex has few edges, so what follows is short.
        Arrays.parallelSort(keys);
        for (int i = 0; i < keys.length; ) {
            int end = i + 1;
            while (end < keys.length && keys[end] >> 32 == keys[i] >> 32) {
                end++;
            }
            sortByUpper(corners, keys, i, end);
            i = end;
        }
        return keys;
    }

    private static void sortByUpper(int[] corners, long[] keys, int from, int to) {
        long lower = keys[from] & 0xFFFFFFFF00000000L;
        long[] byUpper = new long[to - from];
        for (int i = from; i < to; i++) {
            int corner = (int) keys[i];
            byUpper[i - from] = ((long) Math.max(corners[corner], corners[next(corner)]) << 32) | corner;
        }
        Arrays.sort(byUpper);
        for (int i = from; i < to; i++) {
            keys[i] = lower | (byUpper[i - from] & 0xFFFFFFFFL);
        }
    }

    private static boolean sameEdge(Mesh body, long a, long b) {
        int[] c = body.corners();
        int i = (int) a;
        int j = (int) b;
        return Math.min(c[i], c[next(i)]) == Math.min(c[j], c[next(j)])
                && Math.max(c[i], c[next(i)]) == Math.max(c[j], c[next(j)]);
    }

    /// Whatever way round the two triangles are given.
    private static boolean isSharp(Mesh body, long a, long b) {
        int i = (int) a;
        int j = (int) b;
        double[] n = normal(body, i / 3);
        double[] m = normal(body, j / 3);
        double product = n[0] * m[0] + n[1] * m[1] + n[2] * m[2];
        double lengths =
                Math.sqrt((n[0] * n[0] + n[1] * n[1] + n[2] * n[2]) * (m[0] * m[0] + m[1] * m[1] + m[2] * m[2]));
        boolean opposite = body.corners()[i] != body.corners()[j];
        return lengths > 0 && (opposite ? product : -product) < SHARP * lengths;
    }

    private static double[] normal(Mesh body, int triangle) {
        float[] v = body.xyz();
        int a = 3 * body.corners()[3 * triangle];
        int b = 3 * body.corners()[3 * triangle + 1];
        int c = 3 * body.corners()[3 * triangle + 2];
        double ux = v[b] - v[a];
        double uy = v[b + 1] - v[a + 1];
        double uz = v[b + 2] - v[a + 2];
        double wx = v[c] - v[a];
        double wy = v[c + 1] - v[a + 1];
        double wz = v[c + 2] - v[a + 2];
        return new double[] {uy * wz - uz * wy, uz * wx - ux * wz, ux * wy - uy * wx};
    }

    /// Even points along the edges one after another; what is left of one edge is carried over to the next.
    private static SharpEdges sampled(Mesh body, long[] edges) {
        double total = 0;
        for (long edge : edges) {
            total += length(body, (int) edge);
        }
        double apart = Math.max(SPACING, total / MOST);
        float[] points = new float[3 * ((int) (total / apart) + 2)];
        float[] along = new float[points.length];
        float[] v = body.xyz();
        int n = 0;
        double carried = 0.5 * apart;
        for (long edge : edges) {
            int corner = (int) edge;
            int a = 3 * body.corners()[corner];
            int b = 3 * body.corners()[next(corner)];
            double length = length(body, corner);
            carried += length;
            while (carried >= apart && n < points.length) {
                carried -= apart;
                double t = 1 - carried / length;
                for (int k = 0; k < 3; k++) {
                    points[n] = (float) (v[a + k] + t * (v[b + k] - v[a + k]));
                    along[n++] = (float) ((v[b + k] - v[a + k]) / length);
                }
            }
        }
        return new SharpEdges(Arrays.copyOf(points, n), Arrays.copyOf(along, n), apart);
    }

    private static double length(Mesh body, int corner) {
        float[] v = body.xyz();
        int a = 3 * body.corners()[corner];
        int b = 3 * body.corners()[next(corner)];
        double x = v[b] - v[a];
        double y = v[b + 1] - v[a + 1];
        double z = v[b + 2] - v[a + 2];
        return Math.sqrt(x * x + y * y + z * z);
    }

    private static int next(int corner) {
        return corner % 3 == 2 ? corner - 2 : corner + 1;
    }
}
