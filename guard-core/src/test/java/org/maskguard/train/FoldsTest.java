package org.maskguard.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldsTest {

    @Test
    void aUnitIsAlwaysInTheSameFold() {
        assertThat(Folds.of("ict-17", 5, "cross-validation")).isEqualTo(Folds.of("ict-17", 5, "cross-validation"));
        // Fixed for good: another split would make published figures incomparable.
        assertThat(IntStream.range(0, 8).map(i -> Folds.of("unit-" + i, 5, "test")))
                .containsExactly(1, 1, 3, 3, 0, 0, 1, 0);
    }

    @Test
    void foldsAreRoughlyEvenAndAllThere() {
        int[] size = new int[5];
        for (int i = 0; i < 5000; i++) {
            size[Folds.of("person-" + i, 5, "cross-validation")]++;
        }
        // Deviation of a fold: sqrt(5000 · 0.2 · 0.8) = 28.
        for (int fold = 0; fold < 5; fold++) {
            assertThat(size[fold]).as("fold %d", fold).isBetween(1000 - 140, 1000 + 140);
        }
    }

    @Test
    void anotherPurposeSplitsInAnotherWay() {
        int same = 0;
        for (int i = 0; i < 1000; i++) {
            same += Folds.of("person-" + i, 5, "a") == Folds.of("person-" + i, 5, "b") ? 1 : 0;
        }
        assertThat(same).isBetween(120, 280);
    }
}
