package org.maskguard.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maskguard.classify.Category;
import org.maskguard.landmark.Landmark;
import org.maskguard.train.example.Example;

class LandmarkErrorsTest {

    private static final Landmark MARKED = Landmark.SUBNASALE;

    @Test
    void theMeanIsOverCleanAndTurnedMasks() {
        LandmarkErrors errors = LandmarkErrors.of(List.of(
                seen("mask/cut/ict-1/0", "clean", 1, 2),
                seen("mask/cut/ict-1/0", "rotation", 1, 5),
                seen("mask/cut/ict-1/0", "noise", 1, 90),
                seen("half-mask/ict-1/0", "rotation", 1, 90)));
        assertThat(errors.count(MARKED)).isEqualTo(2);
        assertThat(errors.mean(MARKED)).isEqualTo("3.5");
    }

    @Test
    void aFitElsewhereCountsNotAtAll() {
        LandmarkErrors errors = LandmarkErrors.of(
                List.of(seen("mask/cut/ict-1/0", "clean", 40, 60), seen("mask/cut/ict-2/0", "clean", 1, 2)));
        assertThat(errors.count(MARKED)).isEqualTo(1);
        assertThat(errors.mean(MARKED)).isEqualTo("2.0");
    }

    @Test
    void aLandmarkThatNobodyMarkedHasNoMean() {
        LandmarkErrors errors = LandmarkErrors.of(List.of(seen("mask/cut/ict-1/0", "clean", 1, 2)));
        assertThat(errors.count(Landmark.MENTON)).isZero();
        assertThat(errors.mean(Landmark.MENTON)).isEqualTo("–");
    }

    @Test
    void strangersAreTheCleanAndTurnedMasksOfIct() {
        List<Example> examples = List.of(
                example("mask/cut/ict-1/0/clean", "ict", "clean"),
                example("mask/cut/ict-1/0/rotation", "ict", "rotation"),
                example("mask/cut/ict-1/0/soup", "ict", "soup"),
                example("mask/cut/makehuman-1/0/clean", "makehuman", "clean"),
                example("mould/ict-1/0/rotation", "ict", "rotation"));
        assertThat(Training.masksOfIct(examples)).isEqualTo(examples.subList(0, 2));
    }

    private static Example example(String id, String source, String disturbance) {
        return new Example(id, "mask_human", "cut", "unit", source, disturbance, false, () -> null);
    }

    /// A mask on which one landmark was marked.
    private static Specimen seen(String id, String disturbance, double noseError, double error) {
        double[] errors = new double[Landmark.values().length];
        Arrays.fill(errors, Double.NaN);
        errors[MARKED.ordinal()] = error;
        Specimen.Spot spot =
                new Specimen.Spot(new double[MadeUp.FEATURES], Category.MASK, false, 118, 0.9, noseError, errors);
        return new Specimen(id, "mask_human", "cut", "ict-1", "ict", disturbance, new double[0], List.of(spot), 1);
    }
}
