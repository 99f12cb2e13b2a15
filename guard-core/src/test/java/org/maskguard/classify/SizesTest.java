package org.maskguard.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizesTest {

    /// 85, 150 and 200 mm, the first two with 2 % of blur in favour of life size.
    @ParameterizedTest
    @CsvSource({
        "0, SMALL",
        "59, SMALL",
        "83.2, SMALL",
        "83.4, LIFE_SIZE",
        "85, LIFE_SIZE",
        "120, LIFE_SIZE",
        "150, LIFE_SIZE",
        "152.9, LIFE_SIZE",
        "153.1, LARGE",
        "200, LARGE",
        "200.1, HUGE",
        "1000, HUGE"
    })
    void aFaceIsSizedFromSellionToMenton(double mm, Sizes expected) {
        assertThat(Sizes.of(mm)).isEqualTo(expected);
    }
}
