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
import org.maskguard.suite.geometry.MeshBuilder;
import org.maskguard.suite.geometry.Outline;

/// What turns, pushes and flows.
final class Machines {

    private Machines() {}

    static List<Family> all() {
        return List.of(
                new Family("spur-gear", "gear", Machines::spurGear),
                new Family("helical-gear", "gear", Machines::helicalGear),
                new Family("bevel-gear", "gear", Machines::bevelGear),
                new Family("rack", "gear", Machines::rack),
                new Family("chain-sprocket", "gear", Machines::sprocket),
                new Family("pulley", "gear", Machines::pulley),
                new Family("propeller", "part", Machines::propeller),
                new Family("fan-duct", "printer_part", Machines::fanDuct),
                new Family("fan-wheel", "part", Machines::fanWheel),
                new Family("coil-spring", "part", Machines::coilSpring),
                new Family("spool", "printer_part", Machines::spool),
                new Family("knob", "part", Machines::knob),
                new Family("wheel", "vehicle", Machines::wheel),
                new Family("ball-bearing", "part", Machines::ballBearing),
                new Family("crankshaft", "part", Machines::crankshaft),
                new Family("bellows", "part", Machines::bellows),
                new Family("heat-sink", "part", Machines::heatSink),
                new Family("manifold", "part", Machines::manifold));
    }

    private static double tooth(double turn) {
        return Math.clamp((0.38 - Math.abs(turn - 0.5)) / 0.2, 0, 1);
    }

    private static Outline teeth(int teeth, double root, double high, int each) {
        int points = teeth * each;
        double[] loop = new double[2 * points];
        for (int i = 0; i < points; i++) {
            double a = 2 * Math.PI * i / points;
            double r = root + high * tooth(i % each / (double) each);
            loop[2 * i] = r * StrictMath.cos(a);
            loop[2 * i + 1] = r * StrictMath.sin(a);
        }
        return Outline.of(loop);
    }

    private static Mesh spurGear(Dice d) {
        int n = d.from(12, 60);
        double module = d.between(1, 3);
        double root = module * (n / 2.0 - 1.2);
        double thick = d.between(4, 16);
        Outline wheel = teeth(n, root, 2.2 * module, 10).without(Outline.circle(0, 0, Math.min(0.25 * root, 8), 32));
        int windows = root > 20 ? d.from(0, 7) : 0;
        for (int i = 0; i < windows; i++) {
            double a = 2 * Math.PI * i / windows;
            wheel = wheel.drilled(
                    0.62 * root * StrictMath.cos(a),
                    0.62 * root * StrictMath.sin(a),
                    root * Math.min(0.2, 1.3 / windows));
        }
        return wheel.extruded(0, thick);
    }

    private static Mesh helicalGear(Dice d) {
        int n = d.from(12, 36);
        double module = d.between(1.2, 3);
        double root = module * (n / 2.0 - 1.2);
        double height = d.between(10, 40);
        double twist = d.between(0.1, 0.6) * (d.chance(0.5) ? 1 : -1);
        boolean herringbone = d.chance(0.4);
        int steps = 16;
        double[] path = new double[3 * (steps + 1)];
        for (int i = 0; i <= steps; i++) {
            path[3 * i + 2] = height * i / steps;
        }
        return joined(
                Forms.swept(path, n * 10, false, (t, a) -> {
                    double turned = twist * (herringbone ? Math.abs(t - 0.5) : t);
                    double turn = (a + turned) * n / (2 * Math.PI);
                    return root + 2.2 * module * tooth(turn - Math.floor(turn));
                }),
                Forms.pipe(0.5 * root, 0.2 * root, height + d.between(4, 20)));
    }

    private static Mesh bevelGear(Dice d) {
        int n = d.from(14, 36);
        double root = d.between(18, 50);
        double height = root * d.between(0.3, 0.7);
        double[] path = {0, 0, 0, 0, 0, height / 3, 0, 0, 2 * height / 3, 0, 0, height};
        return joined(
                Forms.swept(path, n * 10, false, (t, a) -> {
                    double turn = a * n / (2 * Math.PI);
                    return (1 - 0.5 * t) * (root + 0.12 * root * tooth(turn - Math.floor(turn)));
                }),
                moved(Forms.pipe(0.4 * root, 0.15 * root, height), 0, 0, -0.5 * height));
    }

    private static Mesh rack(Dice d) {
        int n = d.from(10, 40);
        double pitch = d.between(3, 9);
        double high = 0.7 * pitch;
        double back = d.between(4, 14);
        double[] loop = new double[2 * (4 * n + 2)];
        loop[0] = 0;
        loop[1] = -back;
        loop[2] = n * pitch;
        loop[3] = -back;
        for (int i = 0; i < n; i++) {
            double x = (n - i) * pitch;
            double[] tooth = {x, 0, x - 0.3 * pitch, high, x - 0.6 * pitch, high, x - 0.9 * pitch, 0};
            System.arraycopy(tooth, 0, loop, 4 + 8 * i, 8);
        }
        return Outline.of(loop).extruded(0, d.between(6, 25));
    }

    private static Mesh sprocket(Dice d) {
        int n = d.from(9, 40);
        double r = d.between(20, 60);
        double bite = Math.min(2.2 * r / n, 5);
        Outline wheel = Outline.of(Outline.polar(0, 0, n * 12, a -> r - bite * Math.abs(StrictMath.cos(n * a / 2))))
                .without(Outline.circle(0, 0, 0.2 * r, 32));
        int spokes = d.from(3, 6);
        for (int i = 0; i < spokes; i++) {
            double a = 2 * Math.PI * i / spokes;
            wheel = wheel.without(
                    Outline.polar(0.55 * r * StrictMath.cos(a), 0.55 * r * StrictMath.sin(a), 24, t -> r * 0.17));
        }
        return joined(wheel.extruded(0, d.between(2.5, 6)), Forms.pipe(0.32 * r, 0.2 * r, d.between(8, 24)));
    }

    private static Mesh pulley(Dice d) {
        double r = d.between(12, 60);
        double groove = d.between(0.1, 0.3) * r;
        double w = d.between(8, 30);
        double bore = d.between(0.1, 0.3) * r;
        return Forms.revolved(
                96,
                bore,
                0,
                r,
                0,
                r,
                0.12 * w,
                r - groove,
                0.4 * w,
                r - groove,
                0.6 * w,
                r,
                0.88 * w,
                r,
                w,
                bore,
                w,
                bore,
                0);
    }

    private static Mesh propeller(Dice d) {
        int blades = d.from(2, 6);
        double r = d.between(50, 120);
        double chord = d.between(0.1, 0.22) * r;
        double pitch = d.between(20, 50);
        List<Mesh> all = new ArrayList<>();
        all.add(moved(
                Forms.revolved(40, 3, -6, 0.14 * r, -6, 0.14 * r, 4, 0.08 * r, 0.12 * r, 3, 0.13 * r, 3, -6), 0, 0, 0));
        Mesh blade = blade(r, chord, pitch);
        for (int i = 0; i < blades; i++) {
            all.add(turned(blade, 2, 360.0 * i / blades));
        }
        return joined(all);
    }

    private static Mesh blade(double r, double chord, double pitch) {
        MeshBuilder out = new MeshBuilder();
        int stations = 24;
        int around = 20;
        for (int i = 0; i <= stations; i++) {
            double t = i / (double) stations;
            double x = r * (0.08 + 0.92 * t);
            double width = chord * (0.6 + 1.6 * t * (1 - t)) * Math.sqrt(Math.max(0.02, 1 - t * t * t * t));
            double twist = StrictMath.toRadians(pitch * (1 - 0.7 * t));
            for (int k = 0; k < around; k++) {
                double a = 2 * Math.PI * k / around;
                double u = width * StrictMath.cos(a);
                double v = (0.09 - 0.05 * t) * chord * StrictMath.sin(a);
                out.vertex(
                        x,
                        u * StrictMath.cos(twist) - v * StrictMath.sin(twist),
                        u * StrictMath.sin(twist) + v * StrictMath.cos(twist));
            }
        }
        for (int i = 0; i < stations; i++) {
            for (int k = 0; k < around; k++) {
                int l = (k + 1) % around;
                out.quad(i * around + k, i * around + l, (i + 1) * around + l, (i + 1) * around + k);
            }
        }
        int last = stations * around;
        for (int k = 2; k < around; k++) {
            out.triangle(0, k, k - 1);
            out.triangle(last, last + k - 1, last + k);
        }
        return out.build();
    }

    private static Mesh fanDuct(Dice d) {
        double inlet = d.between(18, 45);
        double outlet = d.between(6, 20);
        double length = d.between(30, 100);
        double bend = d.between(0, 60);
        int steps = 24;
        double[] path = new double[3 * (steps + 1)];
        for (int i = 0; i <= steps; i++) {
            double t = i / (double) steps;
            path[3 * i] = bend * t * t;
            path[3 * i + 2] = length * t;
        }
        Forms.RingRadius outside =
                (t, a) -> superEllipse(a, inlet + t * (1.4 * outlet - inlet), inlet + t * (0.6 * outlet - inlet));
        Mesh skin = Forms.swept(path, 48, false, outside);
        Outline collar = Outline.roundBox(2.3 * inlet, 2.3 * inlet, 4).without(Outline.circle(0, 0, 0.85 * inlet, 40));
        for (int i = 0; i < 4; i++) {
            collar = collar.drilled((i % 2 * 2 - 1) * inlet, (i / 2 * 2 - 1) * inlet, 1.8);
        }
        return joined(skin, collar.extruded(-3, 0.5));
    }

    private static double superEllipse(double angle, double a, double b) {
        double c = StrictMath.abs(StrictMath.cos(angle)) / a;
        double s = StrictMath.abs(StrictMath.sin(angle)) / b;
        return 1 / Math.sqrt(Math.sqrt(c * c * c * c + s * s * s * s));
    }

    private static Mesh fanWheel(Dice d) {
        int blades = d.from(12, 40);
        double r = d.between(25, 80);
        double height = d.between(12, 50);
        double inner = r * d.between(0.6, 0.85);
        List<Mesh> all = new ArrayList<>();
        all.add(Outline.disc(r, 64).without(Outline.circle(0, 0, 4, 24)).extruded(0, 2));
        all.add(moved(Forms.pipe(r, inner, 2), 0, 0, height - 2));
        all.add(Forms.pipe(9, 4, 0.6 * height));
        double lean = d.between(20, 50);
        for (int i = 0; i < blades; i++) {
            Mesh blade = turned(moved(Forms.box(r - inner, 1.4, height - 2), 0, 0, height / 2), 2, lean);
            all.add(turned(moved(blade, (r + inner) / 2, 0, 0), 2, 360.0 * i / blades));
        }
        return joined(all);
    }

    private static Mesh coilSpring(Dice d) {
        double turns = d.between(3, 12);
        double r = d.between(10, 40);
        double wire = d.between(1.5, 6);
        double height = turns * wire * d.between(2.4, 4);
        double taper = d.between(0.5, 1.2);
        int steps = (int) (turns * 28);
        double[] path = new double[3 * (steps + 1)];
        for (int i = 0; i <= steps; i++) {
            double t = i / (double) steps;
            double a = 2 * Math.PI * turns * t;
            double ring = r * (1 + (taper - 1) * t);
            path[3 * i] = ring * StrictMath.cos(a);
            path[3 * i + 1] = ring * StrictMath.sin(a);
            path[3 * i + 2] = height * t;
        }
        return Forms.rod(path, wire, 12);
    }

    private static Mesh spool(Dice d) {
        double rim = d.between(30, 100);
        double hub = rim * d.between(0.3, 0.6);
        double bore = hub * d.between(0.3, 0.8);
        double width = d.between(15, 70);
        Outline side = Outline.disc(rim, 96).without(Outline.circle(0, 0, bore, 64));
        int windows = d.from(0, 8);
        double middle = (rim + hub) / 2;
        for (int i = 0; i < windows; i++) {
            double a = 2 * Math.PI * i / windows;
            side = side.drilled(
                    middle * StrictMath.cos(a),
                    middle * StrictMath.sin(a),
                    Math.min(0.35 * (rim - hub), 2 * middle / windows));
        }
        return joined(side.extruded(0, 3), moved(side.extruded(0, 3), 0, 0, width), Forms.pipe(hub, bore, width + 3));
    }

    private static Mesh knob(Dice d) {
        double r = d.between(10, 30);
        int flutes = d.from(0, 24);
        double depth = flutes == 0 ? 0 : d.between(0.03, 0.12) * r;
        double height = d.between(10, 30);
        double top = d.between(0.8, 1.05);
        double[] path = {0, 0, 0, 0, 0, height * 0.3, 0, 0, height * 0.7, 0, 0, height * 0.92, 0, 0, height};
        Mesh grip = Forms.swept(
                path,
                120,
                false,
                (t, a) -> (r - depth * (1 + StrictMath.cos(flutes * a)) / 2)
                        * (1 + (top - 1) * t)
                        * (t > 0.9 ? 0.92 : 1));
        Mesh mark = moved(Forms.box(1.5, 0.6 * r, 1.4), 0, 0.6 * r, height);
        return joined(grip, mark, moved(Forms.pipe(0.5 * r, 0.25 * r, 8), 0, 0, -7));
    }

    private static Mesh wheel(Dice d) {
        double r = d.between(20, 80);
        double width = r * d.between(0.3, 0.8);
        int lugs = d.from(12, 40);
        double lug = d.between(0.02, 0.07) * r;
        int spokes = d.from(3, 9);
        int steps = 12;
        double[] path = new double[3 * (steps + 1)];
        for (int i = 0; i <= steps; i++) {
            path[3 * i + 2] = width * (i / (double) steps - 0.5);
        }
        Outline rim = Outline.disc(0.8 * r, 64).without(Outline.circle(0, 0, 0.68 * r, 64));
        Mesh tread = Forms.revolved(
                96,
                0.75 * r,
                -width / 2,
                0.95 * r,
                -width / 2,
                r,
                -0.35 * width,
                r,
                0.35 * width,
                0.95 * r,
                width / 2,
                0.75 * r,
                width / 2,
                0.75 * r,
                -width / 2);
        List<Mesh> all = new ArrayList<>(List.of(
                tread,
                rim.extruded(-width / 2, width / 2),
                moved(Forms.pipe(0.2 * r, 0.08 * r, width), 0, 0, -width / 2)));
        for (int i = 0; i < spokes; i++) {
            all.add(turned(moved(Forms.box(0.6 * r, 0.12 * r, 0.3 * width), 0.44 * r, 0, 0), 2, 360.0 * i / spokes));
        }
        for (int i = 0; i < lugs; i++) {
            Mesh block = turned(Forms.box(2 * lug, 0.1 * r, 0.45 * width), 0, i % 2 == 0 ? 25 : -25);
            all.add(turned(moved(block, r, 0, (i % 2 - 0.5) * 0.5 * width), 2, 360.0 * i / lugs));
        }
        return joined(all);
    }

    private static Mesh ballBearing(Dice d) {
        int balls = d.from(6, 14);
        double ball = d.between(3, 9);
        double pitch = balls * ball * 2.3 / (2 * Math.PI);
        double width = 2.2 * ball;
        List<Mesh> all = new ArrayList<>();
        all.add(race(pitch - 0.35 * ball, pitch - 1.7 * ball, width, 0.3 * ball));
        all.add(race(pitch + 0.35 * ball, pitch + 1.7 * ball, width, -0.3 * ball));
        for (int i = 0; i < balls; i++) {
            double a = 2 * Math.PI * i / balls;
            all.add(moved(
                    Forms.sphere(0.95 * ball, 20), pitch * StrictMath.cos(a), pitch * StrictMath.sin(a), width / 2));
        }
        return joined(all);
    }

    private static Mesh race(double near, double far, double width, double groove) {
        double low = Math.max(1, Math.min(near, far));
        double high = Math.max(near, far);
        return groove > 0
                ? Forms.revolved(72, low, 0, high, 0, high - groove, width / 2, high, width, low, width, low, 0)
                : Forms.revolved(72, low, 0, high, 0, high, width, low, width, low - groove, width / 2, low, 0);
    }

    private static Mesh crankshaft(Dice d) {
        int throwsCount = d.from(1, 5);
        double shaft = d.between(4, 9);
        double arm = d.between(2, 4) * shaft;
        double step = d.between(4, 6) * shaft;
        List<Mesh> all = new ArrayList<>();
        double phase = d.pick(90.0, 120.0, 180.0);
        for (int i = 0; i < throwsCount; i++) {
            Mesh pin = moved(Forms.cylinder(0.8 * shaft, 0.5 * step), arm, 0, i * step + 0.25 * step);
            Outline web = Outline.roundBox(2 * shaft + arm, 2 * shaft, shaft);
            Mesh plate = moved(web.extruded(0, 0.14 * step), arm / 2, 0, 0);
            Mesh both =
                    joined(pin, moved(plate, 0, 0, i * step + 0.14 * step), moved(plate, 0, 0, i * step + 0.72 * step));
            all.add(turned(both, 2, phase * i));
            all.add(moved(Forms.cylinder(shaft, 0.36 * step), 0, 0, i * step - 0.18 * step));
        }
        all.add(moved(Forms.cylinder(shaft, step), 0, 0, throwsCount * step - 0.18 * step));
        return joined(all);
    }

    private static Mesh bellows(Dice d) {
        double r = d.between(15, 50);
        int folds = d.from(4, 12);
        double depth = d.between(0.15, 0.35) * r;
        double pitch = d.between(5, 12);
        double[] profile = new double[2 * (4 * folds + 5)];
        int at = 0;
        for (int i = 0; i <= 2 * folds; i++) {
            profile[at++] = r - (i % 2 == 0 ? depth : 0);
            profile[at++] = i * pitch / 2;
        }
        for (int i = 2 * folds; i >= 0; i--) {
            profile[at++] = r - 2 - (i % 2 == 0 ? depth : 0);
            profile[at++] = i * pitch / 2;
        }
        profile[at++] = profile[0];
        profile[at++] = profile[1];
        double[] used = new double[at];
        System.arraycopy(profile, 0, used, 0, at);
        return Forms.revolved(72, used);
    }

    private static Mesh heatSink(Dice d) {
        double w = d.between(30, 90);
        double h = d.between(30, 90);
        double high = d.between(12, 45);
        List<Mesh> all = new ArrayList<>(List.of(moved(Forms.box(w, h, 5), 0, 0, 2.5)));
        int n = d.from(5, 14);
        if (d.chance(0.5)) {
            for (int i = 0; i < n; i++) {
                all.add(moved(Forms.box(1.6, h, high), w * (0.96 * i / (n - 1.0) - 0.48), 0, 4.5 + high / 2));
            }
        } else {
            for (int i = 0; i < n * n; i++) {
                double x = w * (0.9 * (i % n) / (n - 1.0) - 0.45);
                double y = h * (0.9 * (i / n) / (n - 1.0) - 0.45);
                all.add(moved(Forms.cone(2, 1.4, high, 10), x, y, 4.5));
            }
        }
        return joined(all);
    }

    private static Mesh manifold(Dice d) {
        int ports = d.from(2, 6);
        double r = d.between(7, 14);
        double pitch = 3.2 * r;
        List<Mesh> all = new ArrayList<>();
        Mesh run = turned(Forms.pipe(r, 0.7 * r, pitch * ports), 1, 90);
        all.add(moved(run, -pitch * ports / 2, 0, 0));
        for (int i = 0; i < ports; i++) {
            double x = pitch * (i - (ports - 1) / 2.0);
            double lean = d.between(-15, 15);
            all.add(moved(turned(Forms.pipe(0.7 * r, 0.5 * r, d.between(25, 60)), 0, lean), x, 0, 0.4 * r));
            all.add(scaled(moved(Forms.pipe(0.95 * r, 0.5 * r, 5), x, 0, 0.9 * r), 1));
        }
        return joined(all);
    }
}
