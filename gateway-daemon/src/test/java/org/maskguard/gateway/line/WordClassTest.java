package org.maskguard.gateway.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// DESIGN 8, "Classes of lines"; W05.
class WordClassTest {

    @ParameterizedTest
    @CsvSource({
        "M112, EMERGENCY",
        "M410, EMERGENCY",
        "M105, POLL",
        "M503, POLL",
        "M104 S200, HARMLESS",
        "G28, HARMLESS",
        "G1 X10 F3000, HARMLESS",
        "G0 Z5, HARMLESS",
        "G1 X10 E1, DEPOSITING",
        "G1 E5, DEPOSITING",
        "G2 X1 Y1 I5 J0 E1, DEPOSITING",
        "M600, DEPOSITING",
        "M701, DEPOSITING",
        "M83, SHAPE",
        "G92 E0, SHAPE",
        "M206 X1, SHAPE",
        "M221 S50, SHAPE",
        "M92 X160, MACHINE",
        "M851 Z1, MACHINE",
        "M500, MACHINE",
        "G26, DRAWING",
        "G29 P1, DRAWING",
        "G29, HARMLESS",
        "M28 job.gco, CARD",
        "M28 B1 job.gco, CLOSED",
        "M23 job.gco, CARD",
        "M30, HARMLESS",
        "M30 job.gco, CARD",
        "M997, CLOSED",
        "M575 B250000, CLOSED",
        "M810 G1, CLOSED",
        "M42 P1 S255, CLOSED",
        "M999, CLOSED",
        "G999, CLOSED",
        "M1234, CLOSED",
        "T200, CLOSED"
    })
    void aWordIsOfItsClass(String line, WordClass wanted) {
        Reading reading = new StrictReader().read(Bytes.of(line), 0, line.length());

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Command.class,
                        command -> assertThat(WordClass.of(command)).isEqualTo(wanted));
    }
}
