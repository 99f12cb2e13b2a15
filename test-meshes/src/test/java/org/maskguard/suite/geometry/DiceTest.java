package org.maskguard.suite.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DiceTest {

    @Test
    void fallAsSplitMixDoes() {
        // The published first outputs for the seed 1234567.
        Dice dice = new Dice(1234567);
        assertThat(Long.toUnsignedString(dice.next())).isEqualTo("6457827717110365317");
        assertThat(Long.toUnsignedString(dice.next())).isEqualTo("3203168211198807973");
    }

    @Test
    void ofOtherNamesAndSeedsAreOthers() {
        assertThat(Dice.of(1, "a").next())
                .isEqualTo(Dice.of(1, "a").next())
                .isNotEqualTo(Dice.of(1, "b").next())
                .isNotEqualTo(Dice.of(2, "a").next());
    }

    @Test
    void normalDeviatesHaveMeanNoughtAndDeviationOne() {
        Dice dice = new Dice(5);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 20_000; i++) {
            double v = dice.normal();
            sum += v;
            squares += v * v;
        }
        assertThat(sum / 20_000).isCloseTo(0, within(0.03));
        assertThat(squares / 20_000).isCloseTo(1, within(0.05));
    }
}
