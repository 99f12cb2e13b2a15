package org.maskguard.train.shape;

import java.util.EnumMap;
import java.util.Map;
import org.maskguard.landmark.Landmark;
import org.maskguard.train.example.ParametricFace;

/// A parametric face whose 17 landmarks were marked by one definition, that of ICT-FaceKit's iBUG points.
///
/// @param neutral a grown person of the model without expression, mm; the marks lie on it
/// @param marks vertex of each landmark
record MarkedFace(ParametricFace face, float[] neutral, Map<Landmark, Integer> marks) {

    /// ICT-FaceKit: its own landmarks.
    static MarkedFace ict(ParametricFace face) {
        return new MarkedFace(face, face.mean(), face.landmarks());
    }

    /// MakeHuman, on the mean of its six young adults.
    ///
    /// Its own landmarks follow other definitions (endocanthia on the eyeball, 13 mm too deep; menton 12 mm too far
    /// back), so these vertices were chosen by eye on a shaded frontal picture of that mean, without any ICT face.
    static MarkedFace makeHuman(ParametricFace face) {
        Map<Landmark, Integer> marks = new EnumMap<>(Landmark.class);
        marks.put(Landmark.GLABELLA, 227);
        marks.put(Landmark.SELLION, 132);
        marks.put(Landmark.PRONASALE, 297);
        marks.put(Landmark.SUBNASALE, 1494);
        marks.put(Landmark.ENDOCANTHION_LEFT, 3569);
        marks.put(Landmark.EXOCANTHION_LEFT, 2243);
        marks.put(Landmark.ALARE_LEFT, 3601);
        marks.put(Landmark.CHEILION_LEFT, 2619);
        marks.put(Landmark.STOMION, 520);
        marks.put(Landmark.LABIALE_SUPERIUS, 455);
        marks.put(Landmark.LABIALE_INFERIUS, 492);
        marks.put(Landmark.POGONION, 1584);
        marks.put(Landmark.MENTON, 1718);
        float[] young = youngAdult(face);
        mirror(marks, young, Landmark.ENDOCANTHION_LEFT, Landmark.ENDOCANTHION_RIGHT);
        mirror(marks, young, Landmark.EXOCANTHION_LEFT, Landmark.EXOCANTHION_RIGHT);
        mirror(marks, young, Landmark.ALARE_LEFT, Landmark.ALARE_RIGHT);
        mirror(marks, young, Landmark.CHEILION_LEFT, Landmark.CHEILION_RIGHT);
        return new MarkedFace(face, young, marks);
    }

    /// Position of a landmark on a shape of this face.
    float[] position(Landmark landmark, float[] xyz) {
        int at = 3 * marks.get(landmark);
        return new float[] {xyz[at], xyz[at + 1], xyz[at + 2]};
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

    private static void mirror(Map<Landmark, Integer> marks, float[] xyz, Landmark left, Landmark right) {
        int at = 3 * marks.get(left);
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
        marks.put(right, nearest);
    }

    private static double square(double v) {
        return v * v;
    }
}
