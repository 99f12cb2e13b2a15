package org.maskguard.suite.parts;

import static org.maskguard.suite.geometry.Meshes.joined;
import static org.maskguard.suite.geometry.Meshes.moved;
import static org.maskguard.suite.geometry.Meshes.turned;

import java.util.ArrayList;
import java.util.List;
import org.maskguard.io.Mesh;
import org.maskguard.suite.geometry.Dice;
import org.maskguard.suite.geometry.Forms;
import org.maskguard.suite.geometry.Outline;

/// What people print to play with.
final class Toys {

    private Toys() {}

    static List<Family> all() {
        return List.of(
                new Family("chess-piece", "other", Toys::chessPiece),
                new Family("building-brick", "other", Toys::brick),
                new Family("rocket", "vehicle", Toys::rocket),
                new Family("toy-car", "vehicle", Toys::car),
                new Family("boat-hull", "vehicle", Toys::boat),
                new Family("puzzle-piece", "other", Toys::puzzlePiece),
                new Family("castle", "architecture", Toys::castle),
                new Family("spinning-top", "other", Toys::spinningTop),
                new Family("maze", "other", Toys::maze),
                new Family("aeroplane", "vehicle", Toys::aeroplane),
                new Family("dice-tower", "other", Toys::diceTower),
                new Family("track", "vehicle", Toys::track));
    }

    private static Mesh chessPiece(Dice d) {
        double s = d.between(0.8, 1.6);
        double[] p = {0, 0, 16, 0, 16, 4, 12, 7, d.between(6, 9), 14, d.between(5, 7), d.between(24, 40)};
        double top = p[11];
        double head = d.between(6, 10);
        double[] profile = {
            p[0],
            p[1],
            p[2],
            p[3],
            p[4],
            p[5],
            p[6],
            p[7],
            p[8],
            p[9],
            p[10],
            p[11],
            head,
            top + 2,
            head - 2,
            top + 5,
            head * 0.8,
            top + 8,
            head,
            top + 14,
            d.between(1, 6),
            top + 20,
            0,
            top + 21
        };
        for (int i = 0; i < profile.length; i++) {
            profile[i] *= s;
        }
        Mesh body = Forms.revolved(64, profile);
        double z = s * (top + 20);
        return switch (d.from(0, 3)) {
            case 0 -> joined(body, moved(Forms.sphere(4 * s, 20), 0, 0, z));
            case 1 ->
                joined(
                        body,
                        moved(Forms.box(2 * s, 2 * s, 12 * s), 0, 0, z),
                        moved(Forms.box(8 * s, 2 * s, 2 * s), 0, 0, z + 2 * s));
            case 2 ->
                joined(
                        body,
                        moved(
                                Outline.of(Outline.polar(0, 0, 64, a -> s * (8 + StrictMath.cos(6 * a))))
                                        .extruded(0, 5 * s),
                                0,
                                0,
                                z - 6 * s));
            default -> joined(body, moved(Forms.torus(5 * s, 1.5 * s, 32), 0, 0, z));
        };
    }

    private static Mesh brick(Dice d) {
        int nx = d.from(1, 8);
        int ny = d.from(1, 4);
        double high = d.pick(3.2, 9.6, 9.6);
        List<Mesh> all = new ArrayList<>();
        Outline shell = Outline.box(8 * nx - 0.2, 8 * ny - 0.2)
                .without(Outline.box(8 * nx - 3.2, 8 * ny - 3.2).outer());
        all.add(shell.extruded(0, high));
        all.add(moved(Forms.box(8 * nx - 0.2, 8 * ny - 0.2, 1.5), 0, 0, high - 0.75));
        for (int i = 0; i < nx * ny; i++) {
            double x = 8 * (i % nx - (nx - 1) / 2.0);
            double y = 8 * (i / nx - (ny - 1) / 2.0);
            all.add(moved(Forms.cone(2.4, 2.4, 1.8, 32), x, y, high - 0.1));
            if (i % nx < nx - 1 && i / nx < ny - 1) {
                all.add(moved(Forms.pipe(3.25, 2.4, high - 1), x + 4, y + 4, 0));
            }
        }
        return joined(all);
    }

    private static Mesh rocket(Dice d) {
        double r = d.between(10, 25);
        double high = r * d.between(5, 9);
        int fins = d.from(3, 5);
        Mesh body = Forms.revolved(
                64,
                0,
                0,
                0.7 * r,
                0,
                0.9 * r,
                0.1 * high,
                r,
                0.4 * high,
                0.85 * r,
                0.7 * high,
                0.5 * r,
                0.88 * high,
                0,
                high);
        List<Mesh> all = new ArrayList<>(List.of(body));
        double reach = d.between(0.8, 1.6) * r;
        Outline fin =
                Outline.of(0.6 * r, 0.3 * high, 0.6 * r, 0.05 * high, r + reach, -0.12 * high, r + reach, 0.02 * high);
        for (int i = 0; i < fins; i++) {
            all.add(turned(turned(fin.extruded(-1.5, 1.5), 0, 90), 2, 360.0 * i / fins));
        }
        all.add(moved(turned(Forms.torus(0.35 * r, 1.5, 32), 0, 90), 0, -0.95 * r, 0.6 * high));
        return joined(all);
    }

    private static Mesh car(Dice d) {
        double l = d.between(60, 140);
        double w = l * d.between(0.35, 0.5);
        double h = l * d.between(0.12, 0.2);
        double cabin = l * d.between(0.3, 0.55);
        double[] side = {
            -l / 2,
            0.3 * h,
            l / 2,
            0.3 * h,
            l / 2,
            h,
            cabin / 2 + 0.1 * l,
            1.15 * h,
            cabin / 3,
            2.1 * h,
            -cabin / 3,
            2.1 * h,
            -cabin / 2 - 0.05 * l,
            1.2 * h,
            -l / 2,
            h
        };
        List<Mesh> all = new ArrayList<>(List.of(moved(turned(Outline.of(side).extruded(0, w), 0, 90), 0, w / 2, 0)));
        double wheel = 0.55 * h + d.between(0, 3);
        for (int i = 0; i < 4; i++) {
            Mesh tyre = turned(Forms.torus(0.75 * wheel, 0.35 * wheel, 32), 0, 90);
            all.add(moved(tyre, (i % 2 - 0.5) * 0.62 * l, (i / 2 - 0.5) * w, 0.4 * h));
            all.add(moved(
                    turned(Forms.cylinder(0.7 * wheel, 4), 0, 90),
                    (i % 2 - 0.5) * 0.62 * l,
                    (i / 2 - 0.5) * w + 2,
                    0.4 * h));
        }
        return joined(all);
    }

    private static Mesh boat(Dice d) {
        double l = d.between(80, 200);
        double beam = l * d.between(0.2, 0.4);
        double deep = l * d.between(0.12, 0.22);
        double bow = d.between(1.5, 3);
        Mesh hull = turned(
                Forms.landscape(l, beam, 60, 30, (x, y) -> {
                    double t = Math.abs(2 * x / l);
                    double half = beam / 2 * Math.max(0.02, 1 - StrictMath.pow(t, bow));
                    double q = Math.min(1, Math.abs(y) / half);
                    return 0.6 + deep * (1 - q * q) * (1 - 0.3 * t);
                }),
                0,
                180);
        Mesh house = moved(Forms.box(0.25 * l, 0.5 * beam, 0.14 * l), -0.12 * l, 0, 0.07 * l);
        Mesh chimney = moved(Forms.pipe(0.03 * l, 0.02 * l, 0.12 * l), -0.15 * l, 0, 0.12 * l);
        return joined(hull, house, chimney);
    }

    private static Mesh puzzlePiece(Dice d) {
        double s = d.between(20, 60);
        int points = 30;
        List<Double> loop = new ArrayList<>();
        for (int side = 0; side < 4; side++) {
            double out = d.pick(-1.0, 0.0, 1.0);
            double at = d.between(-0.1, 0.1);
            double size = d.between(0.16, 0.2);
            for (int i = 0; i < points; i++) {
                double[] p = tab(i / (double) points, out, at, size);
                double[] q = turnedQuarter(p, side);
                loop.add(s * q[0]);
                loop.add(s * q[1]);
            }
        }
        return Outline.of(loop.stream().mapToDouble(Double::doubleValue).toArray())
                .extruded(0, d.between(2, 8));
    }

    private static double[] tab(double t, double out, double at, double size) {
        if (t < 0.3 || t > 0.7 || out == 0) {
            double u = t < 0.3 ? t / 0.3 * 0.5 : (t - 0.7) / 0.3 * 0.5 + 0.5;
            double straight = out == 0 ? t : t < 0.3 ? u * (1 + 2 * at - 0.16) : 1 - (1 - u) * (1 - 2 * at - 0.16);
            return new double[] {straight - 0.5, -0.5};
        }
        double a = StrictMath.toRadians(240 - 300 * (t - 0.3) / 0.4);
        return new double[] {at + size * StrictMath.cos(a), -0.5 - out * (size * 0.9 + size * StrictMath.sin(a))};
    }

    private static double[] turnedQuarter(double[] p, int times) {
        double[] q = p;
        for (int i = 0; i < times; i++) {
            q = new double[] {-q[1], q[0]};
        }
        return q;
    }

    private static Mesh castle(Dice d) {
        int towers = d.from(3, 7);
        double r = d.between(40, 80);
        List<Mesh> all = new ArrayList<>();
        double wall = d.between(25, 50);
        for (int i = 0; i < towers; i++) {
            double a = 2 * Math.PI * i / towers;
            double high = wall * d.between(1.2, 2.2);
            double t = d.between(8, 15);
            double x = r * StrictMath.cos(a);
            double y = r * StrictMath.sin(a);
            all.add(moved(Forms.cone(t, 0.9 * t, high, 24), x, y, 0));
            if (d.chance(0.5)) {
                all.add(moved(Forms.cone(1.2 * t, 0.05, 1.4 * t, 24), x, y, high - 0.1));
            } else {
                for (int k = 0; k < 8; k++) {
                    all.add(moved(turned(moved(Forms.box(2, 4, 5), t, 0, high + 1), 2, 45.0 * k), x, y, 0));
                }
            }
            double b = 2 * Math.PI * (i + 1) / towers;
            double length = 2 * r * StrictMath.sin(Math.PI / towers);
            Mesh side = turned(
                    moved(Forms.box(length, 4, wall), 0, 0, wall / 2), 2, StrictMath.toDegrees((a + b) / 2) + 90);
            double middle = r * StrictMath.cos(Math.PI / towers);
            all.add(moved(side, middle * StrictMath.cos((a + b) / 2), middle * StrictMath.sin((a + b) / 2), 0));
        }
        all.add(moved(Forms.box(2.6 * r, 2.6 * r, 4), 0, 0, -2));
        return joined(all);
    }

    private static Mesh spinningTop(Dice d) {
        double r = d.between(15, 45);
        double high = r * d.between(0.3, 0.8);
        double stem = d.between(10, 30);
        return Forms.revolved(
                72,
                0,
                0,
                2,
                2,
                r * 0.6,
                high * 0.5,
                r,
                high,
                r,
                high + 4,
                r * 0.5,
                high + 7,
                3,
                high + 9,
                2.5,
                high + 9 + stem,
                0,
                high + 10 + stem);
    }

    private static Mesh maze(Dice d) {
        int n = d.from(6, 14);
        double cell = d.between(6, 12);
        double high = d.between(4, 12);
        List<Mesh> all = new ArrayList<>(List.of(moved(Forms.box(n * cell, n * cell, 2), 0, 0, -1)));
        for (int i = 0; i <= n; i++) {
            for (int j = 0; j <= n; j++) {
                double x = cell * (i - n / 2.0);
                double y = cell * (j - n / 2.0);
                // The binary-tree maze: each cell opens to the north or to the east.
                if (i < n && (j == 0 || j == n || d.chance(0.5))) {
                    all.add(moved(Forms.box(cell + 1.2, 1.2, high), x + cell / 2, y, high / 2 - 0.5));
                }
                if (j < n && (i == 0 || i == n || d.chance(0.45))) {
                    all.add(moved(Forms.box(1.2, cell + 1.2, high), x, y + cell / 2, high / 2 - 0.5));
                }
            }
        }
        return joined(all);
    }

    private static Mesh aeroplane(Dice d) {
        double l = d.between(80, 180);
        double r = l * d.between(0.04, 0.08);
        double[] path = {0, 0, 0, 0.1 * l, 0, 0, 0.3 * l, 0, 0, 0.7 * l, 0, 0, l, 0, 0.03 * l};
        Mesh body = Forms.swept(
                path, 24, false, (t, a) -> r * Math.max(0.08, Math.sqrt(Math.max(0, 1 - square(2 * t - 0.9) * 0.8))));
        double span = l * d.between(0.7, 1.3);
        double chord = l * d.between(0.12, 0.22);
        double sweep = l * d.between(0, 0.25);
        Outline wing = Outline.of(
                0.35 * l,
                0,
                0.35 * l + sweep,
                span / 2,
                0.35 * l + sweep + 0.5 * chord,
                span / 2,
                0.35 * l + chord,
                0,
                0.35 * l + sweep + 0.5 * chord,
                -span / 2,
                0.35 * l + sweep,
                -span / 2);
        Outline tail =
                Outline.of(0.88 * l, 0, 0.94 * l, 0.18 * span, l, 0.18 * span, l, -0.18 * span, 0.94 * l, -0.18 * span);
        Outline rudder = Outline.of(0.85 * l, 0, 0.95 * l, 0.16 * l, l, 0.16 * l, l, 0);
        return joined(
                body,
                wing.extruded(-1.2, 1.2),
                moved(tail.extruded(-1, 1), 0, 0, 0.02 * l),
                turned(rudder.extruded(-1, 1), 0, 90));
    }

    private static Mesh diceTower(Dice d) {
        double w = d.between(45, 80);
        double high = d.between(110, 190);
        List<Mesh> all = new ArrayList<>();
        all.add(Outline.box(w, w).without(Outline.box(w - 6, w - 6).outer()).extruded(0, high));
        int shelves = d.from(2, 4);
        for (int i = 0; i < shelves; i++) {
            Mesh shelf = turned(Forms.box(w - 4, 0.75 * w, 2.5), 0, i % 2 == 0 ? 35 : -35);
            all.add(moved(shelf, 0, (i % 2 == 0 ? 1 : -1) * 0.14 * w, high * (i + 1.0) / (shelves + 1)));
        }
        all.add(moved(Forms.box(w, 1.6 * w, 3), 0, -0.9 * w, 1.5));
        return joined(all);
    }

    private static Mesh track(Dice d) {
        double width = d.between(30, 45);
        double radius = d.between(90, 180);
        double sweep = d.between(30, 90);
        int steps = 40;
        List<Mesh> all = new ArrayList<>();
        for (double[] band : new double[][] {
            {-width / 2, width / 2, 0, 5}, {-width / 2, -width / 2 + 6, 4, 10}, {width / 2 - 6, width / 2, 4, 10}
        }) {
            double[] loop = new double[4 * (steps + 1)];
            for (int i = 0; i <= steps; i++) {
                double a = StrictMath.toRadians(sweep * i / steps);
                loop[2 * i] = (radius + band[0]) * StrictMath.cos(a);
                loop[2 * i + 1] = (radius + band[0]) * StrictMath.sin(a);
                int back = 2 * (2 * steps + 1 - i);
                loop[back] = (radius + band[1]) * StrictMath.cos(a);
                loop[back + 1] = (radius + band[1]) * StrictMath.sin(a);
            }
            all.add(Outline.of(loop).extruded(band[2], band[3]));
        }
        return joined(all);
    }

    private static double square(double v) {
        return v * v;
    }
}
