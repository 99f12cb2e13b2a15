package org.maskguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maskguard.classify.Category;
import org.maskguard.classify.Face;
import org.maskguard.io.Mesh;
import org.maskguard.landmark.Landmark;
import org.maskguard.landmark.Measurement;
import org.maskguard.surface.Vec;

class UnitReadingTest {

    @ParameterizedTest
    @CsvSource({
        "true, 0.2, MILLIMETRES METRES INCHES CENTIMETRES",
        "true, 9.9, MILLIMETRES METRES INCHES CENTIMETRES",
        "true, 10, MILLIMETRES INCHES CENTIMETRES",
        "true, 40, MILLIMETRES INCHES CENTIMETRES",
        "true, 40.1, MILLIMETRES",
        "true, 200, MILLIMETRES",
        "false, 0.2, MILLIMETRES",
        "false, 17, MILLIMETRES"
    })
    void otherUnitsAreTriedOnlyOnSmallFilesThatStateNone(boolean unitless, double largest, String expected) {
        assertThat(UnitReading.plausible(unitless, largest))
                .extracting(Enum::name)
                .containsExactly(expected.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"MILLIMETRES, 1", "CENTIMETRES, 10", "INCHES, 25.4", "METRES, 1000"})
    void aReadingScalesEveryCoordinate(UnitReading unit, double mm) {
        Mesh mesh = Mesh.soup(new float[] {1, 2, 3, 0, 0, 0, -4, 0, 0});
        float[] read = unit.read(mesh).xyz();
        for (int i = 0; i < read.length; i++) {
            assertThat(read[i]).isEqualTo((float) (mesh.xyz()[i] * mm));
        }
        assertThat(mesh.xyz()[0]).as("the file's own numbers stay").isEqualTo(1);
    }

    @Test
    void placesGoBackToTheFilesNumbersAndMeasurementsStayMillimetres() {
        Map<Measurement, Face.Measured> measured =
                Map.of(Measurement.SELLION_MENTON, new Face.Measured(118, 119.9, 8.2));
        Face face = new Face(
                Category.MASK,
                0.9,
                false,
                Map.of(Landmark.PRONASALE, new Vec(254, 0, -50.8)),
                measured,
                new Vec(0, 0, 1),
                new Vec(0, 1, 0),
                null);
        Face back = UnitReading.INCHES.unread(face);
        assertThat(back.landmarks()
                        .get(Landmark.PRONASALE)
                        .minus(new Vec(10, 0, -2))
                        .length())
                .isLessThan(1e-9);
        assertThat(back.measurements()).isEqualTo(measured);
        assertThat(back.front()).isEqualTo(face.front());
    }
}
