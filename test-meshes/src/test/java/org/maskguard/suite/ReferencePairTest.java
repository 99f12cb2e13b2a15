package org.maskguard.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReferencePairTest {

    /// These never change: other programs and people know the files by them.
    @Test
    void hasTheDigestsThatAreKnown() {
        assertThat(OutFolder.sha256(ReferencePair.refused().stl()))
                .isEqualTo("d1db835a50bd99a0b05a79152a9ad2330e05e1f409db90bfddcd6d99f8787092");
        assertThat(OutFolder.sha256(ReferencePair.passed().stl()))
                .isEqualTo("bbcc35fad8e17eaaaffaaff88ee551aa56e5b74a27880a840a9f2f9b5c56ee99");
    }

    @Test
    void twinsHaveTheSameSize() {
        double[] refused = new Surface(ReferencePair.refused().mesh()).extent();
        double[] passed = new Surface(ReferencePair.passed().mesh()).extent();
        assertThat(refused).containsExactly(passed, within(2.0));
        assertThat(refused[0]).isEqualTo(passed[0], within(0.001));
        assertThat(refused[1]).isEqualTo(passed[1], within(0.001));
    }

    @ParameterizedTest
    @MethodSource("both")
    void isSmallClosedAndTurnedOutwards(Sample sample) {
        Surface surface = new Surface(sample.mesh());
        assertThat(surface.mesh().triangles()).isLessThan(5000);
        assertThat(surface.closedManifold()).isTrue();
        assertThat(surface.volume()).isPositive();
    }

    private static List<Sample> both() {
        return ReferencePair.both();
    }
}
