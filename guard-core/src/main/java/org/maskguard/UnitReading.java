package org.maskguard;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.maskguard.classify.Face;
import org.maskguard.io.Mesh;
import org.maskguard.landmark.Landmark;
import org.maskguard.surface.Vec;

/// A unit in which the numbers of a file without one may be meant (design, section 2, "Units").
enum UnitReading {
    MILLIMETRES("mm", 1),
    CENTIMETRES("cm", 10),
    INCHES("inches", 25.4),
    METRES("m", 1000);

    /// Largest extents, in the file's numbers, under which metres, and under which centimetres and inches are
    /// plausible.
    private static final double METRES_UNDER = 10;

    private static final double SMALL_UNDER = 40;

    private final String word;
    private final double mm;

    UnitReading(String word, double mm) {
        this.word = word;
        this.mm = mm;
    }

    /// The readings to judge, millimetres first.
    static List<UnitReading> plausible(boolean unitless, double largest) {
        if (!unitless || largest > SMALL_UNDER) {
            return List.of(MILLIMETRES);
        }
        return largest < METRES_UNDER
                ? List.of(MILLIMETRES, METRES, INCHES, CENTIMETRES)
                : List.of(MILLIMETRES, INCHES, CENTIMETRES);
    }

    /// The word in reason codes.
    String word() {
        return word;
    }

    /// Millimetres a unit.
    double mm() {
        return mm;
    }

    /// The mesh in mm, if its numbers are meant in this unit.
    Mesh read(Mesh mesh) {
        if (mm == 1) {
            return mesh;
        }
        float[] xyz = mesh.xyz().clone();
        for (int i = 0; i < xyz.length; i++) {
            xyz[i] = (float) (xyz[i] * mm);
        }
        return new Mesh(xyz, mesh.corners());
    }

    /// A face found in this reading, its places in the file's own numbers.
    Face unread(Face face) {
        Map<Landmark, Vec> places = new EnumMap<>(Landmark.class);
        face.landmarks().forEach((landmark, at) -> places.put(landmark, at.times(1 / mm)));
        return new Face(
                face.category(),
                face.score(),
                face.concave(),
                places,
                face.measurements(),
                face.front(),
                face.up(),
                face.wear());
    }
}
