package org.maskguard.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineCensusTest {

    private static LineCensus census(byte[] bytes, int piece) {
        LineCensus census = new LineCensus();
        for (int from = 0; from < bytes.length; from += piece) {
            census.look(bytes, from, Math.min(bytes.length, from + piece));
        }
        return census;
    }

    private static LineCensus census(String text) {
        return census(text.getBytes(StandardCharsets.ISO_8859_1), 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "G1 X10",
                "g0x-1",
                "  G01 Y.5 E1",
                "N7 G1 Z2*38",
                "N7G3 I1 J2",
                "G1\tF1800",
                "G2X+1",
                "G1 X\0001",
                "n-1 g1 e2"
            })
    void aMoveIsAMoveHoweverItIsWritten(String line) {
        assertThat(census(line).moves()).isOne();
        assertThat(census("junk\r" + line + "\njunk\n" + line).moves()).isEqualTo(2);
        assertThat(census(line).faces()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "; G1 X10",
                "v 1 2 3",
                "F1800",
                "F 1800",
                "f",
                "fan",
                "face 1 2 3",
                "f 1\n2",
                "G28 X0",
                "G92 E0",
                "G1",
                "M104 S200",
                "G10 X1",
                "g 1",
                "vertex G1 X1",
                "GX1",
                "N1"
            })
    void nothingElseIs(String line) {
        assertThat(census(line + "\n").moves()).isZero();
        assertThat(census(line + "\n").faces()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"f 1 2 3", " F\t-1/2/3 -4//5 6", "facet normal 0 0 1", "  FACET", "f 1/ 2"})
    void aFaceIsAFaceHoweverItIsWritten(String line) {
        assertThat(census(line + "\n" + line).faces()).isEqualTo(2);
        assertThat(census(line).moves()).isZero();
    }

    @Test
    void randomBytesHoldFewerThanAreMany() {
        byte[] bytes = new byte[16 << 20];
        new Random(1).nextBytes(bytes);
        assertThat(census(bytes, 4096).moves()).isLessThan(LineCensus.MANY / 8);
        assertThat(census(bytes, 4096).faces()).isLessThan(LineCensus.MANY / 8);
    }
}
