package org.maskguard.suite;

import org.maskguard.io.Mesh;
import org.maskguard.suite.geometry.Loft;
import org.maskguard.suite.geometry.Solid;
import org.maskguard.suite.geometry.SurfaceNet;

/// Things that people print every day: z up, mm.
final class Workpieces {

    private Workpieces() {}

    /// An angle bracket: two flanges of 5 mm, each with two holes, and two ribs between.
    static Mesh bracket() {
        double[] up = {0, 0, 1};
        double[] back = {0, 1, 0};
        Solid foot = Solid.box(80, 60, 5, 0).movedBy(0, 30, 2.5);
        Solid wall = Solid.box(80, 5, 60, 0).movedBy(0, 2.5, 30);
        Solid rib = Solid.box(5, 60, 60, 0).movedBy(22, 30, 30).within((x, y, z) -> (y + z - 55) * Math.sqrt(0.5));
        Solid holes = Solid.cylinder(new double[] {32, 40, -1}, up, 2.7, 10)
                .plus(Solid.cylinder(new double[] {8, 40, -1}, up, 2.7, 10))
                .plus(Solid.cylinder(new double[] {32, -1, 40}, back, 2.7, 10))
                .plus(Solid.cylinder(new double[] {8, -1, 40}, back, 2.7, 10));
        Solid round = Solid.box(80, 200, 200, 8).movedBy(0, -40, -40);
        Solid whole = foot.plus(wall)
                .plus(rib.onBothSides())
                .minus(holes.onBothSides())
                .within(round);
        return SurfaceNet.of(whole, new double[] {-42.1, -2.1, -2.1, 42.1, 62.1, 62.1}, 0.8);
    }

    /// A vase of 180 mm with fluted sides.
    static Mesh vase() {
        Loft loft = new Loft(120);
        int rings = 60;
        for (int i = 0; i <= rings; i++) {
            vaseRing(loft, 180.0 * i / rings, 0);
        }
        for (int i = rings; i >= 0; i--) {
            vaseRing(loft, 3 + 177.0 * i / rings, 2.4);
        }
        return loft.capped(0, 3);
    }

    private static void vaseRing(Loft loft, double z, double wall) {
        double belly = 42 + 20 * StrictMath.sin(z / 34) - 0.0007 * (z - 60) * (z - 60);
        loft.ring((i, angle) -> belly + 1.6 * StrictMath.cos(12 * angle + z / 40) - wall, z);
    }

    /// A spur gear of module 3 with 24 teeth, a bore, and a hub on one side.
    static Mesh gear() {
        int teeth = 24;
        int points = 16 * teeth;
        Loft.Radius flanks = (i, angle) -> 32.25 + 6.75 * tooth((i % 16) / 16.0);
        return new Loft(points)
                .ring(flanks, 0)
                .ring(flanks, 12)
                .circle(16, 12)
                .circle(16, 20)
                .circle(6, 20)
                .circle(6, 0)
                .closed();
    }

    /// From 0 at the root to 1 at the tip of a tooth, over one pitch.
    private static double tooth(double turn) {
        double fromTip = Math.abs(turn - 0.5);
        return Math.clamp((0.38 - fromTip) / 0.26, 0, 1);
    }
}
