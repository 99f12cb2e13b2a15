package org.maskguard.gcode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// How much comes out: modes, retraction, tools, flow, volume, cold nozzles.
class ExtrusionTest {

    @Test
    void absoluteAndRelativeExtrusionAreTheSame() {
        assertThat(Beads.of("M82", "G1 X1 E1", "G1 X2 E1.5", "G92 E0", "G1 X3 E2")
                        .volumes())
                .containsExactly(1.0, .5, 2.0);
        assertThat(Beads.of("M83", "G1 X1 E1", "G1 X2 E.5", "G1 X3 E2").volumes())
                .containsExactly(1.0, .5, 2.0);
    }

    @Test
    void g91MakesExtrusionRelativeAndM83StaysBeyondG90() {
        assertThat(Beads.of("M82", "G91", "G1 X1 E1", "G1 X1 E1").volumes()).containsExactly(1.0, 1.0);
        assertThat(Beads.of("M83", "G90", "G1 X1 E1", "G1 X2 E1").volumes()).containsExactly(1.0, 1.0);
    }

    @Test
    void whatOnlyMakesUpForARetractionDepositsNothing() {
        Beads beads = Beads.of("G1 X1 E10", "G1 E8", "G1 X5", "G1 E10", "G1 X6 E11");
        assertThat(beads.ways()).containsExactly("0,0,0 > 1,0,0", "5,0,0 > 6,0,0");
        assertThat(beads.volumes()).containsExactly(10.0, 1.0);
    }

    @Test
    void aWipeThatDrawsBackWhileItMovesIsARetraction() {
        assertThat(Beads.of("M83", "G1 X1 E1", "G1 X2 E-.5", "G1 E-.3", "G1 X9", "G1 E.8", "G1 X10 E1")
                        .ways())
                .containsExactly("0,0,0 > 1,0,0", "9,0,0 > 10,0,0");
    }

    @Test
    void whatComesOutBeyondARetractionIsADot() {
        Beads beads = Beads.of("M83", "G1 X1 E1", "G1 E-2", "G1 X5", "G1 E2.25");
        assertThat(beads.ways()).containsExactly("0,0,0 > 1,0,0", "5,0,0 > 5,0,0");
        assertThat(beads.volumes()).containsExactly(1.0, .25);
    }

    @Test
    void aMaskOfDotsIsSeen() {
        // G12: travel, extrude in place, travel.
        assertThat(Beads.of("M83", "G0 X1", "G1 E.1", "G0 X2", "G1 E.1", "G0 X3", "G1 E.1")
                        .ways())
                .containsExactly("1,0,0 > 1,0,0", "2,0,0 > 2,0,0", "3,0,0 > 3,0,0");
    }

    @Test
    void aMovePartlyMakesUpForARetraction() {
        assertThat(Beads.of("M83", "G1 E-1", "G1 X5 E3").volumes()).containsExactly(2.0);
    }

    @Test
    void roundedDecimalsLeaveNoDotBehind() {
        assertThat(Beads.of("G1 X1 E1234.56789", "G1 E1232.06789", "G1 X2", "G1 E1234.56789")
                        .all())
                .hasSize(1);
    }

    @Test
    void firmwareRetractionIsMadeUpForByItself() {
        Beads beads = Beads.of("M207 S4", "M83", "G1 X1 E1", "G10", "G10", "G1 X2", "G11", "G11", "G1 X3 E1");
        assertThat(beads.ways()).containsExactly("0,0,0 > 1,0,0", "2,0,0 > 3,0,0");
        assertThat(beads.volumes()).containsExactly(1.0, 1.0);
    }

    @Test
    void anExtraRecoveryIsADot() {
        assertThat(Beads.of("M208 S.5", "M83", "G1 X1 E1", "G10", "G1 X2", "G11")
                        .volumes())
                .containsExactly(1.0, .5);
    }

    @Test
    void theLiftOfAFirmwareRetractionLastsUntilItIsRecovered() {
        assertThat(Beads.of("M207 S1 Z2", "M83", "G10", "G1 X1", "G1 X2 E3", "G11", "G1 X3", "G1 X4 E1")
                        .ways())
                .containsExactly("1,0,2 > 2,0,2", "2,0,0 > 2,0,0", "3,0,0 > 4,0,0");
    }

    @Test
    void eachToolHasItsOwnFilament() {
        Beads beads = Beads.of("G1 X1 E5", "G1 E3", "T1", "G1 X2 E1", "T0", "G1 X3 E6");
        assertThat(beads.volumes()).containsExactly(5.0, 1.0, 1.0);
    }

    @Test
    void otherFlavoursChangeToolsInTheirOwnWords() {
        assertThat(Beads.of("G1 X1 E5", "M135 T1", "G1 X2 E1", "M108 T0", "G1 X3 E6", "M6 T2", "G1 X4 E1")
                        .volumes())
                .containsExactly(5.0, 1.0, 1.0, 1.0);
    }

    @Test
    void numbersThatAreNoToolsChangeNothing() {
        assertThat(Beads.of("G1 X1 E5", "T255", "T1000", "T?", "Tx", "T-1", "T", "G1 X2 E6")
                        .volumes())
                .containsExactly(5.0, 1.0);
    }

    @Test
    void volumetricExtrusionIsInCubicMillimetres() {
        Configuration real = Configuration.DEFAULT;
        double area = Math.PI / 4 * 1.75 * 1.75;
        assertThat(Beads.of(real, "G1 X1 E1").summary().volume())
                .isCloseTo(area, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(Beads.of(real, "M200 D1.75", "G1 X1 E1").summary().volume()).isEqualTo(1);
        assertThat(Beads.of(real, "M200 D2.85", "M200 D0", "G1 X1 E1").summary().volume())
                .isCloseTo(Math.PI / 4 * 2.85 * 2.85, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(Beads.of(real, "M200 S1 D3", "M200 S0", "G1 X1 E1").summary().volume())
                .isCloseTo(Math.PI / 4 * 9, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void flowScalesWhatComesOutAndNotWhereItLands() {
        Beads beads =
                Beads.of("M83", "M221 S50", "G1 X1 E1", "M221 S200 T0", "G1 X2 E1", "M221 S0", "G1 X3 E1", "M220 S50");
        assertThat(beads.volumes()).containsExactly(.5, 2.0);
    }

    @Test
    void stepsForTheExtruderScaleFromWhatTheJobStatedFirst() {
        assertThat(Beads.of("M83", "M92 E100", "G1 X1 E1", "M92 E50", "G1 X2 E1")
                        .volumes())
                .containsExactly(1.0, .5);
    }

    @Test
    void extrusionByANozzleThatIsSurelyColdIsDoubtful() {
        String[] job = {"G1 X1 E1", "M109 R30", "G1 X2 E2"};
        assertThat(Beads.refused(job).code()).isEqualTo("doubtful");
        // A printer whose limit is known drops it, and counts it.
        assertThat(Beads.of(Beads.PLAIN.withColdBelow(170), "M109 R30", "G1 X1 E1", "M109 S200", "G1 X2 E2")
                        .ways())
                .containsExactly("1,0,0 > 2,0,0");
    }

    @Test
    void coldExtrusionThatIsAllowedDeposits() {
        assertThat(Beads.of("M302 P1", "M109 R30", "G1 X1 E1", "G1 X2 E2").all())
                .hasSize(2);
        assertThat(Beads.of("M302 S0", "M109 R30", "G1 X1 E1", "G1 X2 E2").all())
                .hasSize(2);
    }

    @Test
    void aHeaterThatIsSwitchedOffStaysHotForAWhile() {
        assertThat(Beads.of("G1 X1 E1", "M104 S0", "G1 X2 E2").all()).hasSize(2);
    }

    @Test
    void aMoveThatFirmwaresDropAsTooLongIsDoubtful() {
        assertThat(Beads.refused("M83", "G1 X1 E1", "G1 X2 E250").code()).isEqualTo("doubtful");
        assertThat(Beads.of("M83", "G1 X1 E1", "G1 E250", "G1 X2 E1").all()).hasSize(3);
    }

    @Test
    void aDryRunIsDoubtful() {
        assertThat(Beads.refused("M111 S8", "G1 X1 E1").code()).isEqualTo("doubtful");
        assertThat(Beads.of("M111 S6", "G1 X1 E1").all()).hasSize(1);
    }
}
