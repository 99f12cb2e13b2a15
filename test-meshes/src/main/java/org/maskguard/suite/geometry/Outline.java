package org.maskguard.suite.geometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.maskguard.io.Mesh;

/// A flat figure with holes: loops of x y pairs, mm. The outer loop goes counter-clockwise, holes clockwise; loops that
/// are given the other way round are turned. Immutable.
///
/// @param outer the rim
/// @param holes none touches another or the rim
public record Outline(double[] outer, List<double[]> holes) {

    public Outline {
        outer = area(outer) < 0 ? reversed(outer) : outer;
        holes = holes.stream().map(h -> area(h) > 0 ? reversed(h) : h).toList();
    }

    public static Outline of(double... outer) {
        return new Outline(outer, List.of());
    }

    public static Outline box(double width, double height) {
        return of(-width / 2, -height / 2, width / 2, -height / 2, width / 2, height / 2, -width / 2, height / 2);
    }

    /// A box with rounded corners.
    public static Outline roundBox(double width, double height, double radius) {
        double[] loop = new double[4 * 7 * 2];
        double r = Math.min(radius, Math.min(width, height) / 2 - 0.01);
        for (int i = 0; i < 28; i++) {
            int corner = i / 7;
            double angle = (corner + i % 7 / 6.0) * Math.PI / 2;
            double cx = corner == 0 || corner == 3 ? width / 2 - r : r - width / 2;
            double cy = corner < 2 ? height / 2 - r : r - height / 2;
            loop[2 * i] = cx + r * StrictMath.cos(angle);
            loop[2 * i + 1] = cy + r * StrictMath.sin(angle);
        }
        return of(loop);
    }

    public static double[] circle(double x, double y, double radius, int points) {
        return polar(x, y, points, angle -> radius);
    }

    public static Outline disc(double radius, int points) {
        return of(circle(0, 0, radius, points));
    }

    /// A loop by its radius over the angle.
    public static double[] polar(double x, double y, int points, Curve radius) {
        double[] loop = new double[2 * points];
        for (int i = 0; i < points; i++) {
            double angle = 2 * Math.PI * i / points;
            double r = radius.at(angle);
            loop[2 * i] = x + r * StrictMath.cos(angle);
            loop[2 * i + 1] = y + r * StrictMath.sin(angle);
        }
        return loop;
    }

    /// The same with one more hole.
    public Outline without(double... loop) {
        List<double[]> more = new ArrayList<>(holes);
        more.add(loop);
        return new Outline(outer, more);
    }

    /// The same with a round hole.
    public Outline drilled(double x, double y, double radius) {
        return without(circle(x, y, radius, 20));
    }

    /// A plate of this figure from one height to another, closed.
    public Mesh extruded(double low, double high) {
        MeshBuilder out = new MeshBuilder();
        List<double[]> loops = new ArrayList<>();
        loops.add(outer);
        loops.addAll(holes);
        for (double[] loop : loops) {
            int first = 0;
            for (int i = 0; i < loop.length; i += 2) {
                int v = out.vertex(loop[i], loop[i + 1], low);
                out.vertex(loop[i], loop[i + 1], high);
                first = i == 0 ? v : first;
            }
            int n = loop.length / 2;
            for (int i = 0; i < n; i++) {
                int a = first + 2 * i;
                int b = first + 2 * ((i + 1) % n);
                out.quad(a, b, b + 1, a + 1);
            }
        }
        // Vertices stand in pairs, below and above, in the order of the loops.
        for (int[] t : triangles()) {
            out.triangle(2 * t[0] + 1, 2 * t[1] + 1, 2 * t[2] + 1);
            out.triangle(2 * t[0], 2 * t[2], 2 * t[1]);
        }
        return out.build();
    }

    /// Triangles over the points of all loops, the rim's first: ear clipping after each hole was joined to the rim
    /// by
    /// a bridge (Eberly, "Triangulation by ear clipping").
    private List<int[]> triangles() {
        List<double[]> points = new ArrayList<>();
        List<Integer> ring = new ArrayList<>();
        List<int[]> starts = new ArrayList<>();
        add(outer, points);
        for (int i = 0; i < points.size(); i++) {
            ring.add(i);
        }
        for (double[] hole : holes) {
            starts.add(new int[] {points.size(), hole.length / 2});
            add(hole, points);
        }
        starts.sort(Comparator.comparingDouble(s -> -rightmost(points, s)));
        for (int[] start : starts) {
            bridge(points, ring, start);
        }
        return new Ears(points, ring).clip();
    }

    private static void add(double[] loop, List<double[]> points) {
        for (int i = 0; i < loop.length; i += 2) {
            points.add(new double[] {loop[i], loop[i + 1]});
        }
    }

    private static double rightmost(List<double[]> points, int[] hole) {
        double most = -Double.MAX_VALUE;
        for (int i = 0; i < hole[1]; i++) {
            most = Math.max(most, points.get(hole[0] + i)[0]);
        }
        return most;
    }

    private static void bridge(List<double[]> points, List<Integer> ring, int[] hole) {
        int from = 0;
        for (int i = 1; i < hole[1]; i++) {
            from = points.get(hole[0] + i)[0] > points.get(hole[0] + from)[0] ? i : from;
        }
        int at = visible(points, ring, points.get(hole[0] + from));
        List<Integer> detour = new ArrayList<>();
        for (int i = 0; i <= hole[1]; i++) {
            detour.add(hole[0] + (from + i) % hole[1]);
        }
        detour.add(ring.get(at));
        ring.addAll(at + 1, detour);
    }

    /// The place in the ring of a point that can be seen from a hole's rightmost point.
    private static int visible(List<double[]> points, List<Integer> ring, double[] m) {
        double nearest = Double.MAX_VALUE;
        int best = -1;
        int n = ring.size();
        for (int i = 0; i < n; i++) {
            double[] a = points.get(ring.get(i));
            double[] b = points.get(ring.get((i + 1) % n));
            if (a[1] <= m[1] && b[1] > m[1]) {
                double x = a[0] + (m[1] - a[1]) / (b[1] - a[1]) * (b[0] - a[0]);
                if (x >= m[0] && x < nearest) {
                    nearest = x;
                    best = a[0] > b[0] ? i : (i + 1) % n;
                }
            }
        }
        if (best < 0) {
            throw new IllegalStateException("a hole lies outside of its figure");
        }
        return reflexInside(points, ring, m, new double[] {nearest, m[1]}, best);
    }

    private static int reflexInside(List<double[]> points, List<Integer> ring, double[] m, double[] hit, int best) {
        double[] p = points.get(ring.get(best));
        double least = Double.MAX_VALUE;
        int chosen = best;
        for (int i = 0; i < ring.size(); i++) {
            double[] q = points.get(ring.get(i));
            if (q[0] < m[0] || q == p || !Ears.inside(q, m, hit, p) && !Ears.inside(q, m, p, hit)) {
                continue;
            }
            double tangent = Math.abs(q[1] - m[1]) / (q[0] - m[0] + 1e-12);
            double far = q[0] - m[0];
            if (tangent < least - 1e-12 || tangent <= least + 1e-12 && far < points.get(ring.get(chosen))[0] - m[0]) {
                if (Ears.opensTo(points, ring, i, m)) {
                    least = tangent;
                    chosen = i;
                }
            }
        }
        return chosen;
    }

    private static double area(double[] loop) {
        double sum = 0;
        for (int i = 0; i < loop.length; i += 2) {
            int j = (i + 2) % loop.length;
            sum += loop[i] * loop[j + 1] - loop[j] * loop[i + 1];
        }
        return sum / 2;
    }

    private static double[] reversed(double[] loop) {
        double[] back = new double[loop.length];
        for (int i = 0; i < loop.length; i += 2) {
            back[i] = loop[loop.length - 2 - i];
            back[i + 1] = loop[loop.length - 1 - i];
        }
        return back;
    }

    /// A value over an angle or a share.
    public interface Curve {
        double at(double t);
    }
}
