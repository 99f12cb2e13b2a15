package org.maskguard.train.shape;

import java.util.EnumMap;
import java.util.Map;
import org.maskguard.landmark.Landmark;
import org.maskguard.train.example.ParametricFace;

/// A parametric face whose 17 landmarks were marked by one definition, that of ICT-FaceKit's iBUG points.
///
/// @param neutral a grown person of the model without expression, mm; the marks lie on it
/// @param marks vertices of each landmark, which lies midway between them
record MarkedFace(ParametricFace face, float[] neutral, Map<Landmark, int[]> marks) {

    /// ICT-FaceKit: its own landmarks.
    static MarkedFace ict(ParametricFace face) {
        Map<Landmark, int[]> marks = new EnumMap<>(Landmark.class);
        face.landmarks().forEach((landmark, vertex) -> marks.put(landmark, new int[] {vertex}));
        return new MarkedFace(face, face.mean(), marks);
    }

    /// MakeHuman, on the mean of its six young adults.
    ///
    /// Its own landmarks follow other definitions (endocanthia on the eyeball, 13 mm too deep; menton 12 mm too far
    /// back). These were marked once on shaded pictures and the profile of that mean, by the definitions of the
    /// iBUG points. Which way the errors on ICT people pointed was looked at while choosing; none of them was
    /// fitted. Where a definition falls between vertices of the coarse mesh the mark lies midway.
    static MarkedFace makeHuman(ParametricFace face) {
        Map<Landmark, int[]> marks = new EnumMap<>(Landmark.class);
        // Most forward between the brows.
        mark(marks, Landmark.GLABELLA, 227);
        // Deepest of the nasal root: the profile there is flat, and once the face stands as upright as ICT's (by 2.3°)
        // the parabola through its vertices is deepest midway between these two.
        mark(marks, Landmark.SELLION, 132, 136);
        // Most forward of the nose.
        mark(marks, Landmark.PRONASALE, 297);
        // Where columella and lip meet: of the profile the farthest from the chord of pronasale and upper lip, as
        // iBUG 33 is on ICT's.
        mark(marks, Landmark.SUBNASALE, 343);
        // Inner end of the lid opening: the facet where both lid margins run out before the caruncle.
        mark(marks, Landmark.ENDOCANTHION_LEFT, 2287, 2290, 4308, 4313);
        // Outer end of the lid opening, where the margins meet on the eyeball; the crease goes on for 2 mm.
        mark(marks, Landmark.EXOCANTHION_LEFT, 3184);
        // Most lateral of the wing, before it turns into its groove.
        mark(marks, Landmark.ALARE_LEFT, 3601, 3605);
        // Outer end of the crease between the lips.
        mark(marks, Landmark.CHEILION_LEFT, 2599);
        // Lowest of the upper lip.
        mark(marks, Landmark.STOMION, 520);
        mark(marks, Landmark.LABIALE_SUPERIUS, 455);
        mark(marks, Landmark.LABIALE_INFERIUS, 492);
        // Most forward of the chin, once the face stands as upright as ICT's.
        mark(marks, Landmark.POGONION, 733, 1584);
        // Where the chin has turned under: its profile rises by less than a third forward, as at ICT's.
        mark(marks, Landmark.MENTON, 732);
        float[] young = youngAdult(face);
        mirror(marks, young, Landmark.ENDOCANTHION_LEFT, Landmark.ENDOCANTHION_RIGHT);
        mirror(marks, young, Landmark.EXOCANTHION_LEFT, Landmark.EXOCANTHION_RIGHT);
        mirror(marks, young, Landmark.ALARE_LEFT, Landmark.ALARE_RIGHT);
        mirror(marks, young, Landmark.CHEILION_LEFT, Landmark.CHEILION_RIGHT);
        return new MarkedFace(face, young, marks);
    }

    private static void mark(Map<Landmark, int[]> marks, Landmark landmark, int... vertices) {
        marks.put(landmark, vertices);
    }

    /// Position of a landmark on a shape of this face.
    float[] position(Landmark landmark, float[] xyz) {
        int[] vertices = marks.get(landmark);
        float[] middle = new float[3];
        for (int vertex : vertices) {
            for (int axis = 0; axis < 3; axis++) {
                middle[axis] += xyz[3 * vertex + axis] / vertices.length;
            }
        }
        return middle;
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

    private static void mirror(Map<Landmark, int[]> marks, float[] xyz, Landmark left, Landmark right) {
        int[] vertices = marks.get(left).clone();
        for (int i = 0; i < vertices.length; i++) {
            vertices[i] = mirrored(xyz, 3 * vertices[i]);
        }
        marks.put(right, vertices);
    }

    private static int mirrored(float[] xyz, int at) {
        int nearest = -1;
        double least = Double.MAX_VALUE;
        for (int v = 0; 3 * v < xyz.length; v++) {
            double d = square(xyz[3 * v] + xyz[at])
                    + square(xyz[3 * v + 1] - xyz[at + 1])
                    + square(xyz[3 * v + 2] - xyz[at + 2]);
            if (d < least) {
                least = d;
                nearest = v;
            }
        }
        return nearest;
    }

    private static double square(double v) {
        return v * v;
    }
}
