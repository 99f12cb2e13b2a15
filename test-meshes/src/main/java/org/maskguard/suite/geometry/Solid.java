package org.maskguard.suite.geometry;

/// A solid given by a formula: negative inside, positive outside, and near the surface about its distance, mm.
@FunctionalInterface
public interface Solid {

    double at(double x, double y, double z);

    /// An ellipsoid around the origin; the distance is right to first order.
    static Solid ellipsoid(double a, double b, double c) {
        return (x, y, z) -> {
            double level = Math.sqrt(square(x / a) + square(y / b) + square(z / c));
            double slope = Math.sqrt(square(x / (a * a)) + square(y / (b * b)) + square(z / (c * c)));
            return slope < 1e-9 ? -Math.min(a, Math.min(b, c)) : level * (level - 1) / slope;
        };
    }

    /// A box around the origin, its edges rounded.
    static Solid box(double sx, double sy, double sz, double round) {
        return (x, y, z) -> {
            double dx = Math.abs(x) - sx / 2 + round;
            double dy = Math.abs(y) - sy / 2 + round;
            double dz = Math.abs(z) - sz / 2 + round;
            double out = length(Math.max(dx, 0), Math.max(dy, 0), Math.max(dz, 0));
            return out + Math.min(0, Math.max(dx, Math.max(dy, dz))) - round;
        };
    }

    /// A cylinder with flat ends.
    ///
    /// @param foot x y z of the middle of one end
    /// @param axis direction from there to the other end, of any length but zero
    static Solid cylinder(double[] foot, double[] axis, double radius, double height) {
        double size = length(axis[0], axis[1], axis[2]);
        return (x, y, z) -> {
            double dx = x - foot[0];
            double dy = y - foot[1];
            double dz = z - foot[2];
            double along = (dx * axis[0] + dy * axis[1] + dz * axis[2]) / size;
            double across = Math.sqrt(Math.max(0, dx * dx + dy * dy + dz * dz - along * along));
            return Math.max(across - radius, Math.max(-along, along - height));
        };
    }

    /// A rod with round ends that grows from one radius to another.
    static Solid rod(double[] from, double[] to, double startRadius, double endRadius) {
        double[] d = {to[0] - from[0], to[1] - from[1], to[2] - from[2]};
        double square = d[0] * d[0] + d[1] * d[1] + d[2] * d[2];
        return (x, y, z) -> {
            double dx = x - from[0];
            double dy = y - from[1];
            double dz = z - from[2];
            double t = Math.clamp((dx * d[0] + dy * d[1] + dz * d[2]) / square, 0, 1);
            return length(dx - t * d[0], dy - t * d[1], dz - t * d[2]) - startRadius - t * (endRadius - startRadius);
        };
    }

    default Solid plus(Solid other) {
        return (x, y, z) -> Math.min(at(x, y, z), other.at(x, y, z));
    }

    /// Both, with a fillet of about this radius where they meet.
    default Solid blendedWith(Solid other, double radius) {
        return (x, y, z) -> -rounded(-at(x, y, z), -other.at(x, y, z), radius);
    }

    default Solid minus(Solid other) {
        return (x, y, z) -> Math.max(at(x, y, z), -other.at(x, y, z));
    }

    /// The same with the edges of the cut rounded by about this radius.
    default Solid minus(Solid other, double radius) {
        return (x, y, z) -> rounded(at(x, y, z), -other.at(x, y, z), radius);
    }

    default Solid within(Solid other) {
        return (x, y, z) -> Math.max(at(x, y, z), other.at(x, y, z));
    }

    /// The same with the edges of the cut rounded by about this radius.
    default Solid within(Solid other, double radius) {
        return (x, y, z) -> rounded(at(x, y, z), other.at(x, y, z), radius);
    }

    /// What lies up to `mm` outside of it, too.
    default Solid grownBy(double mm) {
        return (x, y, z) -> at(x, y, z) - mm;
    }

    default Solid movedBy(double dx, double dy, double dz) {
        return (x, y, z) -> at(x - dx, y - dy, z - dz);
    }

    /// What is on the side of positive x, on both sides.
    default Solid onBothSides() {
        return (x, y, z) -> at(Math.abs(x), y, z);
    }

    /// The greater of two, and a little more where they are about the same.
    private static double rounded(double a, double b, double radius) {
        double near = Math.max(0, radius - Math.abs(a - b)) / radius;
        return Math.max(a, b) + near * near * radius / 4;
    }

    private static double square(double v) {
        return v * v;
    }

    private static double length(double x, double y, double z) {
        return Math.sqrt(x * x + y * y + z * z);
    }
}
