package org.maskguard.suite.geometry;

import java.util.ArrayList;
import java.util.List;

/// Cuts a ring of points into triangles, ear by ear. For one use.
final class Ears {

    private final List<double[]> points;
    private final int[] ring;
    private final int[] next;
    private final int[] before;
    private final boolean[] reflex;

    Ears(List<double[]> points, List<Integer> order) {
        this.points = points;
        int n = order.size();
        ring = order.stream().mapToInt(Integer::intValue).toArray();
        next = new int[n];
        before = new int[n];
        reflex = new boolean[n];
        for (int i = 0; i < n; i++) {
            next[i] = (i + 1) % n;
            before[i] = (i + n - 1) % n;
        }
        for (int i = 0; i < n; i++) {
            reflex[i] = turn(i) <= 0;
        }
    }

    List<int[]> clip() {
        List<int[]> triangles = new ArrayList<>();
        int left = ring.length;
        int at = 0;
        int tried = 0;
        while (left > 3) {
            // Where rounding leaves no ear, the next convex corner is cut off all the same.
            if (!reflex[at] && (tried > left || free(at))) {
                triangles.add(new int[] {ring[before[at]], ring[at], ring[next[at]]});
                remove(at);
                left--;
                at = next[at];
                tried = 0;
            } else {
                at = next[at];
                tried++;
                if (tried > 2 * left) {
                    reflex[at] = false;
                }
            }
        }
        triangles.add(new int[] {ring[before[at]], ring[at], ring[next[at]]});
        return triangles;
    }

    private void remove(int at) {
        next[before[at]] = next[at];
        before[next[at]] = before[at];
        reflex[before[at]] = turn(before[at]) <= 0;
        reflex[next[at]] = turn(next[at]) <= 0;
    }

    private boolean free(int at) {
        double[] a = points.get(ring[before[at]]);
        double[] b = points.get(ring[at]);
        double[] c = points.get(ring[next[at]]);
        for (int i = next[next[at]]; i != before[at]; i = next[i]) {
            if (reflex[i]) {
                double[] p = points.get(ring[i]);
                if (!same(p, a) && !same(p, b) && !same(p, c) && inside(p, a, b, c)) {
                    return false;
                }
            }
        }
        return true;
    }

    private double turn(int i) {
        return cross(points.get(ring[before[i]]), points.get(ring[i]), points.get(ring[next[i]]));
    }

    /// Whether a point lies in a triangle that goes counter-clockwise, or on its edge.
    static boolean inside(double[] p, double[] a, double[] b, double[] c) {
        return cross(a, b, p) >= 0 && cross(b, c, p) >= 0 && cross(c, a, p) >= 0;
    }

    /// Whether the inside of a ring at one of its corners is on the side of a point.
    static boolean opensTo(List<double[]> points, List<Integer> order, int i, double[] p) {
        int n = order.size();
        double[] a = points.get(order.get((i + n - 1) % n));
        double[] b = points.get(order.get(i));
        double[] c = points.get(order.get((i + 1) % n));
        if (cross(a, b, c) >= 0) {
            return cross(a, b, p) >= 0 && cross(b, c, p) >= 0;
        }
        return cross(a, b, p) >= 0 || cross(b, c, p) >= 0;
    }

    private static boolean same(double[] p, double[] q) {
        return p[0] == q[0] && p[1] == q[1];
    }

    private static double cross(double[] a, double[] b, double[] c) {
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
    }
}
