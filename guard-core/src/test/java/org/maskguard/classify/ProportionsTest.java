package org.maskguard.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maskguard.landmark.Measurement;

class ProportionsTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.7, 0.85, 1, 1.2, 1.6})
    void anAverageFaceIsHumanAtAnySize(double size) {
        assertThat(Proportions.human(face(size, Measurement.BIOCULAR, 1))).isTrue();
    }

    /// Breadth of the eyes 78 mm and length 85 mm, as at six years.
    @Test
    void aChildOfSixIsHuman() {
        Map<Measurement, Face.Measured> child = face(85 / 119.9, Measurement.BIOCULAR, 78 / (87.3 * 85 / 119.9));
        assertThat(Proportions.human(child)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"BIOCULAR, 1.6", "BIOCULAR, 0.6", "NASAL_BREADTH, 2.3", "MOUTH_WIDTH, 1.9", "NASAL_HEIGHT, 0.2"})
    void whatNobodyHasIsNotHumanAndIsNamed(Measurement what, double factor) {
        Map<Measurement, Face.Measured> odd = face(1, what, factor);
        assertThat(Proportions.human(odd)).isFalse();
        assertThat(Proportions.oddest(odd)).isEqualTo(what);
    }

    @Test
    void theOutlineOfAMaskSaysNothingOfTheFace() {
        assertThat(Proportions.human(face(1, Measurement.FACE_WIDTH, 2))).isTrue();
    }

    private static Map<Measurement, Face.Measured> face(double size, Measurement odd, double factor) {
        Map<Measurement, Face.Measured> face = new EnumMap<>(Measurement.class);
        for (Measurement what : Measurement.values()) {
            Norms.Norm norm = Norms.of(what);
            double mm = norm.mean() * size * (what == odd ? factor : 1);
            face.put(what, new Face.Measured(mm, norm.mean(), norm.sd()));
        }
        return face;
    }
}
