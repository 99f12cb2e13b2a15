package org.maskguard.gateway.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// PEERS A2: the order in which Marlin tests a numbered line.
class NumberingTest {

    private final Numbering numbering = new Numbering(true);

    @Test
    void theNextNumberIsTaken() {
        assertThat(take(Bytes.numbered("N1 G28"))).isEqualTo(Arrival.TAKEN);
        assertThat(take("  " + Bytes.numbered("N2 G28 "))).isEqualTo(Arrival.TAKEN);
        assertThat(numbering.last()).isEqualTo(2);
    }

    @Test
    void aLineWithoutNumberIsAlwaysTakenAndItsChecksumNotTested() {
        assertThat(take("G28*1")).isEqualTo(Arrival.UNNUMBERED);
        assertThat(take("n5 G28")).isEqualTo(Arrival.UNNUMBERED);
        assertThat(numbering.last()).isZero();
    }

    @Test
    void theNumberIsTestedBeforeTheChecksum() {
        assertThat(take("N7 G28")).isEqualTo(Arrival.WRONG_NUMBER);
        assertThat(take("N1 G28")).isEqualTo(Arrival.NO_CHECKSUM);
        assertThat(take("N1 G28*5")).isEqualTo(Arrival.WRONG_CHECKSUM);
    }

    @Test
    void theLastTwoNumbersArePassedOverSince2024() {
        numbering.last(41);
        assertThat(take("N41 G28")).isEqualTo(Arrival.REPEATED);
        assertThat(take("N40 G28*0")).isEqualTo(Arrival.REPEATED);
        assertThat(take("N39 G28*0")).isEqualTo(Arrival.WRONG_NUMBER);
        assertThat(new Numbering(false).take(Bytes.of("N0 G28*1"), 8)).isEqualTo(Arrival.WRONG_NUMBER);
    }

    @Test
    void anM110TakesAnyNumberBehindItsSecondN() {
        assertThat(take("N0 M110 N0*125")).isEqualTo(Arrival.TAKEN);
        assertThat(numbering.last()).isZero();
        assertThat(take(Bytes.numbered("N5 M110 N77"))).isEqualTo(Arrival.TAKEN);
        assertThat(numbering.last()).isEqualTo(77);
        assertThat(take("N-1 M110*15")).isEqualTo(Arrival.TAKEN);
        assertThat(numbering.last()).isEqualTo(-1);
        assertThat(take("N0M110*3")).isEqualTo(Arrival.TAKEN);
        assertThat(numbering.last()).isZero();
    }

    @Test
    void m110AnywhereIsEnough() {
        assertThat(take(Bytes.numbered("N5 M117 M110 N99"))).isEqualTo(Arrival.TAKEN);
        assertThat(numbering.last()).isEqualTo(99);
        assertThat(take(Bytes.numbered("N500 M1105"))).isEqualTo(Arrival.TAKEN);
        assertThat(numbering.last()).isEqualTo(500);
    }

    @Test
    void theChecksumIsThatUpToTheLastStar() {
        assertThat(take(Bytes.numbered("N1 G1 X1*Y9"))).isEqualTo(Arrival.TAKEN);
    }

    @Test
    void theChecksumIsANumberWhateverFollows() {
        byte[] line = Bytes.of("N1 G28");
        assertThat(take("N1 G28*  " + Checksum.of(line, 0, line.length) + "abc"))
                .isEqualTo(Arrival.TAKEN);
    }

    @Test
    void aLineIsAskedForInTheFirmwaresWords() {
        assertThat(Arrival.WRONG_CHECKSUM.request(41))
                .isEqualTo("Error:checksum mismatch, Last Line: 41\nResend: 42\n");
        assertThat(Arrival.WRONG_NUMBER.request(41))
                .isEqualTo("Error:Line Number is not Last Line Number+1, Last Line: 41\nResend: 42\n");
        assertThat(Arrival.NO_CHECKSUM.request(41))
                .isEqualTo("Error:No Checksum with line number, Last Line: 41\nResend: 42\n");
    }

    private Arrival take(String line) {
        return numbering.take(Bytes.of(line), line.length());
    }
}
