package org.maskguard.suite;

import org.maskguard.io.Mesh;
import org.maskguard.suite.geometry.Solid;
import org.maskguard.suite.geometry.SurfaceNet;

/// A half-mask respirator: cup over nose, mouth and chin with its sealing lip, two stubs for filters, a valve in front
/// and lugs for straps. The frame is that of a face that wears it: y up, z in front, mm.
final class Respirator {

    private static final double WALL = 2.8;
    private static final double CELL = 1.2;

    private static final double[] STUB_FOOT = {27, -28, -42};
    private static final double[] STUB_AXIS = {0.78, -0.2, 0.6};
    private static final double[] FRONT = {0, -0.25, 1};

    private Respirator() {}

    static Mesh mesh() {
        Solid cup = cup();
        Solid wall = cup.minus(cup.grownBy(-WALL)).within(Respirator::beforeSeal);
        Solid lip = cup.grownBy(7).minus(cup.grownBy(-WALL)).within(Respirator::nearSeal);
        Solid bores = stub(0, 40, 15).onBothSides().plus(valve(-25, 30, 11));
        Solid outside = threadedStub().onBothSides().plus(valve(-6, 10, 18)).minus(cup.grownBy(-1));
        Solid body = wall.plus(lip).blendedWith(outside, 2).minus(bores, 1.5).plus(valveCross());
        return SurfaceNet.of(body.plus(lugs().onBothSides()), new double[] {-92, -100, -92, 92, 68, 34}, CELL);
    }

    private static Solid cup() {
        Solid mouth = Solid.ellipsoid(47, 48, 58).movedBy(0, -30, -56);
        Solid nose = Solid.rod(new double[] {0, -8, -18}, new double[] {0, 42, -44}, 21, 12);
        Solid chin = Solid.ellipsoid(34, 30, 40).movedBy(0, -58, -52);
        return mouth.blendedWith(nose, 22).blendedWith(chin, 16);
    }

    /// In front of where the face is: the bridge of the nose, the cheeks, and under the chin.
    private static double beforeSeal(double x, double y, double z) {
        return (seal(x, y) - z) / 1.15;
    }

    private static double nearSeal(double x, double y, double z) {
        return Math.abs(z - seal(x, y)) - 1.5;
    }

    private static double seal(double x, double y) {
        return -47 - 0.0052 * x * x - 0.0011 * (y + 10) * (y + 10);
    }

    private static Solid stub(double from, double height, double radius) {
        double[] foot = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            foot[axis] = STUB_FOOT[axis] + from * STUB_AXIS[axis];
        }
        return Solid.cylinder(foot, STUB_AXIS, radius, height);
    }

    /// A coarse round thread of 5 mm pitch runs over the outer half.
    private static Solid threadedStub() {
        Solid plain = stub(0, 27, 20);
        double square = STUB_AXIS[0] * STUB_AXIS[0] + STUB_AXIS[1] * STUB_AXIS[1] + STUB_AXIS[2] * STUB_AXIS[2];
        return (x, y, z) -> {
            double along = ((x - STUB_FOOT[0]) * STUB_AXIS[0]
                            + (y - STUB_FOOT[1]) * STUB_AXIS[1]
                            + (z - STUB_FOOT[2]) * STUB_AXIS[2])
                    / Math.sqrt(square);
            double wave = along > 11 ? 0.5 - 0.5 * StrictMath.cos(2 * Math.PI * (along - 11) / 5) : 0;
            return plain.at(x, y, z) - 1.3 * wave;
        };
    }

    private static Solid valve(double from, double height, double radius) {
        double[] foot = {0, -38 + from * FRONT[1], from * FRONT[2]};
        return Solid.cylinder(foot, FRONT, radius, height);
    }

    /// The grid behind which the valve's flap sits.
    private static Solid valveCross() {
        Solid bars = Solid.box(24, 3, 3, 0.5).plus(Solid.box(3, 24, 3, 0.5)).movedBy(0, -37.5, -1);
        return bars.plus(Solid.cylinder(new double[] {0, -38, -3}, new double[] {0, 0, 1}, 5, 4));
    }

    private static Solid lugs() {
        Solid slot = Solid.box(5, 15, 20, 1);
        Solid lug = Solid.box(17, 23, 4, 1.8).minus(slot);
        return lug.movedBy(53, 2, -60).plus(lug.movedBy(50, -58, -63));
    }
}
