package org.maskguard.train.example;

import java.util.EnumMap;
import java.util.Map;
import org.maskguard.landmark.Landmark;

/// A parametric face whose 17 landmarks were marked by one definition, that of the 68 points of iBUG where there is
/// one: sellion above 27, pronasale below 30, subnasale 33, canthi 36, 39, 42 and 45, cheilia 48 and 54, upper lip 51,
/// stomion 62, lower lip 57, menton 8. Thread-safe; the arrays must not be changed.
///
/// @param neutral a grown person of the model without expression, mm; the marks were made on it
/// @param marks vertices of each landmark, which lies midway between them
public record MarkedFace(ParametricFace face, float[] neutral, Map<Landmark, int[]> marks) {

    /// ICT-FaceKit: the landmarks of its file but for two.
    ///
    /// What its file calls menton lies 10 mm behind iBUG 8, already under the chin, where a mask seen from the
    /// front
    /// shows little; the marked real heads have theirs at iBUG 8. What it calls alare lies on the cheeks, 6 mm
    /// beside
    /// the wings; the most lateral vertices of the wings are 37 mm apart, as those of noses are.
    public static MarkedFace ict(ParametricFace face) {
        Map<Landmark, int[]> marks = new EnumMap<>(Landmark.class);
        face.landmarks().forEach((landmark, vertex) -> mark(marks, landmark, vertex));
        mark(marks, Landmark.MENTON, face.points().get("ibug08"));
        mark(marks, Landmark.ALARE_LEFT, 5214);
        mark(marks, Landmark.ALARE_RIGHT, 4749);
        return new MarkedFace(face, face.mean(), marks);
    }

    /// MakeHuman, on the mean of its six young adults.
    ///
    /// Its own landmarks follow other definitions (endocanthia on the eyeball, 13 mm too deep; menton 12 mm too far
    /// back). These were marked once on shaded pictures and the profile of that mean, by what the marks of
    /// ICT-FaceKit
    /// mean there, without any ICT person. Where the definition falls between vertices of the coarse mesh the mark
    /// lies midway. Slopes are those of the face as upright as ICT's mean, by 2.8° from how MakeHuman has it.
    public static MarkedFace makeHuman(ParametricFace face) {
        Map<Landmark, int[]> marks = new EnumMap<>(Landmark.class);
        // Most forward between the brows.
        mark(marks, Landmark.GLABELLA, 227);
        // Deepest of the nasal root: the profile is flat there, and the parabola through its vertices is deepest
        // midway between these two.
        mark(marks, Landmark.SELLION, 132, 136);
        // Most forward of the nose.
        mark(marks, Landmark.PRONASALE, 297);
        // Where columella and lip meet: of the profile the farthest from the chord of pronasale and upper lip.
        mark(marks, Landmark.SUBNASALE, 343);
        // Inner end of the lid opening: the facet where both lid margins run out before the caruncle.
        mark(marks, Landmark.ENDOCANTHION_LEFT, 2287, 2290, 4308, 4313);
        mark(marks, Landmark.ENDOCANTHION_RIGHT, 66, 69, 2201, 2206);
        // Outer end of the lid opening, where the margins meet on the eyeball; the crease goes on for 2 mm.
        mark(marks, Landmark.EXOCANTHION_LEFT, 3184);
        mark(marks, Landmark.EXOCANTHION_RIGHT, 1054);
        // Most lateral of the wing, before it turns into its groove.
        mark(marks, Landmark.ALARE_LEFT, 3601, 3605);
        mark(marks, Landmark.ALARE_RIGHT, 1473, 1478);
        // Outer end of the crease between the lips.
        mark(marks, Landmark.CHEILION_LEFT, 2599);
        mark(marks, Landmark.CHEILION_RIGHT, 402);
        // Lowest of the upper lip.
        mark(marks, Landmark.STOMION, 520);
        // Borders of the lips' red.
        mark(marks, Landmark.LABIALE_SUPERIUS, 455);
        mark(marks, Landmark.LABIALE_INFERIUS, 492);
        // Most forward of the chin.
        mark(marks, Landmark.POGONION, 733, 1584);
        // Lower edge of the chin as the front sees it: where its profile falls back by 39° from the level, as at
        // iBUG 8.
        mark(marks, Landmark.MENTON, 1647);
        return new MarkedFace(face, youngAdult(face), marks);
    }

    /// Position of a landmark on a shape of this face.
    public float[] position(Landmark landmark, float[] xyz) {
        int[] vertices = marks.get(landmark);
        float[] middle = new float[3];
        for (int vertex : vertices) {
            for (int axis = 0; axis < 3; axis++) {
                middle[axis] += xyz[3 * vertex + axis] / vertices.length;
            }
        }
        return middle;
    }

    private static void mark(Map<Landmark, int[]> marks, Landmark landmark, int... vertices) {
        marks.put(landmark, vertices);
    }

    private static float[] youngAdult(ParametricFace face) {
        double[] weights = new double[face.modes().size()];
        for (int i = 0; i < weights.length; i++) {
            ParametricFace.Mode mode = face.modes().get(i);
            if (mode.kind() == ParametricFace.Kind.MACRO && mode.name().endsWith("-young")) {
                weights[i] = 1 / 6.0;
            }
        }
        return face.shape(weights);
    }
}
