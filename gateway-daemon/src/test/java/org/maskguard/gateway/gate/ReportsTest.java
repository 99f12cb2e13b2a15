package org.maskguard.gateway.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "T:21.30 /0.00 B:21.30 /0.00 @:0 B@:0 | 1",
                "T:21.30 /0.00 B:21.30 /0.00 T0:21.30 /0.00 T1:20.10 /0.00 @:0 B@:0 @0:0 @1:0 | 2",
                "T0:21.30 /0.00 T1:20.10 /0.00 T2:20.00 /0.00 | 3"
            })
    void asManyToolsAsThePrinterTellsApart(String report, int tools) {
        Reports reports = new Reports();
        reports.answered(report, 0);

        assertThat(reports.tools()).isEqualTo(tools);
    }

    @ParameterizedTest
    @CsvSource({"''", "ok"})
    void aPrinterThatSaidNothingHasOne(String report) {
        Reports reports = new Reports();
        reports.answered(report, 0);

        assertThat(reports.tools()).isOne();
    }
}
