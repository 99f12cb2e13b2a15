package org.maskguard.gcode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Where words land once origins, workplaces, scales and turns were set.
class OffsetsTest {

    @Test
    void g92RenamesThePlace() {
        assertThat(Beads.of("G1 X10 Y10", "G92 X0 Y5", "G1 X5 E1", "G92.1", "G1 X0 E2")
                        .ways())
                .containsExactly("10,10,0 > 15,10,0", "15,10,0 > 0,10,0");
    }

    @Test
    void g92BetweenEveryTwoLinesIsTheSameShape() {
        assertThat(Beads.of("G92 X0", "G1 X5 E1", "G92 X0 E0", "G1 X5 E1", "G92 X0 E0", "G1 X5 E1")
                        .ways())
                .containsExactly("0,0,0 > 5,0,0", "5,0,0 > 10,0,0", "10,0,0 > 15,0,0");
    }

    @Test
    void homingForgetsG92() {
        assertThat(Beads.of("G1 X10", "G92 X0", "G28 X", "G1 X5 E1").ways()).containsExactly("0,0,0 > 5,0,0");
        assertThat(Beads.of("G1 X10 Y10 Z3", "G28 X0 Y0", "G1 X5 E1").ways()).containsExactly("0,0,3 > 5,0,3");
    }

    @Test
    void homingThatAPrinterMayLeaveOutIsDoubtful() {
        assertThat(Beads.refused("G1 X1 E1", "G28 O", "G91", "G1 X1 E2").code()).isEqualTo("doubtful");
        assertThat(Beads.of("G28 O", "G1 X1 E1").all()).hasSize(1);
    }

    @Test
    void workplacesHaveTheirOwnOrigins() {
        assertThat(Beads.of("G10 L2 P2 X100 Y50", "G55", "G1 X1 E1", "G54", "G1 X1 E2", "G59.1", "G1 X2 E3")
                        .ways())
                .containsExactly("0,0,0 > 101,0,0", "101,0,0 > 1,0,0", "1,0,0 > 2,0,0");
        assertThat(Beads.of("G1 X10", "G10 L20 P1 X0", "G1 X1 E1").ways()).containsExactly("10,0,0 > 11,0,0");
        assertThat(Beads.of("G52 X20", "G1 X1 E1", "G52 X0", "G1 X1 E2").ways())
                .containsExactly("0,0,0 > 21,0,0", "21,0,0 > 1,0,0");
    }

    @Test
    void homeOffsetsShiftAgainstTheirSign() {
        assertThat(Beads.of("M206 X10", "G1 X0 E1", "M206 X0", "G1 X0 E2").ways())
                .containsExactly("0,0,0 > -10,0,0", "-10,0,0 > 0,0,0");
    }

    @Test
    void babyStepsShiftWhatFollows() {
        assertThat(Beads.of("G1 Z1", "M290 Z.1", "G1 X1 E1", "G1 X2 Z1 E2").ways())
                .containsExactly("0,0,1.1 > 1,0,1.1", "1,0,1.1 > 2,0,1.1");
    }

    @Test
    void aToolOffsetThatChangesShiftsTheTool() {
        // The first is the printer's calibration; the second says that the nozzle is 5 mm from where it is.
        assertThat(Beads.of("M218 T1 X20 Y0", "T1", "G1 X1 E1", "M218 T1 X25", "G1 X1", "G1 X2 E2")
                        .ways())
                .containsExactly("0,0,0 > 1,0,0", "-4,0,0 > -3,0,0");
    }

    @Test
    void g51Scales() {
        assertThat(Beads.of("G51 X10 Y0 I2 J1 K1", "G1 X20 Y5 E1", "G50", "G1 X20 E2")
                        .ways())
                .containsExactly("0,0,0 > 30,5,0", "30,5,0 > 20,5,0");
        assertThat(Beads.of("G51 X2 Y3", "G1 X1 Y1 E1").ways()).containsExactly("0,0,0 > 2,3,0");
        assertThat(Beads.of("G51 X0 Y0 Z0 P2", "G1 X1 Y1 Z1 E1").ways()).containsExactly("0,0,0 > 2,2,2");
        assertThat(Beads.of("G51.1 X10", "G1 X1 E1").ways()).containsExactly("0,0,0 > 19,0,0");
    }

    @Test
    void m579ScalesAxes() {
        assertThat(Beads.of("M579 X-1 Z2", "G1 X1 Y1 Z1 E1").ways()).containsExactly("0,0,0 > -1,1,2");
    }

    @Test
    void g68Turns() {
        assertThat(Beads.of("G68 X10 Y0 R90", "G1 X20 Y0", "G1 X30 Y0 E1", "G69", "G1 X0 Y0 E2")
                        .ways())
                .containsExactly("10,10,0 > 10,20,0", "10,20,0 > 0,0,0");
        assertThat(Beads.of("G18", "G68 R90", "G1 Z10", "G1 X0 Z20 E1").ways()).containsExactly("10,0,0 > 20,0,0");
        assertThat(Beads.of("G19", "G68 R90", "G1 Y10", "G1 Y20 E1").ways()).containsExactly("0,0,10 > 0,0,20");
    }

    @Test
    void stepsOfAnAxisScaleFromWhatTheJobStatedFirst() {
        assertThat(Beads.of("M92 X80", "G1 X1 E1", "M92 X160", "G1 X2 E2").ways())
                .containsExactly("0,0,0 > 1,0,0", "1,0,0 > 4,0,0");
    }

    @Test
    void stepsOfAnAxisThatChangeAfterADepositAreDoubtful() {
        assertThat(Beads.refused("G1 X1 E1", "M92 X160", "G1 X2 E2").command()).isEqualTo("M92");
    }

    @Test
    void whatBendsTheMachineIsInNoJob() {
        for (String word :
                new String[] {"M852 I.5", "M665 L300", "M666 X1", "M556 S100 X5", "SET_SKEW XY=1", "M350 X32"}) {
            assertThat(Beads.refused(word, "G1 X1 E1").code()).as(word).isEqualTo("doubtful");
        }
    }

    @Test
    void levellingHasNoEffectOnShape() {
        assertThat(Beads.of("G1 X1 E1", "M420 S1 Z2", "G29", "M421 I1 J1 Z.2", "BED_MESH_CALIBRATE", "G1 X2 E2")
                        .ways())
                .containsExactly("0,0,0 > 1,0,0", "1,0,0 > 2,0,0");
    }
}
