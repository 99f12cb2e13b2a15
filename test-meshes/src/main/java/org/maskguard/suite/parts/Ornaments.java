package org.maskguard.suite.parts;

import static org.maskguard.suite.geometry.Meshes.joined;
import static org.maskguard.suite.geometry.Meshes.moved;
import static org.maskguard.suite.geometry.Meshes.scaled;
import static org.maskguard.suite.geometry.Meshes.turned;

import java.util.ArrayList;
import java.util.List;
import org.maskguard.io.Mesh;
import org.maskguard.suite.geometry.Dice;
import org.maskguard.suite.geometry.Forms;
import org.maskguard.suite.geometry.Meshes;
import org.maskguard.suite.geometry.Outline;
import org.maskguard.suite.geometry.Solid;
import org.maskguard.suite.geometry.SurfaceNet;

/// What is printed to be looked at.
final class Ornaments {

    private Ornaments() {}

    static List<Family> all() {
        return List.of(
                new Family("snowflake", "other", Ornaments::snowflake),
                new Family("torus-knot", "other", Ornaments::torusKnot),
                new Family("seashell", "organic", Ornaments::seashell),
                new Family("tree", "organic", Ornaments::tree),
                new Family("flower", "organic", Ornaments::flower),
                new Family("rock", "organic", Ornaments::rock),
                new Family("mushroom", "organic", Ornaments::mushroom),
                new Family("chair", "architecture", Ornaments::chair),
                new Family("column", "architecture", Ornaments::column),
                new Family("bridge", "architecture", Ornaments::bridge),
                new Family("blob", "organic", Ornaments::blob),
                new Family("star-ornament", "other", Ornaments::star));
    }

    private static Mesh snowflake(Dice d) {
        double r = d.between(30, 80);
        double w = r * d.between(0.05, 0.1);
        int twigs = d.from(2, 4);
        double thick = d.between(1.5, 4);
        List<Mesh> arm = new ArrayList<>(List.of(moved(Forms.box(r, w, thick), r / 2, 0, 0)));
        for (int i = 0; i < twigs; i++) {
            double x = r * (0.3 + 0.6 * (i + d.unit() * 0.5) / twigs);
            double length = r * d.between(0.12, 0.35);
            for (int side = -1; side <= 1; side += 2) {
                arm.add(moved(turned(moved(Forms.box(length, w, thick), length / 2, 0, 0), 2, side * 60), x, 0, 0));
            }
        }
        Mesh one = joined(arm);
        List<Mesh> all = new ArrayList<>(List.of(moved(Forms.pipe(r * 0.2, r * 0.12, thick), 0, 0, -thick / 2)));
        for (int i = 0; i < 6; i++) {
            all.add(turned(one, 2, 60.0 * i));
        }
        return joined(all);
    }

    private static Mesh torusKnot(Dice d) {
        int p = d.from(2, 5);
        int q = d.pick(3, 5, 7) + (p == 3 || p == 5 ? 1 : 0);
        double r = d.between(25, 60);
        double tube = r * d.between(0.08, 0.16);
        int steps = 260;
        double[] path = new double[3 * steps];
        for (int i = 0; i < steps; i++) {
            double a = 2 * Math.PI * i / steps;
            double ring = r * (1 + 0.4 * StrictMath.cos(q * a));
            path[3 * i] = ring * StrictMath.cos(p * a);
            path[3 * i + 1] = ring * StrictMath.sin(p * a);
            path[3 * i + 2] = 0.4 * r * StrictMath.sin(q * a);
        }
        return Forms.swept(path, 14, true, (t, a) -> tube);
    }

    private static Mesh seashell(Dice d) {
        double turns = d.between(2.5, 5);
        double grow = d.between(0.25, 0.45);
        double rise = d.between(0.2, 1.4);
        int ribs = d.from(0, 14);
        int steps = 160;
        double[] path = new double[3 * (steps + 1)];
        for (int i = 0; i <= steps; i++) {
            double a = 2 * Math.PI * turns * i / steps;
            double r = 40 * StrictMath.exp(-grow * (2 * Math.PI * turns - a) * 0.6);
            path[3 * i] = r * StrictMath.cos(a);
            path[3 * i + 1] = r * StrictMath.sin(a);
            path[3 * i + 2] = -rise * r * 1.5;
        }
        return Forms.swept(path, 28, false, (t, a) -> {
            double angle = 2 * Math.PI * turns * t;
            double r = 40 * StrictMath.exp(-grow * (2 * Math.PI * turns - angle) * 0.6);
            return 0.62 * r * (1 + 0.06 * StrictMath.cos(ribs * angle));
        });
    }

    private static Mesh tree(Dice d) {
        double high = d.between(60, 160);
        if (d.chance(0.5)) {
            int tiers = d.from(3, 7);
            List<Mesh> all = new ArrayList<>(List.of(Forms.cylinder(0.05 * high, 0.3 * high)));
            for (int i = 0; i < tiers; i++) {
                double t = i / (double) tiers;
                double r = 0.3 * high * (1 - 0.8 * t);
                Mesh skirt = Forms.swept(
                        new double[] {0, 0, 0, 0, 0, 0.5 * r, 0, 0, r},
                        60,
                        false,
                        (s, a) -> Math.max(0.2, r * (1 - s) * (1 + 0.1 * StrictMath.cos(12 * a))));
                all.add(moved(skirt, 0, 0, high * (0.2 + 0.7 * t)));
            }
            return joined(all);
        }
        List<Mesh> all = new ArrayList<>();
        branch(all, d, new double[] {0, 0, 0}, new double[] {0, 0, 1}, high * 0.35, high * 0.04, 4);
        return joined(all);
    }

    private static void branch(List<Mesh> all, Dice d, double[] p, double[] way, double length, double r, int deep) {
        double[] q = {p[0] + length * way[0], p[1] + length * way[1], p[2] + length * way[2]};
        double[] path = {
            p[0],
            p[1],
            p[2],
            (p[0] + q[0]) / 2 + d.between(-1, 1),
            (p[1] + q[1]) / 2,
            (p[2] + q[2]) / 2,
            q[0],
            q[1],
            q[2]
        };
        all.add(Forms.swept(path, 8, false, (t, a) -> r * (1 - 0.4 * t)));
        int n = deep == 0 ? 0 : d.from(2, 3);
        for (int i = 0; i < n; i++) {
            double[] next = {way[0] + d.between(-0.8, 0.8), way[1] + d.between(-0.8, 0.8), way[2] + d.between(-0.1, 0.4)
            };
            double size = Math.sqrt(next[0] * next[0] + next[1] * next[1] + next[2] * next[2]);
            branch(
                    all,
                    d,
                    q,
                    new double[] {next[0] / size, next[1] / size, next[2] / size},
                    length * 0.72,
                    r * 0.62,
                    deep - 1);
        }
    }

    private static Mesh flower(Dice d) {
        int petals = d.from(5, 12);
        int layers = d.from(1, 3);
        double r = d.between(20, 50);
        Mesh petal = Forms.landscape(1.1 * r, 0.7 * r, 24, 16, (x, y) -> {
            double q = 4 * (x * x / (1.21 * r * r) + y * y / (0.49 * r * r));
            return q > 1 ? 0.05 : 0.05 + 2.2 * (1 - q);
        });
        List<Mesh> all = new ArrayList<>(List.of(scaled(Forms.sphere(0.3 * r, 28), 1, 1, 0.6)));
        for (int l = 0; l < layers; l++) {
            double lift = d.between(5, 30) + 18 * l;
            for (int i = 0; i < petals; i++) {
                all.add(turned(
                        moved(turned(moved(petal, 0.55 * r, 0, 0), 1, -lift), 0.15 * r, 0, 0),
                        2,
                        360.0 * (i + 0.5 * l) / petals));
            }
        }
        if (d.chance(0.6)) {
            all.add(Forms.rod(new double[] {0, 0, 0, 3, 2, -r, 0, 4, -2.5 * r}, 2.5, 12));
        }
        return joined(all);
    }

    private static Mesh rock(Dice d) {
        double r = d.between(20, 60);
        double[][] cuts = new double[d.from(12, 40)][];
        for (int i = 0; i < cuts.length; i++) {
            double[] n = {d.normal(), d.normal(), d.normal()};
            double size = Math.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]);
            cuts[i] = new double[] {n[0] / size, n[1] / size, n[2] / size, r * d.between(0.75, 1)};
        }
        double flat = d.between(0.6, 1);
        Mesh ball = Forms.sphere(1, 72);
        Mesh cut = Meshes.mapped(ball, (p, i) -> {
            double far = 1.15 * r;
            for (double[] c : cuts) {
                double cosine = p[0] * c[0] + p[1] * c[1] + p[2] * c[2];
                far = cosine > 0.05 ? Math.min(far, c[3] / cosine) : far;
            }
            for (int axis = 0; axis < 3; axis++) {
                p[axis] *= far;
            }
        });
        return scaled(cut, 1, d.between(0.7, 1.2), flat);
    }

    private static Mesh mushroom(Dice d) {
        double cap = d.between(20, 60);
        double high = d.between(0.9, 2) * cap;
        double dome = d.between(0.4, 1) * cap;
        double stem = d.between(0.15, 0.35) * cap;
        List<Mesh> all = new ArrayList<>();
        all.add(Forms.revolved(
                64,
                0,
                0,
                1.3 * stem,
                0,
                stem,
                0.3 * high,
                0.8 * stem,
                high,
                0.9 * cap,
                high - 0.1 * dome,
                cap,
                high,
                0.92 * cap,
                high + 0.4 * dome,
                0.7 * cap,
                high + 0.72 * dome,
                0.4 * cap,
                high + 0.93 * dome,
                0,
                high + dome));
        int spots = d.from(0, 16);
        for (int i = 0; i < spots; i++) {
            double a = d.between(0, 2 * Math.PI);
            double e = d.between(0.5, 1.5);
            all.add(moved(
                    Forms.sphere(cap * d.between(0.05, 0.12), 14),
                    0.93 * cap * StrictMath.cos(e) * StrictMath.cos(a),
                    0.93 * cap * StrictMath.cos(e) * StrictMath.sin(a),
                    high + 0.93 * dome * StrictMath.sin(e)));
        }
        return joined(all);
    }

    private static Mesh chair(Dice d) {
        double w = d.between(30, 60);
        double seat = d.between(30, 55);
        double back = d.between(35, 80);
        double leg = d.between(2.5, 6);
        List<Mesh> all = new ArrayList<>(List.of(moved(Outline.roundBox(w, w, 6).extruded(0, 4), 0, 0, seat)));
        for (int i = 0; i < 4; i++) {
            double x = (i % 2 - 0.5) * (w - 2 * leg);
            double y = (i / 2 - 0.5) * (w - 2 * leg);
            all.add(moved(Forms.cone(0.7 * leg, leg, seat + 1, 16), x, y, 0));
        }
        int slats = d.from(2, 7);
        for (int i = 0; i < slats; i++) {
            all.add(moved(Forms.box(2.5, 3, back), (w - 8) * (i / (slats - 1.0) - 0.5), w / 2 - 3, seat + back / 2));
        }
        all.add(moved(turned(Outline.roundBox(w, 0.25 * back, 5).extruded(-2, 2), 0, 90), 0, w / 2 - 3, seat + back));
        return joined(all);
    }

    private static Mesh column(Dice d) {
        double r = d.between(8, 20);
        double high = r * d.between(6, 12);
        int flutes = d.from(0, 24);
        double[] path = new double[3 * 17];
        for (int i = 0; i <= 16; i++) {
            path[3 * i + 2] = high * i / 16;
        }
        Mesh shaft = Forms.swept(
                path,
                144,
                false,
                (t, a) -> r * (1 - 0.15 * t * t) * (1 - 0.06 * Math.abs(StrictMath.sin(flutes * a / 2))));
        Mesh base = Forms.revolved(64, 0, -12, 1.5 * r, -12, 1.5 * r, -7, 1.25 * r, -5, 1.35 * r, -2, 1.1 * r, 1, 0, 1);
        Mesh capital = moved(Forms.revolved(64, 0, 0, 0.9 * r, 0, 1.3 * r, 8, 1.4 * r, 9, 0, 9), 0, 0, high - 1);
        return joined(
                shaft,
                base,
                capital,
                moved(Forms.box(3 * r, 3 * r, 5), 0, 0, high + 10),
                moved(Forms.box(3.2 * r, 3.2 * r, 5), 0, 0, -14));
    }

    private static Mesh bridge(Dice d) {
        int arches = d.from(1, 6);
        double span = d.between(25, 60);
        double pier = d.between(5, 14);
        double high = span / 2 + d.between(8, 20);
        double w = arches * span + (arches + 1) * pier;
        List<Double> loop = new ArrayList<>(List.of(0.0, high, 0.0, 0.0));
        for (int i = 0; i < arches; i++) {
            double x = pier + i * (span + pier);
            for (int k = 0; k <= 20; k++) {
                double a = Math.PI * k / 20;
                loop.add(x + span / 2 - span / 2 * StrictMath.cos(a));
                loop.add(0.01 + 0.9 * span / 2 * StrictMath.sin(a));
            }
        }
        loop.addAll(List.of(w, 0.0, w, high));
        Mesh body = turned(
                Outline.of(loop.stream().mapToDouble(Double::doubleValue).toArray())
                        .extruded(0, d.between(15, 35)),
                0,
                90);
        return body;
    }

    /// A few balls grown together.
    private static Mesh blob(Dice d) {
        double r = d.between(14, 26);
        Solid all = Solid.ellipsoid(r, r, r);
        int n = d.from(2, 6);
        for (int i = 0; i < n; i++) {
            double s = r * d.between(0.4, 0.9);
            all = all.blendedWith(
                    Solid.ellipsoid(s, s * d.between(0.7, 1.3), s)
                            .movedBy(d.between(-r, r), d.between(-r, r), d.between(-r, r)),
                    0.5 * r);
        }
        double b = 2.3 * r;
        return SurfaceNet.sparse(all, new double[] {-b, -b, -b, b, b, b}, r / 11);
    }

    private static Mesh star(Dice d) {
        int points = d.from(4, 9);
        double r = d.between(25, 70);
        double inner = r * d.between(0.3, 0.6);
        double high = d.between(4, 20);
        Mesh flat = Outline.of(Outline.polar(
                        0, 0, 2 * points, a -> Math.round(a * points / Math.PI) % 2 == 0 ? r : inner))
                .extruded(0, 2);
        Mesh tip = Forms.swept(
                new double[] {0, 0, 2, 0, 0, 2 + high},
                2 * points,
                false,
                (t, a) -> (1 - 0.98 * t) * (Math.round(a * points / Math.PI) % 2 == 0 ? r : inner));
        return joined(flat, tip, moved(turned(Forms.torus(4, 1.2, 24), 0, 90), 0, 0, 0));
    }
}
