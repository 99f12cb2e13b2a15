package org.maskguard.surface;

/// A direction to look along and what is left and up in it: a right-handed basis of unit vectors.
///
/// @param left first axis of the picture, seen from the front on the right-hand side
/// @param up second axis of the picture
/// @param front towards the viewer
public record View(Vec left, Vec up, Vec front) {

    /// Some basis for a direction: which way is up is arbitrary, but the same each time.
    public static View along(Vec front) {
        Vec f = front.unit();
        Vec other = Math.abs(f.y()) < 0.9 ? new Vec(0, 1, 0) : new Vec(1, 0, 0);
        Vec left = other.cross(f).unit();
        return new View(left, f.cross(left), f);
    }

    /// Coordinates of a point in this basis.
    public Vec of(Vec p) {
        return new Vec(p.dot(left), p.dot(up), p.dot(front));
    }

    /// The point with these coordinates in this basis.
    public Vec point(double x, double y, double z) {
        return left.times(x).plus(up.times(y)).plus(front.times(z));
    }

    /// This basis turned by a rotation that is given in its own coordinates, row by row.
    public View turned(double[] r) {
        return new View(point(r[0], r[3], r[6]), point(r[1], r[4], r[7]), point(r[2], r[5], r[8]));
    }
}
