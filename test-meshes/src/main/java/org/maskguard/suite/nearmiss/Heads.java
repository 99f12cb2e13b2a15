package org.maskguard.suite.nearmiss;

import java.util.ArrayList;
import java.util.List;
import org.maskguard.io.Mesh;
import org.maskguard.suite.face.FaceNet;
import org.maskguard.suite.face.FrontHeights;
import org.maskguard.suite.geometry.Dice;
import org.maskguard.suite.geometry.Forms;
import org.maskguard.suite.geometry.MeshBuilder;
import org.maskguard.suite.geometry.Meshes;
import org.maskguard.suite.geometry.Outline;

/// Things with somebody's whole head: solid, so that no other head fits behind the face.
final class Heads {

    private Heads() {}

    static List<NearMiss> all() {
        return List.of(
                new NearMiss("bust", "bust", true, "solid: no room behind the face", Heads::bust),
                new NearMiss("head", "head", true, "solid: no room behind the face", (d, n) -> solid(n)),
                new NearMiss("statue", "statue", true, "solid: no room behind the face", (d, n) -> figure(n, d, 1)),
                new NearMiss("figurine", "figurine", true, "far below life size", Heads::figurine),
                new NearMiss("doll", "doll", true, "a small head", Heads::doll),
                new NearMiss("relief", "relief", true, "a face on a plate without room behind it", Heads::relief),
                new NearMiss("portrait-lithophane", "lithophane", true, "a picture in a plate", Heads::lithophane));
    }

    /// The head without its neck, closed below.
    static Mesh solid(FaceNet net) {
        MeshBuilder out = new MeshBuilder();
        int columns = 120;
        int rows = 90;
        for (int j = 0; j <= rows; j++) {
            for (int i = 0; i < columns; i++) {
                double azimuth = 360.0 * i / columns - 180;
                double lowest = lowest(azimuth);
                double[] p = place(net, azimuth, lowest + (89 - lowest) * j / rows);
                out.vertex(p[0], p[1], p[2]);
            }
        }
        for (int j = 0; j < rows; j++) {
            for (int i = 0; i < columns; i++) {
                int k = (i + 1) % columns;
                out.quad(j * columns + i, j * columns + k, (j + 1) * columns + k, (j + 1) * columns + i);
            }
        }
        double[] chin = net.landmark("menton");
        int below = out.vertex(0, chin[1] + 6, 0);
        double[] crown = net.at(0, 90);
        int above = out.vertex(crown[0], crown[1], crown[2]);
        for (int i = 0; i < columns; i++) {
            int k = (i + 1) % columns;
            out.triangle(below, k, i);
            out.triangle(above, rows * columns + i, rows * columns + k);
        }
        return out.build();
    }

    /// Under the chin in front, at the hairline behind.
    private static double lowest(double azimuth) {
        double back = Math.clamp((Math.abs(azimuth) - 25) / 80, 0, 1);
        return -50 + 28 * back * back * (3 - 2 * back);
    }

    /// A place of the head; over the ears the side of the head instead, which no grid of directions shows well.
    private static double[] place(FaceNet net, double azimuth, double elevation) {
        double a = Math.abs(azimuth);
        if (a <= 62 || a >= 132) {
            return net.at(azimuth, elevation);
        }
        double t = (a - 62) / 70;
        double front = size(net.at(Math.copySign(62, azimuth), elevation));
        double back = size(net.at(Math.copySign(132, azimuth), elevation));
        double r = front + (back - front) * t * t * (3 - 2 * t);
        double e = StrictMath.toRadians(elevation);
        double z = StrictMath.toRadians(azimuth);
        return new double[] {
            r * StrictMath.cos(e) * StrictMath.sin(z), r * StrictMath.sin(e), r * StrictMath.cos(e) * StrictMath.cos(z)
        };
    }

    private static double size(double[] p) {
        return Math.sqrt(p[0] * p[0] + p[1] * p[1] + p[2] * p[2]);
    }

    private static Mesh neckedHead(FaceNet net, double length) {
        double[] chin = net.landmark("menton");
        double r = 0.82 * net.landmark("zygion")[0];
        double[] path = {0, chin[1] + 45, -18, 0, chin[1] - 10, -24, 0, chin[1] - length, -34};
        Mesh neck = Forms.swept(path, 40, false, (t, a) -> r * (0.86 + 0.16 * t));
        List<Mesh> all = new ArrayList<>(List.of(solid(net), neck));
        for (int side = -1; side <= 1; side += 2) {
            Mesh ear = Meshes.scaled(Forms.sphere(1, 24), 6, 30, 17);
            double[] at = net.landmark("tragion");
            double x = size(place(net, 90, 0)) - 1;
            all.add(Meshes.moved(Meshes.turned(ear, 1, side * 18), side * x, at[1] + 12, -8));
        }
        return Meshes.joined(all);
    }

    private static Mesh bust(Dice d, FaceNet net) {
        double chin = net.landmark("menton")[1];
        double length = d.between(35, 80);
        List<Mesh> all = new ArrayList<>(List.of(neckedHead(net, length)));
        double foot = chin - length;
        if (d.chance(0.5)) {
            double wide = d.between(120, 210);
            Mesh shoulders = Meshes.scaled(Forms.sphere(1, 64), wide, 50, 75);
            all.add(Meshes.moved(shoulders, 0, foot - 20, -35));
        }
        double base = d.between(50, 90);
        Mesh plinth = d.chance(0.5)
                ? Meshes.turned(Forms.cone(base, 0.8 * base, 60, 64), 0, -90)
                : Meshes.turned(Outline.box(2 * base, 1.6 * base).extruded(0, 60), 0, -90);
        all.add(Meshes.moved(plinth, 0, foot - 75, -34));
        return Meshes.joined(all);
    }

    /// A standing body under the head, all solid; by size of the head's own millimetres.
    private static Mesh figure(FaceNet net, Dice d, double headScale) {
        double chin = net.landmark("menton")[1];
        double h = net.landmark("sellion")[1] - chin;
        List<Mesh> all = new ArrayList<>(List.of(Meshes.scaled(neckedHead(net, 0.45 * h), headScale)));
        double neck = headScale * (chin - 0.35 * h);
        double hip = neck - 4.4 * h;
        double[] trunk = {0, neck, -30, 0, neck - 0.5 * h, -32, 0, neck - 2 * h, -32, 0, hip, -30};
        all.add(Forms.swept(
                trunk,
                32,
                false,
                (t, a) -> h * (0.75 - 0.25 * Math.abs(t - 0.2)) * (1 + 0.35 * StrictMath.abs(StrictMath.sin(a)))));
        double spread = d.between(0.2, 0.7) * h;
        for (int side = -1; side <= 1; side += 2) {
            double[] leg = {
                side * 0.45 * h,
                hip,
                -30,
                side * (0.45 * h + spread / 2),
                hip - 2.3 * h,
                d.between(-40, 10),
                side * (0.45 * h + spread),
                hip - 4.4 * h,
                -40
            };
            all.add(Forms.swept(leg, 20, false, (t, a) -> h * (0.5 - 0.25 * t)));
            double[] arm = {
                side * 0.85 * h,
                neck - 0.4 * h,
                -34,
                side * d.between(1.1, 2) * h,
                neck - 1.9 * h,
                -30,
                side * d.between(0.6, 2.2) * h,
                neck - d.between(1.5, 3.6) * h,
                d.between(-20, 80)
            };
            all.add(Forms.swept(arm, 16, false, (t, a) -> h * (0.3 - 0.12 * t)));
        }
        all.add(Meshes.moved(Meshes.turned(Forms.cone(2.2 * h, 2.2 * h, 0.3 * h, 48), 0, -90), 0, hip - 4.7 * h, -35));
        return Meshes.joined(all);
    }

    private static Mesh figurine(Dice d, FaceNet net) {
        Mesh whole = d.chance(0.5) ? figure(net, d, d.between(1, 1.8)) : bust(d, net);
        double tall = d.between(60, 180);
        return Meshes.scaled(whole, tall / Meshes.extents(whole)[2]);
    }

    private static Mesh doll(Dice d, FaceNet net) {
        Mesh head = Meshes.scaled(neckedHead(net, 30), d.between(1.05, 1.25), d.between(0.85, 0.95), 1);
        List<Mesh> all = new ArrayList<>(List.of(head));
        double[] eye = net.landmark("exocanthion");
        for (int side = -1; side <= 1; side += 2) {
            all.add(Meshes.moved(
                    Forms.sphere(d.between(15, 20), 28), side * 0.75 * eye[0] * 1.1, 0.9 * eye[1], eye[2] - 4));
        }
        int locks = d.from(12, 30);
        for (int i = 0; i < locks; i++) {
            double a = Math.PI * (0.1 + 0.8 * i / locks) + Math.PI;
            all.add(Meshes.moved(
                    Forms.sphere(22, 16),
                    85 * StrictMath.cos(a),
                    60 + 20 * StrictMath.sin(3.0 * i),
                    70 * StrictMath.sin(a)));
        }
        return Meshes.scaled(Meshes.joined(all), d.between(0.2, 0.6));
    }

    /// Pressed flat on a plate: life-size, with at most 12 mm of depth.
    private static Mesh relief(Dice d, FaceNet net) {
        FrontHeights heights = new FrontHeights(net);
        double tip = net.landmark("pronasale")[2];
        double flat = d.between(0.25, 0.7);
        double chin = net.landmark("menton")[1];
        double w = d.between(150, 190);
        double h = d.between(180, 220);
        double back = tip - 62;
        return Forms.landscape(
                w, h, 120, 140, (x, y) -> 4 + flat * Math.max(0, heights.at(x, y + chin + 0.42 * h, back) - back));
    }

    private static Mesh lithophane(Dice d, FaceNet net) {
        FrontHeights heights = new FrontHeights(net);
        double s = d.between(0.5, 1.2);
        double w = d.between(70, 140);
        double h = w * d.between(1, 1.35);
        double tip = net.landmark("pronasale")[2];
        double y0 = (net.landmark("menton")[1] + net.landmark("glabella")[1]) / 2;
        double lampX = d.between(-0.8, 0.8);
        Mesh plate = Forms.landscape(w, h, (int) w, (int) h, (x, y) -> {
            if (Math.abs(x) > w / 2 - 3 || Math.abs(y) > h / 2 - 3) {
                return 3.6;
            }
            double px = x / s;
            double py = y / s + y0;
            double z = heights.at(px, py, tip - 90);
            double dx = heights.at(px + 1, py, tip - 90) - z;
            double dy = heights.at(px, py + 1, tip - 90) - z;
            double light = (lampX * -dx - 0.5 * dy + 1) / Math.sqrt((1 + dx * dx + dy * dy) * (1.25 + lampX * lampX));
            return 0.8 + 2.4 * (1 - Math.clamp(light, 0, 1));
        });
        double radius = w * d.between(0.6, 1.6);
        return d.chance(0.5)
                ? plate
                : Meshes.mapped(plate, (p, i) -> {
                    double a = p[0] / radius;
                    double r = radius + p[2];
                    p[0] = r * StrictMath.sin(a);
                    p[2] = r * StrictMath.cos(a);
                });
    }
}
