package org.maskguard.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maskguard.landmark.Landmark;
import org.maskguard.landmark.Measurement;
import org.maskguard.landmark.ShapedFace;
import org.maskguard.surface.Vec;

class NormsTest {

    private static final ShapedFace MEAN = ShapedFace.mean(Detector.shipped().shape());

    @ParameterizedTest
    @EnumSource(Measurement.class)
    void everyMeasurementHasANorm(Measurement measurement) {
        Norms.Norm norm = Norms.of(measurement);
        assertThat(norm.mean()).isBetween(15.0, 160.0);
        assertThat(norm.sd() / norm.mean()).isBetween(0.03, 0.2);
    }

    @ParameterizedTest
    @EnumSource(value = Measurement.class, mode = EnumSource.Mode.EXCLUDE, names = "FACE_WIDTH")
    void theMeanFaceIsAnOrdinaryOne(Measurement measurement) {
        double mm = switch (measurement) {
            case SELLION_MENTON -> between(Landmark.SELLION, Landmark.MENTON);
            case INTERCANTHAL -> between(Landmark.ENDOCANTHION_LEFT, Landmark.ENDOCANTHION_RIGHT);
            case BIOCULAR -> between(Landmark.EXOCANTHION_LEFT, Landmark.EXOCANTHION_RIGHT);
            case NASAL_HEIGHT -> between(Landmark.SELLION, Landmark.SUBNASALE);
            case NASAL_BREADTH -> between(Landmark.ALARE_LEFT, Landmark.ALARE_RIGHT);
            case NASAL_PROTRUSION -> between(Landmark.SUBNASALE, Landmark.PRONASALE);
            case MOUTH_WIDTH -> between(Landmark.CHEILION_LEFT, Landmark.CHEILION_RIGHT);
            case FACE_WIDTH -> throw new AssertionError("it is no distance of landmarks");
        };
        Norms.Norm norm = Norms.of(measurement);
        // The alare of iBUG lie on the outer edge of the wings, farther apart than the breadth that is measured.
        assertThat(mm).isCloseTo(norm.mean(), within(2.5 * norm.sd()));
    }

    private static double between(Landmark a, Landmark b) {
        Vec from = MEAN.landmarks().get(a);
        return from.minus(MEAN.landmarks().get(b)).length();
    }
}
