package org.maskguard.gateway.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// PEERS A1: how Marlin makes lines of bytes.
class MarlinBytesTest {

    @Test
    void eachOfLfAndCrEndsALineAndEmptyLinesAreNone() {
        assertThat(Bytes.marlinLines("G28\r\nG1 X1\rG1 X2\n\n\n")).containsExactly("G28", "G1 X1", "G1 X2");
    }

    @Test
    void aLineOfSpacesIsOne() {
        assertThat(Bytes.marlinLines("   \n")).containsExactly("   ");
    }

    @Test
    void aCommentIsNoLine() {
        assertThat(Bytes.marlinLines("; all comment\nG1 X1 ; some\n")).containsExactly("G1 X1 ");
    }

    @Test
    void textWithoutAnEndWaits() {
        assertThat(Bytes.marlinLines("G1 X1")).isEmpty();
    }

    @Test
    void ninetyFiveCharactersAreKeptAndTheRestIsDropped() {
        assertThat(Bytes.marlinLines(" ".repeat(90) + "G1 X10 Y20\n")).containsExactly(" ".repeat(90) + "G1 X1");
    }

    @Test
    void charactersAreCountedWithoutComments() {
        assertThat(Bytes.marlinLines("G1 X1;" + "c".repeat(200) + "\nG1 X2\n")).containsExactly("G1 X1", "G1 X2");
    }

    @Test
    void aBackslashIsDroppedAndTheNextCharacterIsAnOrdinaryOne() {
        assertThat(Bytes.marlinLines("G1 X10\\;Y20\n")).containsExactly("G1 X10;Y20");
        assertThat(Bytes.marlinLines("a\\\\b\n")).containsExactly("a\\b");
    }

    @Test
    void aBackslashDoesNotKeepALineFromEnding() {
        assertThat(Bytes.marlinLines("G1 X1\\\nG1 X2\n")).containsExactly("G1 X1", "G1 X2");
    }

    @Test
    void aLineThatBeginsWithAnEscapedSemicolonIsNone() {
        assertThat(Bytes.marlinLines("\\;G1 X1\nG28\n")).containsExactly("G28");
    }

    @Test
    void aBackspaceTakesTheCharacterBeforeIt() {
        assertThat(Bytes.marlinLines("G1 X12\b3\n")).containsExactly("G1 X13");
        assertThat(Bytes.marlinLines("\b\bG28\n")).containsExactly("G28");
    }

    @Test
    void aNulEndsTheText() {
        assertThat(Bytes.marlinLines("G1 X10\0Y20\nG28\n")).containsExactly("G1 X10", "G28");
    }

    @Test
    void parenthesesAreNoComment() {
        assertThat(Bytes.marlinLines("G1 (X99) Y5\n")).containsExactly("G1 (X99) Y5");
    }
}
