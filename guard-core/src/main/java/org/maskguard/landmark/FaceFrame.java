package org.maskguard.landmark;

import org.maskguard.surface.Vec;

/// How a face lies in space: a right-handed frame whose origin is the pronasale (tip of the nose).
///
/// @param pronasale origin, mm, in the file's frame
/// @param left unit vector towards the face's own left (the frame's x)
/// @param up unit vector from chin to forehead (the frame's y)
/// @param front unit vector out of the face (the frame's z)
public record FaceFrame(Vec pronasale, Vec left, Vec up, Vec front) {

    /// A point of this frame, in the file's frame.
    public Vec toFile(double x, double y, double z) {
        return pronasale.plus(left.times(x)).plus(up.times(y)).plus(front.times(z));
    }

    /// A point of the file's frame, in this frame.
    public Vec toFace(Vec p) {
        Vec d = p.minus(pronasale);
        return new Vec(d.dot(left), d.dot(up), d.dot(front));
    }
}
