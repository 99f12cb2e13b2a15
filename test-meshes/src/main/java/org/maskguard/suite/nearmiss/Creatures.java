package org.maskguard.suite.nearmiss;

import java.util.List;
import org.maskguard.io.Mesh;
import org.maskguard.suite.face.FaceNet;
import org.maskguard.suite.geometry.Dice;
import org.maskguard.suite.geometry.Forms;
import org.maskguard.suite.geometry.Meshes;
import org.maskguard.suite.geometry.Solid;
import org.maskguard.suite.geometry.SurfaceNet;

/// Heads that are nobody's: of cartoons, animals, skulls and robots.
final class Creatures {

    private Creatures() {}

    static List<NearMiss> all() {
        return List.of(
                new NearMiss("cartoon-head", "cartoon_head", false, "no human proportions", Creatures::cartoon),
                new NearMiss("animal-head", "animal_head", false, "no human face", Creatures::animal),
                new NearMiss("skull", "skull", false, "no human face any more", Creatures::skull),
                new NearMiss("robot-head", "robot_face", false, "no human proportions", Creatures::robot));
    }

    private static Mesh sized(Mesh mesh, Dice d) {
        // The second extent as large as a life-size face's.
        return Meshes.scaled(mesh, d.between(110, 200) / Meshes.extents(mesh)[1]);
    }

    private static Mesh cartoon(Dice d, FaceNet nobody) {
        Solid head = Solid.ellipsoid(d.between(38, 55), d.between(40, 60), 44);
        double eye = d.between(9, 17);
        double apart = d.between(12, 22);
        double high = d.between(0, 22);
        Solid eyes = Solid.ellipsoid(eye, eye * d.between(1, 1.5), eye * 0.8).movedBy(apart, high, 36);
        Solid nose = Solid.ellipsoid(d.between(4, 15), d.between(4, 12), d.between(6, 22))
                .movedBy(0, high - d.between(10, 20), 44);
        Solid mouth = Solid.ellipsoid(d.between(8, 25), d.between(2, 8), 12).movedBy(0, high - d.between(28, 36), 44);
        Solid ears = Solid.ellipsoid(d.between(4, 8), d.between(8, 40), d.between(5, 12))
                .movedBy(d.between(25, 45), d.between(-5, 50), 0);
        Solid all = head.blendedWith(eyes.onBothSides(), 1.5)
                .blendedWith(nose, 2)
                .blendedWith(ears.onBothSides(), 3)
                .minus(mouth, 1);
        Solid pupils = Solid.ellipsoid(3.5, 3.5, 6).movedBy(apart, high, 36 + 0.8 * eye);
        return sized(
                SurfaceNet.sparse(all.minus(pupils.onBothSides()), new double[] {-64, -66, -50, 64, 96, 72}, 2), d);
    }

    private static Mesh animal(Dice d, FaceNet nobody) {
        double snout = d.between(25, 75);
        double thick = d.between(10, 24);
        Solid head = Solid.ellipsoid(40, d.between(36, 48), 46);
        Solid nose = Solid.rod(
                new double[] {0, -12, 25}, new double[] {0, d.between(-26, -8), 30 + snout}, thick * 1.3, thick);
        Solid tip = Solid.ellipsoid(thick * 0.6, thick * 0.45, 6).movedBy(0, -10, 30 + snout + thick * 0.9);
        double ear = d.between(15, 50);
        double out = d.between(10, 34);
        Solid ears = Solid.rod(
                new double[] {22, 25, -5}, new double[] {22 + out, 25 + ear, -12}, d.between(8, 14), d.between(2, 9));
        Solid brow = Solid.ellipsoid(10, 8, 9).movedBy(18, 14, 36);
        Solid eyes = Solid.ellipsoid(5, 5, 5).movedBy(20, 8, 41);
        Solid all = head.blendedWith(nose, 14)
                .blendedWith(brow.onBothSides(), 5)
                .blendedWith(ears.onBothSides(), 6)
                .plus(tip);
        if (d.chance(0.35)) {
            Solid horn = Solid.rod(new double[] {16, 36, -5}, new double[] {40, 80, -35}, 7, 1.5);
            all = all.blendedWith(horn.onBothSides(), 3);
        }
        Mesh mesh = SurfaceNet.sparse(all.plus(eyes.onBothSides()), new double[] {-76, -62, -56, 76, 96, 138}, 2.4);
        return sized(mesh, d);
    }

    private static Mesh skull(Dice d, FaceNet nobody) {
        Solid cranium = Solid.ellipsoid(70, 72, 88).movedBy(0, 45, -70);
        Solid face = Solid.ellipsoid(54, 58, 45).movedBy(0, -8, -25);
        double gape = d.between(0, 16);
        Solid jaw = Solid.ellipsoid(44, 22, 34)
                .movedBy(0, -62 - gape, -22)
                .minus(Solid.ellipsoid(32, 30, 36).movedBy(0, -56 - gape, -40), 3);
        Solid cheek = Solid.rod(new double[] {48, 5, -8}, new double[] {66, 12, -55}, 7, 5);
        double socket = d.between(15, 20);
        Solid eyes = Solid.ellipsoid(socket, socket * 0.9, 30).movedBy(d.between(27, 31), 26, 4);
        Solid nose = Solid.ellipsoid(10, 16, 20).movedBy(0, -2, 14);
        Solid all = cranium.blendedWith(face, 16)
                .blendedWith(jaw, gape > 6 ? 1 : 8)
                .blendedWith(cheek.onBothSides(), 5)
                .minus(eyes.onBothSides(), 4)
                .minus(nose, 3);
        Mesh bone = SurfaceNet.sparse(all, new double[] {-84, -110, -164, 84, 122, 30}, 3);
        Mesh[] teeth = new Mesh[17];
        teeth[0] = bone;
        for (int i = 0; i < 16; i++) {
            double a = StrictMath.toRadians(-60 + 120.0 * (i % 8) / 7);
            double y = i < 8 ? -38 : -48 - gape;
            teeth[i + 1] = Meshes.moved(Forms.box(6, 9, 6), 34 * StrictMath.sin(a), y, -22 + 36 * StrictMath.cos(a));
        }
        return Meshes.scaled(Meshes.joined(teeth), d.between(0.8, 1.05));
    }

    private static Mesh robot(Dice d, FaceNet nobody) {
        Solid head = Solid.box(d.between(70, 100), d.between(70, 110), 80, d.between(4, 25));
        double x = d.between(16, 26);
        Solid eyes = Solid.cylinder(new double[] {x, 14, 34}, new double[] {0, 0, 1}, d.between(7, 14), 14);
        Solid lens = Solid.cylinder(new double[] {x, 14, 40}, new double[] {0, 0, 1}, d.between(3, 6), 30);
        Solid grille = Solid.box(d.between(25, 50), 4, 20, 1).movedBy(0, -22, 40);
        Solid second = Solid.box(d.between(25, 50), 4, 20, 1).movedBy(0, -32, 40);
        Solid ears = Solid.cylinder(new double[] {30, 5, 0}, new double[] {1, 0, 0}, 12, 28);
        Solid all = head.plus(eyes.onBothSides())
                .plus(ears.onBothSides())
                .minus(lens.onBothSides())
                .minus(grille)
                .minus(second);
        if (d.chance(0.5)) {
            all = all.plus(Solid.rod(new double[] {0, 30, 0}, new double[] {d.between(-10, 10), 85, 0}, 3, 3));
        }
        return sized(SurfaceNet.sparse(all, new double[] {-66, -62, -48, 66, 92, 56}, 2), d);
    }
}
