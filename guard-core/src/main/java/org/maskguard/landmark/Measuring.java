package org.maskguard.landmark;

import java.util.EnumMap;
import java.util.Map;
import org.maskguard.surface.HeightMap;
import org.maskguard.surface.Vec;

/// Takes the measurements of a fitted face.
public final class Measuring {

    private Measuring() {}

    /// All measurements, mm. The face's width is that of the surface seen at the level of the outer corners of the
    /// eyes, so of a narrow mask it is the mask's.
    public static Map<Measurement, Double> of(FittedFace face, Map<Landmark, Vec> at) {
        Map<Measurement, Double> mm = new EnumMap<>(Measurement.class);
        mm.put(Measurement.SELLION_MENTON, between(at, Landmark.SELLION, Landmark.MENTON));
        mm.put(Measurement.INTERCANTHAL, between(at, Landmark.ENDOCANTHION_LEFT, Landmark.ENDOCANTHION_RIGHT));
        mm.put(Measurement.BIOCULAR, between(at, Landmark.EXOCANTHION_LEFT, Landmark.EXOCANTHION_RIGHT));
        mm.put(Measurement.NASAL_HEIGHT, between(at, Landmark.SELLION, Landmark.SUBNASALE));
        mm.put(Measurement.NASAL_BREADTH, between(at, Landmark.ALARE_LEFT, Landmark.ALARE_RIGHT));
        mm.put(Measurement.NASAL_PROTRUSION, between(at, Landmark.SUBNASALE, Landmark.PRONASALE));
        mm.put(Measurement.MOUTH_WIDTH, between(at, Landmark.CHEILION_LEFT, Landmark.CHEILION_RIGHT));
        mm.put(Measurement.FACE_WIDTH, width(face, at));
        return mm;
    }

    private static double between(Map<Landmark, Vec> at, Landmark a, Landmark b) {
        return at.get(a).minus(at.get(b)).length();
    }

    private static double width(FittedFace face, Map<Landmark, Vec> at) {
        Vec left = face.frame().toFace(at.get(Landmark.EXOCANTHION_LEFT));
        Vec right = face.frame().toFace(at.get(Landmark.EXOCANTHION_RIGHT));
        double level = (left.y() + right.y()) / 2 / face.scale();
        HeightMap seen = face.observed();
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        for (double x = -FittedFace.HALF; x < FittedFace.HALF; x += FittedFace.CELL / 2) {
            if (!Float.isNaN(seen.at(x, level))) {
                low = Math.min(low, x);
                high = Math.max(high, x);
            }
        }
        return high < low ? 0 : (high - low) * face.scale();
    }
}
