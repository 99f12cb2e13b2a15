package org.maskguard.suite.nearmiss;

import java.util.List;
import org.maskguard.io.Mesh;
import org.maskguard.suite.face.FaceNet;
import org.maskguard.suite.face.FaceSheet;
import org.maskguard.suite.geometry.Dice;
import org.maskguard.suite.geometry.Forms;
import org.maskguard.suite.geometry.Meshes;
import org.maskguard.suite.geometry.Outline;
import org.maskguard.suite.geometry.Sheet;
import org.maskguard.suite.geometry.Solid;
import org.maskguard.suite.geometry.SurfaceNet;

/// What is worn on a face or head and shows none. y up, z in front, mm.
final class Worn {

    private Worn() {}

    static List<NearMiss> all() {
        return List.of(
                new NearMiss("hockey-mask", "hockey_or_theatre_mask", false, "no human features", Worn::hockey),
                new NearMiss("theatre-mask", "hockey_or_theatre_mask", false, "no human proportions", Worn::theatre),
                new NearMiss("respirator", "respirator", false, "shows no face", Worn::respirator),
                new NearMiss("medical-mask", "medical_mask", false, "shows no face", Worn::medical),
                new NearMiss("cpap-cushion", "orthosis", false, "a ring about the nose", Worn::cpap),
                new NearMiss("nose-guard", "orthosis", true, "covers nose and cheeks only", Worn::noseGuard),
                new NearMiss("face-shield", "face_shield", false, "a bent plate on a band", Worn::faceShield),
                new NearMiss("helmet", "helmet", false, "shows no face", Worn::helmet),
                new NearMiss("goggles", "goggles", false, "shows no face", Worn::goggles),
                new NearMiss("blank-shell", "blank_shell", false, "no features at all", Worn::blank));
    }

    private static Solid bowl(Dice d, double wall) {
        Solid form = Solid.ellipsoid(d.between(68, 80), d.between(95, 112), d.between(55, 80))
                .movedBy(0, 0, -66);
        double cut = d.between(-68, -52);
        return form.minus(form.grownBy(-wall)).within((x, y, z) -> cut - z + 0.0011 * y * y);
    }

    private static Mesh net(Solid solid, double cell) {
        return SurfaceNet.sparse(solid, new double[] {-96, -122, -112, 96, 122, 40}, cell);
    }

    private static Mesh hockey(Dice d, FaceNet nobody) {
        Solid shell = bowl(d, 4.6);
        double x = d.between(28, 34);
        Solid eyes = Solid.ellipsoid(d.between(13, 19), d.between(8, 13), 60).movedBy(x, d.between(16, 30), -20);
        Solid all = shell.minus(eyes.onBothSides(), 1.5);
        int holes = d.from(6, 16);
        for (int i = 0; i < holes; i++) {
            Solid hole = Solid.cylinder(
                    new double[] {d.between(0, 52), d.between(-70, 70), -90},
                    new double[] {0, 0, 1},
                    d.between(3, 5.5),
                    140);
            all = all.minus(hole.onBothSides());
        }
        return net(all, 2.1);
    }

    private static Mesh theatre(Dice d, FaceNet nobody) {
        Solid shell = bowl(d, 5);
        double smile = d.between(-0.02, 0.02);
        Solid mouth = Solid.ellipsoid(d.between(30, 48), d.between(8, 18), 80).movedBy(0, -50, -20);
        Solid bent = (x, y, z) -> mouth.at(x, y - smile * x * x, z);
        Solid eyes = Solid.ellipsoid(d.between(14, 24), d.between(5, 14), 60)
                .movedBy(d.between(30, 38), d.between(20, 36), -20);
        Solid brow = Solid.rod(new double[] {12, 44, -6}, new double[] {56, d.between(40, 66), -24}, 6, 4);
        Solid nose = Solid.rod(
                new double[] {0, 30, -2}, new double[] {0, d.between(-30, -5), d.between(8, 30)}, 5, d.between(7, 14));
        Solid all = shell.blendedWith(brow.onBothSides(), 3)
                .blendedWith(nose, 4)
                .minus(bent, 2)
                .minus(eyes.onBothSides(), 2);
        return net(all.within((x, y, z) -> -80 - z), 2.2);
    }

    private static Mesh respirator(Dice d, FaceNet nobody) {
        Solid mouth = Solid.ellipsoid(d.between(42, 52), d.between(42, 54), d.between(50, 62))
                .movedBy(0, -30, -56);
        Solid nose = Solid.rod(new double[] {0, -8, -18}, new double[] {0, 42, -44}, d.between(17, 23), 12);
        Solid form = mouth.blendedWith(nose, 22);
        Solid cut = (x, y, z) -> -46 - z - 0.004 * x * x + 0.002 * (y + 20) * (y + 20);
        Solid cup = form.minus(form.grownBy(-4.5)).within(cut);
        double out = d.between(0.4, 0.9);
        Solid stub = Solid.cylinder(
                new double[] {24, -28, -40}, new double[] {out, -0.2, 0.6}, d.between(14, 22), d.between(38, 55));
        Solid valve = Solid.cylinder(
                new double[] {0, -38, -20}, new double[] {0, -0.25, 1}, d.between(12, 20), d.between(24, 34));
        Solid all = cup.blendedWith(valve.minus(form.grownBy(-1)), 2);
        if (d.chance(0.7)) {
            all = all.blendedWith(stub.onBothSides().minus(form.grownBy(-1)), 2);
        }
        return net(all, 2.1);
    }

    /// A pleated sheet, bent about the face.
    private static Mesh medical(Dice d, FaceNet nobody) {
        double pleat = d.between(6, 14);
        double deep = d.between(1.5, 4);
        double radius = d.between(65, 95);
        double rise = d.between(0.2, 0.5);
        Mesh flat = Forms.landscape(d.between(130, 175), d.between(80, 110), 110, 90, (x, y) -> {
            double t = y / pleat;
            double fold = t - Math.floor(t);
            return 1.6 + (fold < 0.7 ? fold / 0.7 : (1 - fold) / 0.3) * deep * 0.02;
        });
        return Meshes.mapped(flat, (p, i) -> {
            double t = p[1] / pleat;
            double fold = t - Math.floor(t);
            double a = p[0] / radius;
            double r =
                    radius + p[2] + deep * (fold < 0.7 ? fold / 0.7 : (1 - fold) / 0.3) - rise * Math.abs(p[1]) * 0.4;
            p[0] = r * StrictMath.sin(a);
            p[2] = r * StrictMath.cos(a);
        });
    }

    private static Mesh cpap(Dice d, FaceNet nobody) {
        double wide = d.between(26, 40);
        double tall = d.between(30, 50);
        int steps = 72;
        double[] path = new double[3 * steps];
        for (int i = 0; i < steps; i++) {
            double a = 2 * Math.PI * i / steps;
            double s = StrictMath.sin(a);
            path[3 * i] = wide * StrictMath.cos(a) * (1 - 0.45 * Math.max(0, s));
            path[3 * i + 1] = tall * s;
            path[3 * i + 2] = -12 * StrictMath.cos(2 * a);
        }
        double thick = d.between(5, 9);
        Mesh cushion = Forms.swept(path, 20, true, (t, a) -> thick);
        Mesh shell = Meshes.moved(Meshes.scaled(Forms.cone(wide, 0.4 * wide, 26, 48), 0.95, 1.1, 1), 0, -4, 4);
        Mesh port = Meshes.moved(Meshes.turned(Forms.pipe(11, 9, 40), 0, d.between(20, 60)), 0, -8, 26);
        return Meshes.joined(cushion, shell, port);
    }

    private static Mesh noseGuard(Dice d, FaceNet head) {
        double low = head.landmark("subnasale")[1] + d.between(2, 6);
        double high = head.landmark("sellion")[1] + d.between(4, 22);
        double wide = d.between(45, 62);
        double middle = (low + high) / 2;
        FaceSheet sheet = FaceSheet.of(head, 70, -40, 30, 1.6);
        double[] eye = head.landmark("exocanthion");
        double inner = head.landmark("endocanthion")[0];
        sheet = sheet.cut((p, a, e) -> {
            double across = p[0] / wide;
            double up = (p[1] - middle) / ((high - low) / 2);
            return 30 * (1 - Math.sqrt(Math.sqrt(across * across * across * across + up * up * up * up)));
        });
        FaceSheet open = sheet.cut((p, a, e) -> {
            double across = (Math.abs(p[0]) - (inner + eye[0]) / 2) / (0.75 * (eye[0] - inner));
            double up = (p[1] - eye[1]) / 15;
            return 15 * (Math.sqrt(across * across + up * up) - 1);
        });
        return Sheet.thickened(open.open(), d.between(1.5, 3), 6);
    }

    private static Mesh faceShield(Dice d, FaceNet nobody) {
        double radius = d.between(85, 110);
        double high = d.between(20, 240);
        double sweep = d.between(150, 210);
        Mesh visor = arc(radius, radius + 1.5, sweep, high);
        Mesh band = arc(0.84 * radius, 0.84 * radius + 3, sweep + 20, d.between(15, 25));
        Mesh brim = arc(0.84 * radius, radius + 1, sweep - 10, 2.5);
        return Meshes.joined(visor, band, brim);
    }

    private static Mesh arc(double inner, double outer, double sweep, double high) {
        int steps = 60;
        double[] loop = new double[4 * (steps + 1)];
        for (int i = 0; i <= steps; i++) {
            double a = StrictMath.toRadians(90 + sweep * (i / (double) steps - 0.5));
            loop[2 * i] = outer * StrictMath.cos(a);
            loop[2 * i + 1] = outer * StrictMath.sin(a);
            int back = 2 * (2 * steps + 1 - i);
            loop[back] = inner * StrictMath.cos(a);
            loop[back + 1] = inner * StrictMath.sin(a);
        }
        return Meshes.turned(Outline.of(loop).extruded(0, high), 0, 90);
    }

    private static Mesh helmet(Dice d, FaceNet nobody) {
        Solid form = Solid.ellipsoid(d.between(92, 104), d.between(108, 122), d.between(116, 132));
        Solid shell = form.minus(form.grownBy(-7)).within((x, y, z) -> -75 - y, 3);
        double w = d.between(120, 165);
        Solid window = Solid.box(w, d.between(60, 90), 160, 20).movedBy(0, d.between(-14, 6), 110);
        Solid all = shell.minus(window, 3);
        if (d.chance(0.5)) {
            double crest = d.between(6, 20);
            all = all.plus(Solid.box(10, 300, 300, 4)
                    .within(form.grownBy(crest), 3)
                    .within((x, y, z) -> 40 - y)
                    .minus(form.grownBy(-2)));
        }
        return SurfaceNet.sparse(all, new double[] {-112, -84, -142, 112, 150, 146}, 3.2);
    }

    private static Mesh goggles(Dice d, FaceNet nobody) {
        double x = d.between(32, 40);
        double lens = d.between(24, 32);
        double deep = d.between(20, 40);
        Solid cup = Solid.cylinder(new double[] {x, 0, -deep}, new double[] {0.12, 0, 1}, lens, deep);
        Solid bore = Solid.cylinder(new double[] {x, 0, -deep - 5}, new double[] {0.12, 0, 1}, lens - 4.5, deep + 20);
        Solid bridge = Solid.rod(new double[] {-x, 0, -4}, new double[] {x, 0, -4}, d.between(4, 8), d.between(4, 8));
        Solid lug = Solid.box(16, 26, 5, 2).movedBy(x + lens + 4, 0, -deep + 6);
        Solid all = cup.onBothSides().plus(bridge).plus(lug.onBothSides()).minus(bore.onBothSides());
        return SurfaceNet.sparse(all, new double[] {-90, -38, -50, 90, 38, 14}, 1.8);
    }

    private static Mesh blank(Dice d, FaceNet nobody) {
        Solid shell = bowl(d, 4.6);
        if (d.chance(0.5)) {
            Solid eyes = Solid.ellipsoid(d.between(12, 18), d.between(7, 11), 60)
                    .movedBy(d.between(29, 34), d.between(18, 32), -20);
            shell = shell.minus(eyes.onBothSides(), 1.5);
        }
        return net(shell, 2.1);
    }
}
