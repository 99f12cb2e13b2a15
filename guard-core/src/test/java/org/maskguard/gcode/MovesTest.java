package org.maskguard.gcode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where straight moves land: G0, G1, units, distances, bare words, and how a line may be written.
class MovesTest {

    @Test
    void aMoveThatExtrudesIsABead() {
        Beads beads = Beads.of("G1 X10 Y20 Z0.3", "G1 X30 E2", "G1 Y40", "G1 X10 E3.5 F1200");
        assertThat(beads.places()).containsExactly("10,20,0.3 > 30,20,0.3 @2", "30,40,0.3 > 10,40,0.3 @4");
        assertThat(beads.volumes()).containsExactly(2.0, 1.5);
    }

    @Test
    void g0DepositsAsG1Does() {
        assertThat(Beads.of("G0 X10 E1").ways()).containsExactly("0,0,0 > 10,0,0");
    }

    @Test
    void theSummaryCountsAndMeasures() {
        JobSummary summary =
                Beads.of("G28", "G1 X3 Y4 E1", "T1", "G1 X3 Y10 E2", "M84").summary();
        assertThat(summary.lines()).isEqualTo(5);
        assertThat(summary.beads()).isEqualTo(2);
        assertThat(summary.volume()).isCloseTo(3, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(summary.length()).isEqualTo(11);
        assertThat(summary.firstDeposit()).isEqualTo(2);
        assertThat(summary.lastDeposit()).isEqualTo(4);
        assertThat(summary.tools()).containsExactly(0, 1);
    }

    @Test
    void relativeDistancesAddUp() {
        assertThat(Beads.of("G1 X5 Y5", "G91", "G1 X1 E1", "G1 Y-2 Z.5 E1", "G90", "G1 X0 E3")
                        .ways())
                .containsExactly("5,5,0 > 6,5,0", "6,5,0 > 6,3,0.5", "6,3,0.5 > 0,3,0.5");
    }

    @Test
    void inchesAreInches() {
        Beads beads = Beads.of("G20", "M83", "G1 X1 Y-.5 E.1", "G21", "G1 X0 E1");
        assertThat(beads.ways()).containsExactly("0,0,0 > 25.4,-12.7,0", "25.4,-12.7,0 > 0,-12.7,0");
        assertThat(beads.volumes()).containsExactly(2.54, 1.0);
    }

    @Test
    void bareWordsRepeatTheLastMotion() {
        assertThat(Beads.of("G1 X10 E1", "X20 E2", "F1200", "Y5", "X0 E3").places())
                .containsExactly("0,0,0 > 10,0,0 @1", "10,0,0 > 20,0,0 @2", "20,5,0 > 0,5,0 @5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "G1 X10 Y-.5 E1",
                "G1X10Y-.5E1",
                "g1 x10 y-.5 e1",
                "G 1 X 10 Y -.5 E 1",
                "G01 X+10 Y-0.50 E1.",
                "  G1\tX10\tY-.5 E1",
                "G1 X10 Y-.5 E1 ; comment X99",
                "G1 X10 Y-.5 (to the side) E1",
                "(first) G1 X10 Y-.5 E1",
                "N7 G1 X10 Y-.5 E1",
                "n7G1X10Y-.5E1",
                "N7 G1 X10 Y-.5 E1*77",
                "G1 X10 Y-.5 E1*99",
                "G1 E1 Y-.500000000000000000 X10.0000000000000000000",
                "G1 X10 X10 Y-.5 E1",
                "\uFEFFG1 X10 Y-.5 E1",
            })
    void howeverItIsWrittenItIsTheSameMove(String line) {
        assertThat(Beads.of(line).ways()).containsExactly("0,0,0 > 10,-0.5,0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void linesEndInEachOfTheThreeWays(String end) throws UnreadableJob {
        String job = String.join(end, "; head", "", "G1 X1 E1", "M105", "G1 X2 E2");
        Beads beads =
                Beads.read(Beads.PLAIN, JobLimits.DEFAULT, job.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(beads.places()).containsExactly("0,0,0 > 1,0,0 @3", "1,0,0 > 2,0,0 @5");
    }

    @Test
    void theCommandEndsAtTheFirstStar() {
        // Marlin checks up to the last one and executes up to the first.
        assertThat(Beads.of("G1 X1 E1*Y9*5").ways()).containsExactly("0,0,0 > 1,0,0");
    }

    @Test
    void textForPeopleMovesNothing() {
        assertThat(Beads.of("M117 G1 X5 E5", "M118 G1 X5 E5", "M0 G1 X5 E5", "G1 X1 E1")
                        .ways())
                .containsExactly("0,0,0 > 1,0,0");
    }

    @Test
    void commentsSayNothing() {
        // G07: types that lie, a picture of something else, somebody's settings.
        String[] lying = {
            "; thumbnail begin 16x16 12",
            "; iVBORw0KGgo=",
            "; thumbnail end",
            ";TYPE:Skirt/Brim",
            ";FLAVOR:UltiGCode",
            "; filament_diameter = 2.85",
            "G1 X5 E1 ; M83 G91 X9",
            ";G1 X99 E9",
            "(G1 X99 E9)",
            "; G90 G1 E5",
            "G1 X6 E2"
        };
        Beads beads = Beads.of(lying);
        assertThat(beads.ways()).containsExactly("0,0,0 > 5,0,0", "5,0,0 > 6,0,0");
        assertThat(beads.volumes()).containsExactly(1.0, 1.0);
        assertThat(beads.summary().notes()).isEmpty();
    }

    @Test
    void quotedTextHidesItsWords() {
        assertThat(Beads.of("M862.3 P \"MK3S; G1 X9 E9\"", "M486 S1 A\"a;b S5\"", "G1 X1 E1")
                        .ways())
                .containsExactly("0,0,0 > 1,0,0");
    }

    @Test
    void anAxisWithoutANumberKeepsItsPlace() {
        assertThat(Beads.of("G1 X1 E1", "G1 X0 Y{machine_depth}").ways()).containsExactly("0,0,0 > 1,0,0");
    }

    @Test
    void aPlaceholderForAnAxisBetweenDepositsIsDoubtful() {
        Beads.assertRefused("G1 X1 E1", "G1 X0 Y{machine_depth}", "G1 X2 E2").hasMessageStartingWith("line 2: G1:");
        assertThat(Beads.of("G1 X1 E1", "G1 F{speed_travel}", "M104 S{t}", "G1 X2 E2")
                        .all())
                .hasSize(2);
    }

    @Test
    void g53SpeaksOfTheMachineForOneMove() {
        assertThat(Beads.of("G1 X10", "G92 X0", "G53 G1 X20 E1", "G1 X5 E2").ways())
                .containsExactly("10,0,0 > 20,0,0", "20,0,0 > 15,0,0");
    }

    @Test
    void g60SavesWhereG61Returns() {
        assertThat(Beads.of("G1 X7 Y8", "G60 S2", "G1 X1 Y1", "G61 X S2", "G1 Y2 E1", "G61 S2", "G1 X0 E2")
                        .ways())
                .containsExactly("7,1,0 > 7,2,0", "7,8,0 > 0,8,0");
    }

    @Test
    void g61WithoutASavedPlaceIsNistsExactStop() {
        assertThat(Beads.of("G1 X7", "G61", "G1 X8 E1").ways()).containsExactly("7,0,0 > 8,0,0");
    }

    @Test
    void extrusionOnAnotherAxisWordIsExtrusion() {
        // Slic3r's and PrusaSlicer's flavours for Mach3 and machinekit.
        assertThat(Beads.of("G92 A0", "G1 X86.668 Y84.274 A0.07096", "G1 X90 A.1")
                        .all())
                .hasSize(2);
    }

    @Test
    void mixedExtrusionAddsUp() {
        assertThat(Beads.of("M83", "G1 X10 E1.5:.5").volumes()).containsExactly(2.0);
    }

    @Test
    void anExtruderThatIsSwitchedOnDepositsWithoutWords() {
        // Bits from Bytes' machines know only M101 and M103.
        assertThat(Beads.of("G1 X5", "M101", "G1 X10", "M103", "G1 X20", "M101", "G1 Y4")
                        .ways())
                .containsExactly("5,0,0 > 10,0,0", "20,0,0 > 20,4,0");
        // MakerWare writes both: its words decide.
        assertThat(Beads.of("G1 E-1", "M101", "G1 X5", "G1 X10 E1", "M103").ways())
                .containsExactly("5,0,0 > 10,0,0");
    }
}
