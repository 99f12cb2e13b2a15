package org.maskguard.assembly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.maskguard.io.Mesh;
import org.maskguard.surface.Vec;

/// Finds the planes in which a body was cut off: those that hold a long curved line of its sharp edges and have nearly
/// all of it on one side.
///
/// A plane is guessed from one point of an edge, its direction and another point, and what most edges lie in wins; the
/// guesses are the same for the same body. Safe to use from any thread.
final class Cuts {

    /// A point this near is in the plane: coordinates of files are often rounded to 0.1 mm.
    private static final double NEAR = 0.25;

    /// The shortest line that says anything, and its least extents, mm.
    private static final double SHORTEST = 40;

    private static final double LEAST_LONG = 25;
    private static final double LEAST_WIDE = 3;

    /// This share of a body's surface may reach over the plane: pegs, and walls that were offset after the cut.
    private static final double OVERHANG = 0.08;

    /// And that far, mm.
    private static final double HIGHEST = 12;

    private static final int SEEDS = 400;
    private static final int GUESSES = 12;
    private static final int PROBES = 256;

    /// Planes looked at closely, and planes kept, of one body.
    private static final int TRIED = 80;

    private static final int MOST = 6;

    private Cuts() {}

    /// The cuts of a body, longest line first.
    static List<Cut> of(int number, Mesh body) {
        SharpEdges edges = SharpEdges.of(body);
        List<Cut> cuts = new ArrayList<>();
        if (edges.count() * edges.apart() < SHORTEST) {
            return cuts;
        }
        List<Plane> tried = new ArrayList<>();
        for (Plane guess : guesses(edges)) {
            if (cuts.size() == MOST || tried.size() == TRIED) {
                break;
            }
            if (cuts.stream().anyMatch(guess::isNear) || tried.stream().anyMatch(guess::isSame)) {
                continue;
            }
            tried.add(guess);
            Plane plane = guess.settled(edges).settled(edges);
            Plane outward = outward(plane, body);
            if (outward != null && cuts.stream().noneMatch(outward::isNear)) {
                Cut cut = outward.cut(number, edges);
                double[] extents = cut.extents();
                if (cut.length() >= SHORTEST && extents[0] >= LEAST_LONG && extents[1] >= LEAST_WIDE) {
                    cuts.add(cut);
                }
            }
        }
        cuts.sort(Comparator.comparingDouble(Cut::length).reversed());
        return cuts;
    }

    /// Planes that hold many points, most first.
    private static List<Plane> guesses(SharpEdges edges) {
        int n = edges.count();
        SplittableRandom random = new SplittableRandom(n);
        int step = Math.max(1, n / PROBES);
        record Guess(Plane plane, int support) {}
        List<Guess> guesses = new ArrayList<>();
        for (int s = 0; s < Math.min(SEEDS, n); s++) {
            int i = (int) ((long) s * n / Math.min(SEEDS, n));
            for (int g = 0; g < GUESSES; g++) {
                Plane plane = Plane.through(edges, i, random.nextInt(n));
                if (plane != null) {
                    int support = plane.support(edges, step);
                    if (support * step * edges.apart() >= SHORTEST / 2) {
                        guesses.add(new Guess(plane, support));
                    }
                }
            }
        }
        guesses.sort(Comparator.comparingInt(Guess::support).reversed());
        return guesses.stream().map(Guess::plane).toList();
    }

    /// The same plane with the body behind it, or null where the body lies on both sides.
    private static Plane outward(Plane plane, Mesh body) {
        float[] v = body.xyz();
        int[] c = body.corners();
        double before = 0;
        double behind = 0;
        double all = 0;
        double high = 0;
        double deep = 0;
        int step = 1 + body.triangles() / 3000;
        for (int t = 0; t < c.length; t += 3 * step) {
            Vec p = new Vec(v[3 * c[t]], v[3 * c[t] + 1], v[3 * c[t] + 2]);
            Vec q = new Vec(v[3 * c[t + 1]], v[3 * c[t + 1] + 1], v[3 * c[t + 1] + 2]);
            Vec r = new Vec(v[3 * c[t + 2]], v[3 * c[t + 2] + 1], v[3 * c[t + 2] + 2]);
            double area = q.minus(p).cross(r.minus(p)).length();
            double height = (plane.height(p) + plane.height(q) + plane.height(r)) / 3;
            all += area;
            before += height > 2 * NEAR ? area : 0;
            behind += height < -2 * NEAR ? area : 0;
            high = Math.max(high, height);
            deep = Math.max(deep, -height);
        }
        if (before <= OVERHANG * all && high <= HIGHEST && behind > before) {
            return plane;
        }
        return behind <= OVERHANG * all && deep <= HIGHEST && before > behind ? plane.turnedOver() : null;
    }

    private record Plane(Vec origin, Vec normal) {

        /// Through an edge's point along the edge and another point, whose edge must run in it, too; else null.
        static Plane through(SharpEdges edges, int i, int j) {
            Vec to = at(edges.points(), j).minus(at(edges.points(), i));
            Vec normal = at(edges.along(), i).cross(to);
            // Nearly in line, or too near to say much.
            if (to.length() < 12 || normal.length() < 0.2 * to.length()) {
                return null;
            }
            Plane plane = new Plane(at(edges.points(), i), normal.unit());
            return Math.abs(at(edges.along(), j).dot(plane.normal)) < 0.1 ? plane : null;
        }

        double height(Vec p) {
            return p.minus(origin).dot(normal);
        }

        boolean isNear(Cut cut) {
            return Math.abs(cut.normal().dot(normal)) > 0.99 && Math.abs(height(cut.origin())) < 2;
        }

        boolean isSame(Plane other) {
            return Math.abs(other.normal.dot(normal)) > 0.9995 && Math.abs(height(other.origin)) < 2 * NEAR;
        }

        Plane turnedOver() {
            return new Plane(origin, normal.times(-1));
        }

        int support(SharpEdges edges, int step) {
            int count = 0;
            for (int i = 0; i < edges.count(); i += step) {
                count += holds(edges, i, NEAR) ? 1 : 0;
            }
            return count;
        }

        private boolean holds(SharpEdges edges, int i, double near) {
            float[] p = edges.points();
            float[] d = edges.along();
            double h = (p[3 * i] - origin.x()) * normal.x()
                    + (p[3 * i + 1] - origin.y()) * normal.y()
                    + (p[3 * i + 2] - origin.z()) * normal.z();
            double slope = d[3 * i] * normal.x() + d[3 * i + 1] * normal.y() + d[3 * i + 2] * normal.z();
            return Math.abs(h) < near && Math.abs(slope) < 0.2;
        }

        /// The plane nearest to the points that it holds.
        Plane settled(SharpEdges edges) {
            Vec[] axes = axes();
            double[] sum = new double[9];
            for (int i = 0; i < edges.count(); i++) {
                if (holds(edges, i, 2 * NEAR)) {
                    Vec p = at(edges.points(), i).minus(origin);
                    double u = p.dot(axes[0]);
                    double v = p.dot(axes[1]);
                    double h = p.dot(normal);
                    sum[0]++;
                    sum[1] += u;
                    sum[2] += v;
                    sum[3] += h;
                    sum[4] += u * u;
                    sum[5] += u * v;
                    sum[6] += v * v;
                    sum[7] += u * h;
                    sum[8] += v * h;
                }
            }
            double n = sum[0];
            double uu = sum[4] - sum[1] * sum[1] / n;
            double uv = sum[5] - sum[1] * sum[2] / n;
            double vv = sum[6] - sum[2] * sum[2] / n;
            double uh = sum[7] - sum[1] * sum[3] / n;
            double vh = sum[8] - sum[2] * sum[3] / n;
            double det = uu * vv - uv * uv;
            if (n < 3 || det < 1e-6 * uu * vv) {
                return this;
            }
            double a = (uh * vv - vh * uv) / det;
            double b = (vh * uu - uh * uv) / det;
            Vec mean = axes[0].times(sum[1] / n).plus(axes[1].times(sum[2] / n)).plus(normal.times(sum[3] / n));
            return new Plane(
                    origin.plus(mean),
                    normal.minus(axes[0].times(a)).minus(axes[1].times(b)).unit());
        }

        Cut cut(int body, SharpEdges edges) {
            Vec[] axes = axes();
            float[] line = new float[2 * edges.count()];
            float[] along = new float[2 * edges.count()];
            int n = 0;
            for (int i = 0; i < edges.count(); i++) {
                if (holds(edges, i, NEAR)) {
                    Vec p = at(edges.points(), i).minus(origin);
                    Vec d = at(edges.along(), i);
                    for (int k = 0; k < 2; k++) {
                        line[n] = (float) p.dot(axes[k]);
                        along[n++] = (float) d.dot(axes[k]);
                    }
                }
            }
            return new Cut(
                    body, origin, axes, Arrays.copyOf(line, n), Arrays.copyOf(along, n), 0.5 * n * edges.apart());
        }

        private Vec[] axes() {
            Vec side = Math.abs(normal.x()) < 0.6 ? new Vec(1, 0, 0) : new Vec(0, 1, 0);
            Vec u = side.minus(normal.times(side.dot(normal))).unit();
            return new Vec[] {u, normal.cross(u), normal};
        }
    }

    private static Vec at(float[] triples, int i) {
        return new Vec(triples[3 * i], triples[3 * i + 1], triples[3 * i + 2]);
    }
}
