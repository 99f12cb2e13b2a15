package org.maskguard.train.example;

import java.util.EnumMap;
import java.util.Map;
import org.maskguard.io.Mesh;
import org.maskguard.landmark.Landmark;
import org.maskguard.surface.Vec;

/// A head or face surface to make things from, in a frame of its own: mm, tip of the nose at the origin, +x to
/// the face's left, +y up, +z out of the face, as upright as the mean of ICT-FaceKit. Immutable.
///
/// @param id unique, `ict-17` or the file's name
/// @param unit the person; what cross-validation splits by
/// @param source `ict`, `makehuman` or `real`
/// @param heldOut whether it must not be trained on
/// @param skin the surface; openings at eyes, mouth and neck are open where the source has them open
/// @param eyeballs empty where the source has none of their own
/// @param marks landmarks that are known; sellion and menton always are
/// @param eyeLeft middle of the left eye's opening
/// @param eyeRight middle of the right eye's opening
public record Head(
        String id,
        String unit,
        String source,
        boolean heldOut,
        Mesh skin,
        Mesh eyeballs,
        Map<Landmark, Vec> marks,
        Vec eyeLeft,
        Vec eyeRight) {

    /// Distance from sellion to menton on the mean of ICT-FaceKit, less its 3 % excess over textbook means, mm;
    /// sizes in makers are meant for a face of this length.
    static final double USUAL_LENGTH = 119;

    /// Faces are kept within these lengths, mm, so that a life-size one is inside the band of 85 to 150 mm.
    static final double SHORTEST = 88;

    static final double LONGEST = 146;

    /// A point of the middle line goes for the menton where the skin, looked at from there, lies furthest this
    /// way.
    private static final Vec UNDER_CHIN = new Vec(0, -0.86, 0.5);

    /// The head of a person drawn from `face`.
    ///
    /// @param source `ict` or `makehuman`, the first part of the head's id
    public static Head of(ParametricFace face, Person person, String source) {
        int tip = face.landmarks().get(Landmark.PRONASALE);
        Mesh whole = new Mesh(person.xyz(), face.triangles());
        Vec origin = Meshes.vertex(whole, tip);
        Mesh moved = Meshes.shift(whole, -origin.x(), -origin.y(), -origin.z());
        Mesh skin = Meshes.keep(moved, t -> !face.eyeball(moved.corners()[3 * t]));
        Mesh eyeballs = Meshes.keep(moved, t -> face.eyeball(moved.corners()[3 * t]));
        Map<Landmark, Vec> marks = new EnumMap<>(Landmark.class);
        face.landmarks().forEach((landmark, vertex) -> marks.put(landmark, Meshes.vertex(moved, vertex)));
        if (!marks.containsKey(Landmark.STOMION)) {
            // MakeHuman: its menton lies too far back, its endocanthia too deep.
            marks.put(Landmark.MENTON, menton(skin));
            marks.remove(Landmark.ENDOCANTHION_LEFT);
            marks.remove(Landmark.ENDOCANTHION_RIGHT);
        }
        boolean bags = face.mode("macro/asian-male-young") >= 0;
        Mesh outer = bags ? Visibility.outerSkin(Meshes.join(skin, eyeballs)) : skin;
        // Every second of the coarse model's people is smoothed, as those who print it do.
        Mesh fine = bags && person.seed() % 2 == 0 ? Subdivision.loop(outer) : outer;
        String id = source + "-" + person.seed();
        Head head = new Head(
                id, id, source, false, fine, eyeballs, Map.copyOf(marks), centre(eyeballs, 1), centre(eyeballs, -1));
        return head.scaled(Math.clamp(head.length(), SHORTEST, LONGEST) / head.length());
    }

    /// The same head larger or smaller.
    Head scaled(double factor) {
        if (factor == 1) {
            return this;
        }
        Map<Landmark, Vec> moved = new EnumMap<>(Landmark.class);
        marks.forEach((landmark, p) -> moved.put(landmark, p.times(factor)));
        return new Head(
                id,
                unit,
                source,
                heldOut,
                Meshes.scale(skin, factor, factor, factor),
                Meshes.scale(eyeballs, factor, factor, factor),
                Map.copyOf(moved),
                eyeLeft.times(factor),
                eyeRight.times(factor));
    }

    /// Sellion to menton, mm.
    public double length() {
        return mark(Landmark.SELLION).minus(mark(Landmark.MENTON)).length();
    }

    /// The factor from a usual face to this one.
    double size() {
        return length() / USUAL_LENGTH;
    }

    Vec mark(Landmark landmark) {
        return marks.get(landmark);
    }

    /// Middle of the mouth: the stomion, or 42 % of the way from nose tip to menton (as on the mean of
    /// ICT-FaceKit).
    Vec mouth() {
        Vec known = mark(Landmark.STOMION);
        Vec menton = mark(Landmark.MENTON);
        return known != null ? known : new Vec(menton.x() * 0.42, menton.y() * 0.42, menton.z() * 0.5);
    }

    private static Vec menton(Mesh skin) {
        Vec best = null;
        for (int v = 0; v < skin.vertices(); v++) {
            Vec p = Meshes.vertex(skin, v);
            boolean candidate = Math.abs(p.x()) < 4 && p.z() > -42 && p.y() < -30;
            if (candidate && (best == null || UNDER_CHIN.dot(p) > UNDER_CHIN.dot(best))) {
                best = p;
            }
        }
        return new Vec(0, best.y(), best.z());
    }

    private static Vec centre(Mesh eyeballs, int side) {
        Vec sum = new Vec(0, 0, 0);
        int count = 0;
        double front = -1e9;
        for (int v = 0; v < eyeballs.vertices(); v++) {
            Vec p = Meshes.vertex(eyeballs, v);
            if (p.x() * side > 0) {
                sum = sum.plus(p);
                front = Math.max(front, p.z());
                count++;
            }
        }
        return new Vec(sum.x() / count, sum.y() / count, front);
    }
}
