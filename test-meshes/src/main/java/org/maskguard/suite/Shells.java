package org.maskguard.suite;

import org.maskguard.io.Mesh;
import org.maskguard.suite.geometry.Solid;
import org.maskguard.suite.geometry.SurfaceNet;

/// Shells that a head or a face fits behind and that show none: y up, z in front, mm.
final class Shells {

    private Shells() {}

    /// A hockey goalkeeper's mask of old: as large as a face, with eye holes and rows of round ones, and no
    /// features.
    static Mesh hockeyMask() {
        Solid form = Solid.ellipsoid(74, 104, 72).movedBy(0, 0, -72);
        Solid shell = form.minus(form.grownBy(-3)).within((x, y, z) -> -z - 62 + 0.0012 * y * y);
        Solid eyes = Solid.ellipsoid(17, 11, 60).movedBy(31, 24, -20);
        Solid holes = hole(0, 62).plus(hole(0, 44)).plus(hole(0, -72));
        int[][] places = {
            {20, 56}, {40, 52}, {20, -12}, {40, -14}, {14, -34}, {32, -38}, {50, -34}, {14, -56}, {34, -60}
        };
        for (int[] place : places) {
            holes = holes.plus(hole(place[0], place[1]));
        }
        Solid cut = shell.minus(eyes.onBothSides(), 1.5).minus(holes.onBothSides());
        return SurfaceNet.of(cut, new double[] {-80, -110, -80, 80, 110, 6}, 1.3);
    }

    /// A helmet without visor: open below and before the eyes.
    static Mesh helmet() {
        Solid form = Solid.ellipsoid(98, 118, 126);
        Solid inside = form.grownBy(-5);
        Solid brim = form.grownBy(4).within((x, y, z) -> Math.abs(y + 70) - 5, 3);
        Solid crest =
                Solid.box(12, 300, 300, 4).within(form.grownBy(6), 4).within((x, y, z) -> Math.max(48 - y, -90 - z), 4);
        Solid window = Solid.box(150, 76, 150, 22).movedBy(0, -4, 110);
        Solid whole = form.within((x, y, z) -> -75 - y, 3).blendedWith(brim, 3).blendedWith(crest, 4);
        return SurfaceNet.of(
                whole.minus(inside, 2).minus(window, 3), new double[] {-108, -84, -138, 108, 132, 140}, 1.8);
    }

    private static Solid hole(double x, double y) {
        return Solid.cylinder(new double[] {x, y, -90}, new double[] {0, 0, 1}, 4.2, 120);
    }
}
