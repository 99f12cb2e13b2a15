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

/// What holds, hangs and joins other things.
final class Fixings {

    private Fixings() {}

    static List<Family> all() {
        return List.of(
                new Family("angle-bracket", "part", Fixings::angleBracket),
                new Family("wall-hook", "part", Fixings::wallHook),
                new Family("hinge", "part", Fixings::hinge),
                new Family("pipe-clamp", "part", Fixings::pipeClamp),
                new Family("cable-clip", "organizer", Fixings::cableClip),
                new Family("carabiner", "part", Fixings::carabiner),
                new Family("shelf-bracket", "part", Fixings::shelfBracket),
                new Family("flange", "part", Fixings::flange),
                new Family("hex-bolt", "part", Fixings::hexBolt),
                new Family("dovetail-rail", "part", Fixings::dovetailRail),
                new Family("corner-joint", "part", Fixings::cornerJoint),
                new Family("pegboard-hook", "organizer", Fixings::pegboardHook),
                new Family("camera-mount", "part", Fixings::cameraMount));
    }

    private static Mesh angleBracket(Dice d) {
        double width = d.between(20, 60);
        double wall = d.between(2.5, 6);
        double foot = d.between(30, 80);
        double rise = d.between(30, 80);
        Outline lower = drilledPlate(width, foot, d.from(1, 3), d.between(1.6, 3.2));
        Outline upper = drilledPlate(width, rise, d.from(1, 3), d.between(1.6, 3.2));
        Mesh base = moved(lower.extruded(0, wall), 0, foot / 2, 0);
        Mesh wallPlate = moved(turned(upper.extruded(0, wall), 0, 90), 0, wall, rise / 2);
        List<Mesh> all = new ArrayList<>(List.of(base, wallPlate));
        int ribs = d.from(0, 3);
        for (int i = 0; i < ribs; i++) {
            double x = ribs == 1 ? 0 : width * (i / (ribs - 1.0) - 0.5) * 0.85;
            Outline rib = Outline.of(0, 0, 0.7 * foot, 0, 0, 0.7 * rise);
            all.add(moved(turned(turned(rib.extruded(-1.5, 1.5), 0, 90), 2, 90), x, wall, wall));
        }
        return joined(all);
    }

    private static Outline drilledPlate(double width, double length, int holes, double radius) {
        Outline plate = Outline.roundBox(width, length, 3);
        for (int i = 0; i < holes; i++) {
            plate = plate.drilled(0, length * ((i + 1.0) / (holes + 1) - 0.5), radius);
        }
        return plate;
    }

    private static Mesh wallHook(Dice d) {
        double width = d.between(18, 40);
        double height = d.between(50, 110);
        Outline plate = Outline.roundBox(width, height, width / 3)
                .drilled(0, 0.36 * height, d.between(1.8, 3))
                .drilled(0, -0.36 * height, d.between(1.8, 3));
        double reach = d.between(20, 45);
        double drop = d.between(0.1, 0.3) * height;
        int steps = 24;
        double[] path = new double[3 * (steps + 1)];
        for (int i = 0; i <= steps; i++) {
            double t = i / (double) steps;
            double angle = Math.PI * 1.25 * t;
            path[3 * i + 1] = drop - reach * 0.5 * StrictMath.sin(angle) * 1.2 - 0.1 * height;
            path[3 * i + 2] = reach * (1 - StrictMath.cos(angle)) / 1.6;
        }
        double thick = d.between(4, 8);
        Mesh arm = Forms.swept(path, 16, false, (t, a) -> thick * (1 - 0.35 * t));
        Mesh tip = moved(Forms.sphere(0.9 * thick, 16), path[3 * steps], path[3 * steps + 1], path[3 * steps + 2]);
        return joined(plate.extruded(-3, 2), arm, tip);
    }

    private static Mesh hinge(Dice d) {
        int knuckles = 2 * d.from(1, 4) + 1;
        double length = d.between(40, 120);
        double leaf = d.between(20, 45);
        double radius = d.between(3.5, 7);
        double gap = 0.4;
        List<Mesh> all = new ArrayList<>();
        for (int i = 0; i < knuckles; i++) {
            double part = length / knuckles - gap;
            Mesh knuckle = turned(Forms.pipe(radius, 0.45 * radius, part), 0, -90);
            all.add(moved(knuckle, 0, -length / 2 + i * length / knuckles, 0));
            double side = i % 2 == 0 ? 1 : -1;
            all.add(moved(
                    Forms.box(radius + 2, part, 3),
                    side * (radius / 2 + 1),
                    -length / 2 + (i + 0.5) * length / knuckles - gap / 2,
                    -radius + 1.5));
        }
        Outline plate = drilledPlate(leaf, length, d.from(2, 4), d.between(1.5, 2.5));
        all.add(moved(plate.extruded(-1.5, 1.5), radius + 1 + leaf / 2, 0, -radius + 1.5));
        all.add(moved(plate.extruded(-1.5, 1.5), -radius - 1 - leaf / 2, 0, -radius + 1.5));
        return joined(all);
    }

    private static Mesh pipeClamp(Dice d) {
        double bore = d.between(8, 40);
        double wall = d.between(3, 7);
        double width = d.between(10, 30);
        double open = d.between(20, 70);
        int steps = 40;
        double[] loop = new double[4 * (steps + 1)];
        for (int i = 0; i <= steps; i++) {
            double angle = StrictMath.toRadians(90 + open / 2 + (360 - open) * i / steps);
            loop[2 * i] = (bore + wall) * StrictMath.cos(angle);
            loop[2 * i + 1] = (bore + wall) * StrictMath.sin(angle);
            int back = 2 * (2 * steps + 1 - i);
            loop[back] = bore * StrictMath.cos(angle);
            loop[back + 1] = bore * StrictMath.sin(angle);
        }
        Mesh ring = Outline.of(loop).extruded(0, width);
        double foot = 2 * (bore + wall) + d.between(20, 40);
        Outline base =
                Outline.roundBox(foot, width, 3).drilled(-foot / 2 + 7, 0, 2.2).drilled(foot / 2 - 7, 0, 2.2);
        Mesh plate = moved(turned(base.extruded(-wall, wall), 0, 90), 0, -bore - wall, width / 2);
        return joined(ring, plate);
    }

    private static Mesh cableClip(Dice d) {
        int slots = d.from(2, 8);
        double pitch = d.between(10, 20);
        double depth = d.between(12, 26);
        double cable = d.between(1.5, 4);
        double height = d.between(10, 24);
        List<Double> loop = new ArrayList<>(List.of(-pitch / 2, 0.0, pitch * (slots - 0.5), 0.0));
        for (int i = slots - 1; i >= 0; i--) {
            double x = i * pitch;
            double mouth = 0.7 * cable;
            double[][] notch = {
                {x + pitch / 2, depth}, {x + mouth + 1, depth}, {x + mouth, depth - 2},
                {x + cable, depth - 2 - cable}, {x, depth - 2 - 2 * cable}, {x - cable, depth - 2 - cable},
                {x - mouth, depth - 2}, {x - mouth - 1, depth}
            };
            for (double[] p : notch) {
                loop.add(p[0]);
                loop.add(p[1]);
            }
        }
        loop.add(-pitch / 2);
        loop.add(depth);
        return Outline.of(loop.stream().mapToDouble(Double::doubleValue).toArray())
                .extruded(0, height);
    }

    private static Mesh carabiner(Dice d) {
        double a = d.between(18, 30);
        double b = d.between(30, 55);
        double thick = d.between(4, 8);
        double wave = d.between(0, 0.12);
        Outline.Curve rim = t -> a
                * b
                / Math.sqrt(b * b * square(StrictMath.cos(t)) + a * a * square(StrictMath.sin(t)))
                * (1 + wave * StrictMath.cos(3 * t));
        Outline frame =
                Outline.of(Outline.polar(0, 0, 80, rim)).without(Outline.polar(0, 0, 80, t -> rim.at(t) - thick));
        Mesh gate = moved(Forms.box(thick * 0.5, b, thick * 0.9), a * 0.55, 0, thick / 2);
        return joined(frame.extruded(0, thick), gate);
    }

    private static Mesh shelfBracket(Dice d) {
        double reach = d.between(80, 180);
        double drop = d.between(70, 150);
        double beam = d.between(8, 16);
        double thick = d.between(8, 20);
        Outline frame = Outline.of(0, 0, reach, 0, reach, -beam, beam, -drop, 0, -drop)
                .without(beam, -beam, beam, -drop + 2.2 * beam, reach - 2.6 * beam, -beam);
        List<Mesh> all = new ArrayList<>(List.of(frame.extruded(0, thick)));
        int bars = d.from(0, 3);
        for (int i = 1; i <= bars; i++) {
            double t = i / (bars + 1.0);
            double[] path = {
                beam / 2, -beam / 2 - t * (drop - 2 * beam), thick / 2, t * (reach - 2 * beam), -beam / 2, thick / 2
            };
            all.add(Forms.rod(path, d.between(2, 3.5), 10));
        }
        return joined(all);
    }

    private static Mesh flange(Dice d) {
        double bore = d.between(8, 30);
        double neck = bore + d.between(3, 8);
        double rim = neck + d.between(14, 30);
        int bolts = d.from(3, 8);
        Outline plate = Outline.disc(rim, 72).without(Outline.circle(0, 0, bore, 48));
        double middle = (neck + rim) / 2;
        for (int i = 0; i < bolts; i++) {
            double a = 2 * Math.PI * i / bolts;
            plate = plate.drilled(middle * StrictMath.cos(a), middle * StrictMath.sin(a), d.between(2, 3.5));
        }
        double thick = d.between(4, 9);
        return joined(plate.extruded(0, thick), Forms.pipe(neck, bore, thick + d.between(15, 60)));
    }

    private static Mesh hexBolt(Dice d) {
        double radius = d.between(4, 14);
        double length = d.between(4, 8) * radius;
        double pitch = d.between(0.2, 0.35) * radius;
        Mesh head = Outline.of(Outline.circle(0, 0, 1.8 * radius, 6)).extruded(-1.2 * radius, 0);
        int rings = (int) (length / pitch * 8);
        int points = 32;
        double[] path = new double[3 * (rings + 1)];
        for (int i = 0; i <= rings; i++) {
            path[3 * i + 2] = length * i / rings - 0.1;
        }
        Mesh shank = Forms.swept(path, points, false, (t, a) -> {
            double turn = t * length / pitch - a / (2 * Math.PI);
            double phase = turn - Math.floor(turn);
            return radius - 0.6 * pitch * Math.abs(2 * phase - 1);
        });
        return joined(head, shank);
    }

    private static Mesh dovetailRail(Dice d) {
        double w = d.between(20, 50);
        double h = d.between(8, 18);
        double lean = d.between(3, 7);
        double tail = d.between(8, 14);
        double[] profile = {
            -w, 0, w, 0, w, h, tail, h, tail + lean, h + 1.5 * lean, -tail - lean, h + 1.5 * lean, -tail, h, -w, h
        };
        return turned(Outline.of(profile).extruded(0, d.between(60, 200)), 0, 90);
    }

    private static Mesh cornerJoint(Dice d) {
        double outer = d.between(14, 30);
        double bore = outer - d.between(3, 6);
        double length = d.between(40, 90);
        int arms = d.from(3, 6);
        List<Mesh> all = new ArrayList<>(List.of(Forms.sphere(outer, 32)));
        Mesh arm = moved(Forms.pipe(outer * 0.9, bore * 0.9, length), 0, 0, outer * 0.6);
        Mesh[] ways = {
            arm, turned(arm, 0, -90), turned(arm, 1, 90), turned(arm, 0, 90), turned(arm, 1, -90), turned(arm, 0, 180)
        };
        for (int i = 0; i < arms; i++) {
            all.add(ways[i]);
        }
        return joined(all);
    }

    private static Mesh pegboardHook(Dice d) {
        double reach = d.between(30, 120);
        double thick = d.between(2.5, 4);
        int prongs = d.from(1, 4);
        List<Mesh> all = new ArrayList<>();
        double width = 25.4 * prongs;
        all.add(Outline.roundBox(width, d.between(30, 60), 4).extruded(0, 4));
        for (int i = 0; i < prongs; i++) {
            double x = 25.4 * (i - (prongs - 1) / 2.0);
            all.add(Forms.rod(new double[] {x, 12.7, 2, x, 12.7, -8, x, 17, -13}, thick, 14));
            all.add(Forms.rod(new double[] {x, -8, 2, x, -8, reach, x, -1, reach + 8}, thick, 14));
        }
        return joined(all);
    }

    private static Mesh cameraMount(Dice d) {
        double ear = d.between(7, 12);
        int ears = d.from(2, 3);
        List<Mesh> all = new ArrayList<>();
        Outline lobe = new Outline(Outline.circle(0, 0, ear, 40), List.of()).drilled(0, 0, ear * 0.35);
        for (int i = 0; i < ears; i++) {
            double x = 6 * i - 3 * (ears - 1);
            all.add(moved(turned(lobe.extruded(-1.5, 1.5), 1, 90), x, 0, ear + 3));
            all.add(moved(Forms.box(3, 2 * ear, ear + 3), x, 0, (ear + 3) / 2));
        }
        double plate = d.between(30, 60);
        all.add(Outline.roundBox(plate, plate * d.between(0.7, 1.3), 6)
                .drilled(plate / 3, 0, 2)
                .drilled(-plate / 3, 0, 2)
                .extruded(-4, 1));
        return joined(all);
    }

    private static double square(double v) {
        return v * v;
    }
}
