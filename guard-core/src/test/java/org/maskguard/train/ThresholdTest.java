package org.maskguard.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ThresholdTest {

    @Test
    void itLiesMidwayBetweenTheMasksAndTheHighestOfTheOthersInLogOdds() {
        double t = Threshold.between(List.of(-5.0, -0.5, -3.0), masks(1.5), 1, 0);
        assertThat(t).isCloseTo(1 / (1 + Math.exp(-0.5)), within(1e-4));
    }

    @Test
    void theCalibrationStretchesAndMovesIt() {
        double t = Threshold.between(List.of(0.0), masks(1.0), 2, 0.25);
        assertThat(t).isCloseTo(1 / (1 + Math.exp(-1.25)), within(1e-4));
    }

    @Test
    void aFewHardHeadsDoNotPullItDown() {
        List<Double> hard = new ArrayList<>(masks(1.5));
        hard.set(17, -40.0);
        assertThat(Threshold.between(List.of(-0.5), hard, 1, 0))
                .isCloseTo(Threshold.between(List.of(-0.5), masks(1.5), 1, 0), within(1e-4));
    }

    @Test
    void itIsNeverUnderEvenOddsNorOverNineInTen() {
        assertThat(Threshold.between(List.of(-30.0), masks(2), 1, 0)).isEqualTo(0.5);
        assertThat(Threshold.between(List.of(30.0), masks(2), 1, 0)).isEqualTo(0.9);
    }

    @Test
    void withNothingToCompareItIsEvenOdds() {
        assertThat(Threshold.between(List.of(), masks(2), 1, 0)).isEqualTo(0.5);
        assertThat(Threshold.between(List.of(1.0), List.of(), 1, 0)).isEqualTo(0.5);
    }

    /// 300 masks, the lowest at `low`.
    private static List<Double> masks(double low) {
        return DoubleStream.iterate(low, v -> v + 1e-6).limit(300).boxed().toList();
    }
}
