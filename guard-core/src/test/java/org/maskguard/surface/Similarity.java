package org.maskguard.surface;

import java.util.Random;
import org.maskguard.io.Mesh;

/// How tests place a thing: turned, scaled, moved, perhaps mirrored.
///
/// @param axes where x, y and z go
/// @param mirrored whether x is turned about first
public record Similarity(View axes, double scale, Vec shift, boolean mirrored) {

    public static final Similarity NONE = scaled(1);

    public static Similarity scaled(double scale) {
        return new Similarity(
                new View(new Vec(1, 0, 0), new Vec(0, 1, 0), new Vec(0, 0, 1)), scale, new Vec(0, 0, 0), false);
    }

    /// Any rotation, all equally likely.
    public static Similarity turned(Random random) {
        Vec front = new Vec(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).unit();
        View some = View.along(front);
        double angle = 2 * Math.PI * random.nextDouble();
        Vec left = some.point(Math.cos(angle), Math.sin(angle), 0);
        return new Similarity(new View(left, front.cross(left), front), 1, new Vec(0, 0, 0), false);
    }

    public Similarity times(double factor) {
        return new Similarity(axes, scale * factor, shift, mirrored);
    }

    public Similarity movedTo(Vec where) {
        return new Similarity(axes, scale, where, mirrored);
    }

    public Similarity mirrored(boolean mirror) {
        return new Similarity(axes, scale, shift, mirror);
    }

    public Vec apply(Vec p) {
        double x = mirrored ? -p.x() : p.x();
        return axes.point(scale * x, scale * p.y(), scale * p.z()).plus(shift);
    }

    /// A mirrored mesh comes out inside out, as mirroring programs leave it.
    public Mesh apply(Mesh mesh) {
        return Shapes.moved(mesh, this::apply);
    }
}
