package org.maskguard.gcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of lines that are not understood, or that firmwares read differently.
class UnknownCommandTest {

    @Test
    void beforeTheFirstAndAfterTheLastDepositItIsNoted() {
        Beads beads = Beads.of("START_PRINT BED=60", "M9999", "G1 X1 E1", "G1 X2 E2", "END_PRINT", "M9999");
        assertThat(beads.all()).hasSize(2);
        assertThat(beads.summary().notes())
                .extracting(JobSummary.Note::command)
                .containsExactly("START_PRINT", "M9999", "END_PRINT");
        assertThat(beads.summary().notes().get(1).times()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "M9999 X1",
                "DRAW_MASK",
                "G26",
                "G425",
                "G6 I1",
                "G77",
                "while true",
                "{if x}",
                "!boom",
                "/G1 X5",
                "S900",
                "M120",
                "X",
                "#1=5",
                "G5.1 X1",
                "UPDATE_DELAYED_GCODE ID=a DURATION=1",
                "M501",
                "M428"
            })
    void betweenDepositsItMakesTheJobUnreadable(String line) {
        UnreadableJob refused = Beads.refused("G1 X1 E1", "M105", line, "M105", "OTHER", "G1 X2 E2");
        assertThat(refused.line()).isEqualTo(3);
        assertThat(refused.command()).isNotEmpty();
        assertThat(refused.getMessage())
                .startsWith("line 3: " + refused.command() + ": ")
                .doesNotContain("\n");
        assertThat(refused.asUnreadable().where()).isEqualTo("line 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "M104 S200",
                "M106 S255",
                "M107",
                "G4 P100",
                "M73 P5 R3",
                "M204 S1000",
                "M205 X8",
                "M117 hello",
                "G29",
                "G12",
                "G27",
                "M600",
                "M701",
                "M702",
                "G80",
                "M900 K.05",
                "SET_PRESSURE_ADVANCE ADVANCE=.05",
                "TIMELAPSE_TAKE_FRAME",
                "M84",
                "M400",
                "M862.3 P \"MK3S\"",
                "M115 U3.11.0",
                "@pause",
                "%",
                "M1002 a : 0",
                "M220 S90",
                "M201 X1000",
                "M17",
                "M140 S60",
                "M486 A\"part\"",
                "M605 S2",
                "M851 Z-1",
                "M500"
            })
    void harmlessOnesArePassedOver(String line) {
        assertThat(Beads.of("G1 X1 E1", line, "G1 X2 E2").ways()).containsExactly("0,0,0 > 1,0,0", "1,0,0 > 2,0,0");
    }

    @Test
    void purgesBesideThePartAreNoted() {
        assertThat(Beads.of("G1 X1 E1", "M600", "G1 X2 E2").summary().notes())
                .extracting(JobSummary.Note::command)
                .containsExactly("M600");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A remark that Marlin executes, two values for one word, digits beside words, a second command.
                "G1 X2 (E5) E2",
                "G1 X2 X3 E2",
                "G1 X1.2.3 E2",
                "G1 X1,5 E2",
                "G1 X2 E2 G1 Y5",
                "M106 S5 G1 X2 E2",
                "G90 G1 X2 E2",
                "G1.1 X2 E2",
                "N5 N6 G1 X2 E2"
            })
    void whatFirmwaresReadDifferentlyIsDoubtful(String line) {
        UnreadableJob refused = Beads.refused("G1 X1 E1", line, "G1 X9 E9");
        assertThat(refused.code()).isIn("doubtful", "unknown-command");
        assertThat(refused.line()).isEqualTo(2);
    }

    @Test
    void aMoveLongerThanFirmwaresReadIsDoubtful() {
        String line = "G1 X2 " + " ".repeat(90) + "E2";
        assertThat(Beads.refused("G1 X1 E1", line).code()).isEqualTo("doubtful");
        assertThat(Beads.of("G1 X1 E1", "G1 X2 E2 ;" + "x".repeat(500)).all()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"G1 Xnan E1", "G1 X1 Y inf E1", "G1 X1e9 Enan", "G1 X10000000 E1", "G1 X1 E9999999999999999999"})
    void whatIsNoNumberOfAPrinterIsNamed(String line) {
        UnreadableJob refused = Beads.refused("M105", line);
        assertThat(refused.code()).isEqualTo("bad-number");
        assertThat(refused.line()).isEqualTo(2);
    }

    @Test
    void anExponentIsAnExtrusion() {
        // Marlin: X1, E2.
        assertThat(Beads.of("M83", "G1 X1e2").volumes()).containsExactly(2.0);
    }

    @Test
    void aCodeThatWrapsRoundInFirmwareIsUnreadable() {
        assertThat(Beads.refused("G65537 X5 E1").code()).isEqualTo("doubtful");
        assertThat(Beads.refused("T65536", "G1 X5 E1").code()).isEqualTo("doubtful");
    }

    @Test
    void aWrongChecksumIsNamed() {
        UnreadableJob refused = Beads.refused("N1 G1 X1 E1*0");
        assertThat(refused.code()).isEqualTo("bad-checksum");
        assertThat(refused.line()).isEqualTo(1);
        assertThat(Beads.refused("N1 G1 X1 E1*").code()).isEqualTo("bad-checksum");
    }

    @Test
    void checksumsAreMarlins() {
        assertThat(Beads.of("N0 M110 N0*125", "N1 M105*38", "N4 M109 S200*110", "N10 G1 X10.1 Y40.0 E1.5*83")
                        .all())
                .hasSize(1);
        assertThat(Beads.of("N-1 M110*15", "N0 M140 S60*83", "N1 M105 *6").all())
                .isEmpty();
    }

    @Test
    void aLineThatCameBeforeIsDoubtful() {
        String line = "N10 G1 X10.1 Y40.0 E1.5*83";
        assertThat(Beads.refused(line, line).code()).isEqualTo("doubtful");
        assertThat(Beads.of(line, "N0 M110 N0*125", line).summary().lines()).isEqualTo(3);
    }

    @Test
    void numbersWithoutChecksumsAreOnlyNumbers() {
        assertThat(Beads.of("N10 G1 X1 E1", "N10 G1 X2 E2", "N5 G1 X3 E3").all())
                .hasSize(3);
    }

    @Test
    void bytesThatFirmwaresReadDifferentlyAreNamed() {
        for (String bad : new String[] {"G1 X1\0 E1", "G1 X12\b3 E1", "G1 X1 \u00ff E1"}) {
            byte[] job = (bad + "\n").getBytes(StandardCharsets.ISO_8859_1);
            assertThat(Beads.refused(Beads.PLAIN, JobLimits.DEFAULT, job).code())
                    .isEqualTo("bad-byte");
        }
        byte[] packed = {-1, -1, -5, 0x1D, 0x2F};
        assertThat(Beads.refused(Beads.PLAIN, JobLimits.DEFAULT, packed).code()).isEqualTo("bad-byte");
    }

    @Test
    void zerosThatFillAFileUpAreNothing() {
        assertThat(Beads.of("G1 X1 E1", "\0\0\0\0", "G1 X2 E2", "\0\0").all()).hasSize(2);
    }

    @Test
    void limitsAreNamed() {
        JobLimits tight = new JobLimits(3, 40, 2, 4, 1000, 500);
        assertThat(Beads.refused(Beads.PLAIN, tight, Beads.bytes("M105", "M105", "M105", "M105"))
                        .line())
                .isEqualTo(4);
        assertThat(Beads.refused(Beads.PLAIN, tight, Beads.bytes("G1 X1 E1", "G1 X2 E2", "G1 X3 E3"))
                        .code())
                .isEqualTo("too-large");
        assertThat(Beads.refused(Beads.PLAIN, tight, Beads.bytes("; " + "x".repeat(60)))
                        .code())
                .isEqualTo("too-large");
        assertThat(Beads.refused(Beads.PLAIN, tight, "x".repeat(60).getBytes(StandardCharsets.US_ASCII))
                        .code())
                .isEqualTo("too-large");
        assertThat(Beads.refused(Beads.PLAIN, tight, Beads.bytes("G1 X501")).code())
                .isEqualTo("bad-number");
    }

    @Test
    void aJobWithoutADepositIsReadable() {
        assertThat(Beads.of("G28", "G1 X1", "M84").summary().beads()).isZero();
        assertThat(Beads.of().summary().beads()).isZero();
    }
}
