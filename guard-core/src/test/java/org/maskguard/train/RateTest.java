package org.maskguard.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {

    /// Clopper and Pearson's 95 % intervals, two-sided, as printed in tables.
    @ParameterizedTest
    @CsvSource({
        "0, 10, 0, 0.3085",
        "1, 10, 0.0025, 0.4450",
        "5, 10, 0.1871, 0.8129",
        "9, 10, 0.5550, 0.9975",
        "10, 10, 0.6915, 1",
        "0, 20, 0, 0.1684",
        "0, 100, 0, 0.0362",
        "1, 100, 0.0003, 0.0545",
        "10, 100, 0.0490, 0.1762",
        "0, 1000, 0, 0.0037"
    })
    void intervalsAreThosePublished(int events, int trials, double low, double high) {
        Rate rate = new Rate(events, trials);
        assertThat(rate.low()).isCloseTo(low, within(0.00006));
        assertThat(rate.high()).isCloseTo(high, within(0.00006));
    }

    /// The upper end is where so few events have a chance of 2.5 %, the lower one where so many have.
    @ParameterizedTest
    @CsvSource({
        "0, 1",
        "1, 1",
        "1, 2",
        "0, 3",
        "3, 7",
        "17, 50",
        "0, 300",
        "1, 300",
        "3, 600",
        "599, 600",
        "3, 10000",
        "47, 30000",
        "5000, 10000"
    })
    void intervalsAgreeWithBisectingTheBinomialSum(int events, int trials) {
        Rate rate = new Rate(events, trials);
        if (events < trials) {
            assertThat(rate.high()).isCloseTo(bisect(p -> 0.025 - atMost(events, trials, p)), within(1e-7));
        }
        if (events > 0) {
            assertThat(rate.low()).isCloseTo(bisect(p -> 0.975 - atMost(events - 1, trials, p)), within(1e-7));
        }
        assertThat(rate.share()).isBetween(rate.low(), rate.high());
    }

    @Test
    void aboutNothingNothingIsKnown() {
        Rate none = new Rate(0, 0);
        assertThat(none.low()).isZero();
        assertThat(none.high()).isEqualTo(1);
        assertThat(none.share()).isNaN();
        assertThat(none).hasToString("0 of 0");
    }

    @Test
    void aRateIsPrintedWithItsCountsAndItsIntervalInPerCent() {
        assertThat(new Rate(1, 300)).hasToString("1 of 300 = 0.33 % [0.01, 1.84]");
    }

    @Test
    void moreEventsThanTrialsAreAMistake() {
        assertThatThrownBy(() -> new Rate(3, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rate(-1, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    /// Where an increasing function of p crosses zero.
    private static double bisect(DoubleUnaryOperator increasing) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (increasing.applyAsDouble(middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Chance of at most so many events, term by term.
    private static double atMost(int events, int trials, double p) {
        double sum = 0;
        double logTerm = trials * Math.log1p(-p);
        for (int k = 0; k <= events; k++) {
            sum += Math.exp(logTerm);
            logTerm += Math.log((trials - k) / (k + 1.0)) + Math.log(p) - Math.log1p(-p);
        }
        return sum;
    }
}
