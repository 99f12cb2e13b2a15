package org.maskguard.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 3, 0",
        "-0.0, 3, 0",
        "-0.0001, 3, 0",
        "12.5, 2, 12.5",
        "12.05, 2, 12.05",
        "-0.05, 2, -0.05",
        "0.9996, 3, 1",
        "99.999, 2, 100",
        "1000000, 2, 1000000",
        "7, 0, 7",
        "0.000001, 6, 0.000001",
        "1e12, 2, 1000000000000",
        "-1e21, 2, -1000000000000000000000",
    })
    void areShortAndExactlyRounded(double value, int places, String text) {
        assertThat(Decimals.of(value, places)).isEqualTo(text);
    }
}
