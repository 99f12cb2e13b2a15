package org.maskguard.classify;

import java.util.EnumMap;
import java.util.Map;
import org.maskguard.landmark.Measurement;

/// Published measurements of living adults, both sexes together, mm.
///
/// Menton–sellion, subnasale–sellion, nose breadth, nose protrusion, lip length and bizygomatic breadth: NIOSH 2003,
/// 3,994 people of 18 to 66 years, computed from the raw file (NIOSH data set RD-10130-2020-0). Inner and outer canthal
/// breadths: 3D Facial Norms, 2,454 people of European descent, growth curves at 25 years, mean of both sexes. The
/// deviation of the outer one joins that within a sex (3.8) with half the difference of the sexes (1.65); that of the
/// inner one joins that within a sex (2.65) with that between the six groups of a review of 67 studies (3.0;
/// PMC9029890), which is the larger of the two.
public final class Norms {

    /// @param mean mm
    /// @param sd standard deviation, mm
    public record Norm(double mean, double sd) {}

    private static final Map<Measurement, Norm> TABLE = new EnumMap<>(Map.of(
            Measurement.SELLION_MENTON, new Norm(119.9, 8.2),
            Measurement.INTERCANTHAL, new Norm(32.1, 4.0),
            Measurement.BIOCULAR, new Norm(87.3, 4.1),
            Measurement.NASAL_HEIGHT, new Norm(50.4, 4.5),
            Measurement.NASAL_BREADTH, new Norm(37.1, 4.9),
            Measurement.NASAL_PROTRUSION, new Norm(20.1, 2.9),
            Measurement.MOUTH_WIDTH, new Norm(50.7, 4.5),
            Measurement.FACE_WIDTH, new Norm(141.1, 7.7)));

    private Norms() {}

    /// The norm of a measurement.
    public static Norm of(Measurement measurement) {
        return TABLE.get(measurement);
    }
}
