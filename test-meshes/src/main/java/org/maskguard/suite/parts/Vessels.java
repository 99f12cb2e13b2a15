package org.maskguard.suite.parts;

import static org.maskguard.suite.geometry.Meshes.joined;
import static org.maskguard.suite.geometry.Meshes.moved;

import java.util.ArrayList;
import java.util.List;
import org.maskguard.io.Mesh;
import org.maskguard.suite.geometry.Dice;
import org.maskguard.suite.geometry.Forms;

/// What holds water, soil, light or sweets: turned, twisted, with walls.
final class Vessels {

    private Vessels() {}

    static List<Family> all() {
        return List.of(
                new Family("fluted-vase", "vase", Vessels::flutedVase),
                new Family("twisted-vase", "vase", Vessels::twistedVase),
                new Family("bottle", "vase", Vessels::bottle),
                new Family("funnel", "other", Vessels::funnel),
                new Family("bowl", "vase", Vessels::bowl),
                new Family("mug", "vase", Vessels::mug),
                new Family("lampshade", "other", Vessels::lampshade),
                new Family("planter", "vase", Vessels::planter),
                new Family("goblet", "vase", Vessels::goblet));
    }

    /// Outside up and inside down, closed at the floor.
    private static Mesh walled(double height, int points, double wall, Forms.RingRadius outside) {
        int steps = 36;
        double[] up = new double[3 * (steps + 1)];
        double[] down = new double[3 * (steps + 1)];
        for (int i = 0; i <= steps; i++) {
            up[3 * i + 2] = height * i / steps;
            down[3 * i + 2] = height - (height - wall) * i / steps;
        }
        double[] path = new double[up.length + down.length];
        System.arraycopy(up, 0, path, 0, up.length);
        System.arraycopy(down, 0, path, up.length, down.length);
        return Rings.stacked(
                path,
                points,
                (i, a) -> i <= steps
                        ? outside.at(i / (double) steps, a)
                        : Math.max(0.5, outside.at(down[3 * (i - steps - 1) + 2] / height, a) - wall));
    }

    private static Mesh flutedVase(Dice d) {
        double r = d.between(25, 60);
        double belly = d.between(-0.3, 0.5);
        double waves = d.between(1, 3);
        int flutes = d.from(0, 30);
        double depth = d.between(0, 0.06);
        double phase = d.between(0, 6);
        return walled(
                r * d.between(1.5, 4),
                120,
                d.between(1.2, 3),
                (t, a) -> r
                        * (1
                                + belly * StrictMath.sin(waves * t * 3 + phase) * 0.6
                                + depth * StrictMath.cos(flutes * a)));
    }

    private static Mesh twistedVase(Dice d) {
        int corners = d.from(3, 9);
        double r = d.between(25, 55);
        double twist = d.between(0.5, 3);
        double depth = d.between(0.06, 0.22);
        double grow = d.between(-0.3, 0.4);
        return walled(
                r * d.between(2, 4),
                120,
                d.between(1, 2.4),
                (t, a) -> r * (1 + grow * t) * (1 + depth * StrictMath.cos(corners * (a + twist * t))));
    }

    private static Mesh bottle(Dice d) {
        double r = d.between(20, 45);
        double height = r * d.between(3, 6);
        double neck = r * d.between(0.25, 0.5);
        double shoulder = d.between(0.5, 0.75);
        return walled(height, 72, 2, (t, a) -> {
            double s = Math.clamp((t - shoulder) / 0.18, 0, 1);
            double round = s * s * (3 - 2 * s);
            return r + (neck - r) * round + (t > 0.93 ? 2 : 0);
        });
    }

    private static Mesh funnel(Dice d) {
        double wide = d.between(30, 90);
        double narrow = d.between(3, 10);
        double cone = d.between(0.6, 1.2) * wide;
        double spout = d.between(20, 70);
        double w = d.between(1.2, 2.5);
        return Forms.revolved(
                96,
                narrow,
                -spout,
                narrow + w,
                -spout,
                narrow + w,
                0,
                wide,
                cone,
                wide + 2 * w,
                cone,
                wide + 2 * w,
                cone + 3,
                wide - w,
                cone + 3,
                narrow,
                0,
                narrow,
                -spout);
    }

    private static Mesh bowl(Dice d) {
        double r = d.between(40, 100);
        double power = d.between(1.5, 4);
        double lobes = d.from(0, 9);
        double wave = lobes == 0 ? 0 : d.between(0.02, 0.1);
        return walled(
                r * d.between(0.35, 0.9),
                120,
                d.between(2, 4),
                (t, a) ->
                        r * (0.35 + 0.65 * StrictMath.pow(t, 1 / power)) * (1 + wave * t * StrictMath.cos(lobes * a)));
    }

    private static Mesh mug(Dice d) {
        double r = d.between(30, 48);
        double height = d.between(70, 120);
        double lean = d.between(-0.15, 0.2);
        Mesh body = walled(height, 80, 3.5, (t, a) -> r * (1 + lean * t));
        int steps = 20;
        double[] path = new double[3 * (steps + 1)];
        for (int i = 0; i <= steps; i++) {
            double a = Math.PI * i / steps;
            path[3 * i] = r * 0.97 + 0.75 * r * StrictMath.sin(a);
            path[3 * i + 2] = height / 2 - 0.33 * height * StrictMath.cos(a);
        }
        return joined(body, Forms.rod(path, d.between(4, 7), 14));
    }

    private static Mesh lampshade(Dice d) {
        int ribs = d.from(8, 40);
        double r = d.between(50, 110);
        double height = d.between(80, 180);
        double top = d.between(0.4, 0.9);
        double bulge = d.between(-0.2, 0.3);
        double wave = d.between(0.02, 0.08);
        int steps = 32;
        double[] path = new double[3 * 2 * (steps + 1)];
        for (int i = 0; i <= steps; i++) {
            path[3 * i + 2] = height * i / steps;
            path[3 * (2 * steps + 1 - i) + 2] = height * i / steps;
        }
        return Rings.closed(path, 160, (i, a) -> {
            double t = path[3 * i + 2] / height;
            double out = r
                    * (1 + (top - 1) * t + bulge * StrictMath.sin(Math.PI * t))
                    * (1 + wave * StrictMath.cos(ribs * a + 6 * t));
            return out - (i <= steps ? 0 : 1.4);
        });
    }

    private static Mesh planter(Dice d) {
        double r = d.between(30, 80);
        int sides = d.from(4, 10);
        Mesh body = walled(r * d.between(0.9, 1.8), sides * 10, d.between(2.5, 5), (t, a) -> {
            double part = a * sides / (2 * Math.PI);
            double off = (part - Math.floor(part) - 0.5) * 2 * Math.PI / sides;
            return (0.75 + 0.25 * t) * r * StrictMath.cos(Math.PI / sides) / StrictMath.cos(off);
        });
        List<Mesh> all = new ArrayList<>(List.of(body));
        int feet = d.from(0, 4);
        for (int i = 0; i < feet; i++) {
            double a = 2 * Math.PI * i / feet;
            all.add(moved(Forms.cone(4, 6, 9, 16), 0.5 * r * StrictMath.cos(a), 0.5 * r * StrictMath.sin(a), -8));
        }
        return joined(all);
    }

    private static Mesh goblet(Dice d) {
        double foot = d.between(20, 40);
        double stem = d.between(4, 9);
        double cup = d.between(20, 42);
        double high = d.between(90, 190);
        double knot = d.between(1, 2.4) * stem;
        return Forms.revolved(
                72,
                0,
                0,
                foot,
                0,
                foot,
                3,
                stem * 1.6,
                10,
                stem,
                0.2 * high,
                knot,
                0.3 * high,
                stem,
                0.4 * high,
                0.7 * cup,
                0.52 * high,
                cup,
                0.7 * high,
                0.92 * cup,
                high,
                0.92 * cup - 2,
                high,
                cup - 2.2,
                0.7 * high,
                0.7 * cup - 2,
                0.55 * high,
                0,
                0.48 * high);
    }
}
