package org.maskguard.assembly;

import org.maskguard.io.Mesh;
import org.maskguard.surface.Vec;

/// A rigid motion, or with a left-handed frame a reflection: a point p goes to `x·p.x + y·p.y + z·p.z + shift`, mm.
///
/// @param x where the first axis goes; the three are square to one another and of length 1
record Motion(Vec x, Vec y, Vec z, Vec shift) {

    /// What leaves everything where it is.
    static final Motion NONE = new Motion(new Vec(1, 0, 0), new Vec(0, 1, 0), new Vec(0, 0, 1), new Vec(0, 0, 0));

    /// What takes one frame to another: origin to origin, axes to axes.
    static Motion between(Vec from, Vec[] fromAxes, Vec to, Vec[] toAxes) {
        Vec x = turned(fromAxes[0].x(), fromAxes[1].x(), fromAxes[2].x(), toAxes);
        Vec y = turned(fromAxes[0].y(), fromAxes[1].y(), fromAxes[2].y(), toAxes);
        Vec z = turned(fromAxes[0].z(), fromAxes[1].z(), fromAxes[2].z(), toAxes);
        Motion turn = new Motion(x, y, z, new Vec(0, 0, 0));
        return new Motion(x, y, z, to.minus(turn.apply(from)));
    }

    /// The reflection in a plane.
    static Motion mirror(Vec origin, Vec normal) {
        Motion turn = new Motion(
                new Vec(1, 0, 0).minus(normal.times(2 * normal.x())),
                new Vec(0, 1, 0).minus(normal.times(2 * normal.y())),
                new Vec(0, 0, 1).minus(normal.times(2 * normal.z())),
                new Vec(0, 0, 0));
        return new Motion(turn.x, turn.y, turn.z, normal.times(2 * normal.dot(origin)));
    }

    Vec apply(Vec p) {
        return x.times(p.x()).plus(y.times(p.y())).plus(z.times(p.z())).plus(shift);
    }

    /// The other way round.
    Motion inverse() {
        Motion turn = new Motion(
                new Vec(x.x(), y.x(), z.x()),
                new Vec(x.y(), y.y(), z.y()),
                new Vec(x.z(), y.z(), z.z()),
                new Vec(0, 0, 0));
        return new Motion(turn.x, turn.y, turn.z, turn.apply(shift).times(-1));
    }

    /// First `before`, then this.
    Motion after(Motion before) {
        Vec zero = apply(new Vec(0, 0, 0));
        return new Motion(
                apply(before.x).minus(zero),
                apply(before.y).minus(zero),
                apply(before.z).minus(zero),
                apply(before.shift));
    }

    Mesh apply(Mesh mesh) {
        float[] from = mesh.xyz();
        float[] to = new float[from.length];
        for (int i = 0; i < from.length; i += 3) {
            Vec p = apply(new Vec(from[i], from[i + 1], from[i + 2]));
            to[i] = (float) p.x();
            to[i + 1] = (float) p.y();
            to[i + 2] = (float) p.z();
        }
        boolean reflects = x.cross(y).dot(z) < 0;
        return new Mesh(to, reflects ? turnedOver(mesh.corners()) : mesh.corners());
    }

    private static Vec turned(double a, double b, double c, Vec[] axes) {
        return axes[0].times(a).plus(axes[1].times(b)).plus(axes[2].times(c));
    }

    private static int[] turnedOver(int[] corners) {
        int[] flipped = corners.clone();
        for (int i = 0; i < flipped.length; i += 3) {
            flipped[i] = corners[i + 1];
            flipped[i + 1] = corners[i];
        }
        return flipped;
    }
}
