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

/// What lies about in a household or on a desk.
final class Household {

    private Household() {}

    static List<Family> all() {
        return List.of(
                new Family("keycap", "other", Household::keycap),
                new Family("phone-stand", "organizer", Household::phoneStand),
                new Family("enclosure", "enclosure", Household::enclosure),
                new Family("drawer-tray", "organizer", Household::drawerTray),
                new Family("cookie-cutter", "other", Household::cookieCutter),
                new Family("comb", "other", Household::comb),
                new Family("spoon", "other", Household::spoon),
                new Family("pencil-holder", "organizer", Household::pencilHolder),
                new Family("soap-dish", "organizer", Household::soapDish),
                new Family("coat-hanger", "other", Household::coatHanger),
                new Family("napkin-ring", "other", Household::napkinRing),
                new Family("book-end", "organizer", Household::bookEnd),
                new Family("headphone-stand", "organizer", Household::headphoneStand));
    }

    private static Mesh keycap(Dice d) {
        double base = d.between(17, 19) * d.pick(1.0, 1.0, 1.25, 2.0);
        double top = base - d.between(4, 7);
        double height = d.between(7, 12);
        double dish = d.between(0.3, 1.5);
        Mesh cap = Forms.landscape(base, 18, 24, 24, (x, y) -> {
            double side = Math.min((base / 2 - Math.abs(x)) / ((base - top) / 2), (9 - Math.abs(y)) / 2.6);
            return 0.4 + height * Math.clamp(side, 0, 1) - (side > 1 ? dish * (1 - square(x / top * 2)) : 0);
        });
        return joined(
                cap,
                moved(Forms.box(1.2, 4.2, 5), 0, 0, -2),
                moved(Forms.box(4.2, 1.2, 5), 0, 0, -2),
                moved(Forms.pipe(2.8, 2.2, 4), 0, 0, -4));
    }

    private static Mesh phoneStand(Dice d) {
        double depth = d.between(60, 110);
        double high = d.between(60, 140);
        double lip = d.between(8, 20);
        double wall = d.between(4, 9);
        double lean = d.between(0.2, 0.6) * high;
        double[] profile = {
            0,
            0,
            depth,
            0,
            depth,
            wall,
            wall + lip + 14,
            wall,
            2 * wall + lip + lean,
            high,
            wall + lip + lean,
            high,
            wall + lip,
            2 * wall,
            wall,
            2 * wall,
            wall,
            wall + lip,
            0,
            wall + lip
        };
        Mesh side = Outline.of(profile).extruded(0, d.between(15, 90));
        return turned(side, 0, 90);
    }

    private static Mesh enclosure(Dice d) {
        double w = d.between(50, 160);
        double h = d.between(35, 120);
        double high = d.between(18, 60);
        double wall = d.between(1.6, 3.5);
        Outline outer = Outline.roundBox(w, h, d.between(2, 12));
        Outline frame =
                outer.without(Outline.roundBox(w - 2 * wall, h - 2 * wall, 3).outer());
        Outline floor = outer;
        int vents = d.from(0, 10);
        for (int i = 0; i < vents; i++) {
            double x = 0.7 * w * ((i + 0.5) / vents - 0.5);
            floor = floor.without(Outline.roundBox(2, 0.5 * h, 0.9).outer().clone());
            floor = shiftedLast(floor, x);
        }
        List<Mesh> all = new ArrayList<>(List.of(floor.extruded(0, wall), frame.extruded(0, high)));
        for (int i = 0; i < 4; i++) {
            all.add(moved(Forms.pipe(4, 1.5, high - 3), (i % 2 - 0.5) * (w - 12), (i / 2 - 0.5) * (h - 12), 0));
        }
        if (d.chance(0.5)) {
            all.add(moved(outer.extruded(0, wall), w + 10, 0, 0));
        }
        return joined(all);
    }

    private static Outline shiftedLast(Outline outline, double x) {
        List<double[]> holes = new ArrayList<>(outline.holes());
        double[] last = holes.getLast().clone();
        for (int i = 0; i < last.length; i += 2) {
            last[i] += x;
        }
        holes.set(holes.size() - 1, last);
        return new Outline(outline.outer(), holes);
    }

    private static Mesh drawerTray(Dice d) {
        double w = d.between(80, 200);
        double h = d.between(60, 160);
        double high = d.between(15, 60);
        int columns = d.from(1, 5);
        int rows = d.from(1, 4);
        Outline grid = Outline.roundBox(w, h, 4);
        for (int i = 0; i < columns * rows; i++) {
            double cw = w / columns;
            double ch = h / rows;
            double[] cell = Outline.roundBox(cw - 3, ch - 3, 5).outer().clone();
            for (int k = 0; k < cell.length; k += 2) {
                cell[k] += 0.98 * cw * (i % columns - (columns - 1) / 2.0);
                cell[k + 1] += 0.98 * ch * (i / columns - (rows - 1) / 2.0);
            }
            grid = grid.without(cell);
        }
        return joined(grid.extruded(0, high), Outline.roundBox(w, h, 4).extruded(0, 1.6));
    }

    private static Mesh cookieCutter(Dice d) {
        int lobes = d.from(3, 8);
        double r = d.between(25, 60);
        double wave = d.between(0.1, 0.4);
        double second = d.between(0, 0.15);
        double phase = d.between(0, 6);
        Outline.Curve rim =
                a -> r * (1 + wave * StrictMath.cos(lobes * a) + second * StrictMath.cos(2 * lobes * a + phase));
        double[] blade = Outline.polar(0, 0, 160, rim);
        Outline wall = Outline.of(blade).without(Outline.polar(0, 0, 160, a -> rim.at(a) - 1.2));
        Outline brim = Outline.of(Outline.polar(0, 0, 160, a -> rim.at(a) + 5))
                .without(Outline.polar(0, 0, 160, a -> rim.at(a) - 0.8));
        return joined(wall.extruded(0, d.between(10, 20)), brim.extruded(0, 2.5));
    }

    private static Mesh comb(Dice d) {
        int teeth = d.from(15, 60);
        double pitch = d.between(2, 4);
        double length = d.between(20, 45);
        double back = d.between(8, 20);
        double bow = d.between(0, 12);
        double w = teeth * pitch;
        double[] loop = new double[2 * (4 * teeth + 14)];
        int at = 0;
        for (int i = 0; i < teeth; i++) {
            double x = i * pitch;
            double[] tooth = {x, 0, x + 0.15 * pitch, -length, x + 0.45 * pitch, -length, x + 0.6 * pitch, 0};
            System.arraycopy(tooth, 0, loop, at, 8);
            at += 8;
        }
        for (int i = 0; i < 14; i++) {
            double t = i / 13.0;
            loop[at++] = (w - 0.4 * pitch) * (1 - t);
            loop[at++] = back + bow * 4 * t * (1 - t);
        }
        return Outline.of(loop).extruded(0, d.between(2, 4));
    }

    private static Mesh spoon(Dice d) {
        double bowl = d.between(14, 32);
        double handle = d.between(60, 140);
        double deep = d.between(0.25, 0.6) * bowl;
        Mesh head = Forms.landscape(2 * bowl, 3 * bowl, 40, 40, (x, y) -> {
            double q = Math.min(1, square(x / bowl) + square(y / (1.5 * bowl)));
            return q >= 1 ? 0.02 : 0.05 + deep * q * q * 0.5 + 1.6 * (1 - q * q);
        });
        double[] path = {0, 1.3 * bowl, 0.4 * deep, 0, 1.3 * bowl + handle / 2, deep, 0, 1.3 * bowl + handle, 0.7 * deep
        };
        return joined(
                head, Forms.swept(path, 16, false, (t, a) -> (2 + 3 * t) * (1 + 0.4 * square(StrictMath.sin(a)))));
    }

    private static Mesh pencilHolder(Dice d) {
        double cell = d.between(9, 16);
        int across = d.from(2, 5);
        double high = d.between(50, 110);
        List<Mesh> all = new ArrayList<>();
        Outline hexagon = Outline.of(Outline.circle(0, 0, cell, 6)).without(Outline.circle(0, 0, cell - 1.6, 6));
        for (int j = 0; j < across; j++) {
            for (int i = 0; i < across; i++) {
                double x = 1.48 * cell * i;
                double y = 1.71 * cell * (j + i % 2 * 0.5);
                double top = high * (0.6 + 0.4 * d.unit());
                all.add(moved(hexagon.extruded(0, top), x, y, 0));
                all.add(moved(Outline.of(Outline.circle(0, 0, cell, 6)).extruded(0, 1.6), x, y, 0));
            }
        }
        return joined(all);
    }

    private static Mesh soapDish(Dice d) {
        double w = d.between(80, 130);
        double h = d.between(55, 90);
        double round = d.between(8, 25);
        Outline plate = Outline.roundBox(w, h, round);
        int slots = d.from(3, 9);
        List<Mesh> all = new ArrayList<>();
        all.add(Outline.roundBox(w, h, round)
                .without(Outline.roundBox(w - 6, h - 6, round - 2).outer())
                .extruded(0, d.between(12, 25)));
        all.add(plate.extruded(0, 2));
        for (int i = 0; i < slots; i++) {
            Mesh ridge = turned(Forms.cylinder(2.5, h - 12), 0, 90);
            all.add(moved(ridge, 0.8 * w * ((i + 0.5) / slots - 0.5), h / 2 - 6, 3));
        }
        return joined(all);
    }

    private static Mesh coatHanger(Dice d) {
        double half = d.between(90, 180);
        double drop = d.between(40, 80);
        double r = d.between(3, 6);
        double[] bar = {
            0,
            0,
            0,
            -0.6 * half,
            -0.5 * drop,
            0,
            -half,
            -drop,
            0,
            0,
            -1.06 * drop,
            0,
            half,
            -drop,
            0,
            0.6 * half,
            -0.5 * drop,
            0
        };
        int steps = 24;
        double[] hook = new double[3 * (steps + 2)];
        for (int i = 0; i <= steps; i++) {
            double a = -Math.PI / 2 + 1.4 * Math.PI * i / steps;
            hook[3 * i + 3] = 22 * StrictMath.cos(a);
            hook[3 * i + 4] = 50 + 22 * StrictMath.sin(a);
        }
        return joined(Forms.swept(bar, 12, true, (t, a) -> r), Forms.rod(hook, r, 12));
    }

    private static Mesh napkinRing(Dice d) {
        double r = d.between(18, 35);
        int strands = d.from(3, 9);
        double amplitude = d.between(4, 12);
        List<Mesh> all = new ArrayList<>();
        for (int s = 0; s < strands; s++) {
            int steps = 90;
            double[] path = new double[3 * steps];
            for (int i = 0; i < steps; i++) {
                double a = 2 * Math.PI * i / steps;
                double phase = 2 * Math.PI * s / strands;
                path[3 * i] = (r + 2 * StrictMath.cos(4 * a + phase)) * StrictMath.cos(a);
                path[3 * i + 1] = (r + 2 * StrictMath.cos(4 * a + phase)) * StrictMath.sin(a);
                path[3 * i + 2] = amplitude * StrictMath.sin(3 * a + phase);
            }
            all.add(Forms.swept(path, 10, true, (t, a) -> 2));
        }
        return joined(all);
    }

    private static Mesh bookEnd(Dice d) {
        double w = d.between(70, 130);
        double high = d.between(90, 190);
        double depth = d.between(60, 120);
        double wall = d.between(3, 6);
        Outline back = Outline.roundBox(w, high, 8);
        int holes = d.from(0, 24);
        for (int i = 0; i < holes; i++) {
            back = back.drilled(w * (0.76 * (i % 4) / 3.0 - 0.38), high * (0.8 * (i / 4) / 5.0 - 0.38), w * 0.08);
        }
        return joined(
                turned(back.extruded(0, wall), 0, 90),
                moved(Outline.roundBox(w, depth, 6).extruded(0, wall), 0, depth / 2 - wall, -high / 2));
    }

    private static Mesh headphoneStand(Dice d) {
        double high = d.between(180, 260);
        double base = d.between(50, 80);
        double[] path = {0, 0, 0, d.between(-8, 8), 0, high / 3, d.between(-8, 8), 0, 2 * high / 3, 0, 0, high};
        Mesh pole = Forms.swept(path, 24, false, (t, a) -> base * (0.16 - 0.05 * t));
        Mesh saddle = moved(turned(Forms.revolved(48, 0, -25, 22, -25, 18, 0, 22, 25, 0, 25), 0, 90), 0, 0, high);
        return joined(Forms.revolved(72, 0, 0, base, 0, base, 5, 0.3 * base, 12, 0, 12), pole, saddle);
    }

    private static double square(double v) {
        return v * v;
    }
}
