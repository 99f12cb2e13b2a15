package org.maskguard.assembly;

import org.maskguard.surface.Vec;

/// A plane in which a body was cut off, with the line that the cut left: the outline of the section of a solid, or the
/// border of a surface without thickness.
///
/// @param body number of the body
/// @param origin a point of the plane, in the file's frame, mm
/// @param axes two within the plane and the normal out of the body: of length 1, square to one another, right-handed
/// @param line the line's points in the plane's two axes: u v of each, mm
/// @param along its unit tangents, of either sign
/// @param length of the line, mm
record Cut(int body, Vec origin, Vec[] axes, float[] line, float[] along, double length) {

    Vec normal() {
        return axes[2];
    }

    int points() {
        return line.length / 2;
    }

    /// How far the line reaches along its longest direction, and square to that, mm.
    double[] extents() {
        return Lines.extents(line);
    }

    /// How many mm of the line run in none of its three commonest directions: little for what is built of straight
    /// parts.
    double curved() {
        return length * Lines.curvedShare(along);
    }
}
