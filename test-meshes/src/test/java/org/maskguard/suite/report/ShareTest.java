package org.maskguard.suite.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maskguard.train.Rate;

class ShareTest {

    @ParameterizedTest
    @CsvSource({"0, 100", "1, 300", "3, 1000", "0, 10000", "17, 40", "300, 300", "9990, 10000", "5000, 10000"})
    void agreesWithAnotherImplementation(int events, int trials) {
        Share share = new Share(events, trials);
        Rate rate = new Rate(events, trials);
        assertThat(share.low()).isCloseTo(rate.low(), within(1e-7));
        assertThat(share.high()).isCloseTo(rate.high(), within(1e-7));
    }

    @Test
    void nothingInTenThousandBoundsTheRateAtFourInTenThousand() {
        assertThat(new Share(0, 10_000).high()).isCloseTo(3.69e-4, within(1e-6));
    }
}
