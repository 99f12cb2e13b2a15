package org.maskguard.gcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maskguard.gcode.Beads.Bead;

/// Arcs and cubics: every chord's ends lie on the curve, and its middle within a fiftieth of a millimetre.
class CurvesTest {

    private static final double SAGITTA = 0.0201;

    @Test
    void aQuarterRoundTheCentre() {
        Beads beads = Beads.of("G1 X10", "G3 X0 Y10 I-10 J0 E1");
        assertOnCircle(beads.all(), 0, 0, 10);
        assertThat(beads.summary().length()).isCloseTo(5 * Math.PI, within(0.02));
        assertThat(beads.summary().volume()).isCloseTo(1, within(1e-9));
        assertThat(last(beads).x1()).isZero();
        assertThat(last(beads).y1()).isEqualTo(10);
    }

    @Test
    void clockwiseGoesTheOtherWay() {
        assertThat(Beads.of("G1 X10", "G2 X0 Y10 I-10 J0 E1").summary().length())
                .isCloseTo(15 * Math.PI, within(0.05));
    }

    @Test
    void theSamePlaceIsAFullTurn() {
        assertThat(Beads.of("G1 X10", "G3 X10 Y0 I-10 E1").summary().length()).isCloseTo(20 * Math.PI, within(0.1));
        assertThat(Beads.of("G1 X10", "G2 I-10 E1").summary().length()).isCloseTo(20 * Math.PI, within(0.1));
    }

    @Test
    void aRadiusMeansTheShorterArcAndANegativeOneTheLonger() {
        Beads shorter = Beads.of("G1 X10", "G3 X0 Y10 R10 E1");
        assertOnCircle(shorter.all(), 0, 0, 10);
        assertThat(shorter.summary().length()).isCloseTo(5 * Math.PI, within(0.05));
        Beads longer = Beads.of("G1 X10", "G3 X0 Y10 R-10 E1");
        assertOnCircle(longer.all(), 10, 10, 10);
        assertThat(longer.summary().length()).isCloseTo(15 * Math.PI, within(0.05));
        assertOnCircle(Beads.of("G1 X10", "G2 X0 Y10 R10 E1").all(), 10, 10, 10);
    }

    @Test
    void turnsAreAdded() {
        assertThat(Beads.of("G1 X10", "G3 X0 Y10 I-10 P2 E1").summary().length())
                .isCloseTo(45 * Math.PI, within(0.2));
        // Slicers' spiral lifts say P1 of a turn that is one already.
        assertThat(Beads.of("G1 X10", "G3 Z1 I-10 P1 E1").summary().length()).isCloseTo(20 * Math.PI, within(0.1));
    }

    @Test
    void aHelixRisesEvenly() {
        List<Bead> beads = Beads.of("G1 X10", "G3 X-10 Y0 Z4 I-10 E1").all();
        assertOnCircle(beads, 0, 0, 10);
        Bead middle = beads.get(beads.size() / 2 - 1);
        assertThat(middle.z1()).isCloseTo(2, within(0.2));
        assertThat(beads.getLast().z1()).isEqualTo(4);
    }

    @Test
    void planesTurnAboutTheirOwnAxes() {
        // G18 turns from Z to X, G19 from Y to Z.
        Beads zx = Beads.of("G18", "G1 Z10", "G3 X10 Z0 I0 K-10 E1");
        assertThat(zx.summary().length()).isCloseTo(5 * Math.PI, within(0.05));
        assertThat(zx.all()).allSatisfy(bead -> assertThat(bead.y1()).isZero());
        Beads yz = Beads.of("G19", "G1 Y10", "G3 Y0 Z10 J-10 K0 E1");
        assertThat(yz.summary().length()).isCloseTo(5 * Math.PI, within(0.05));
        assertThat(Beads.of("G19", "G17", "G1 X10", "G3 X0 Y10 I-10 E1")
                        .summary()
                        .length())
                .isCloseTo(5 * Math.PI, within(0.05));
    }

    @Test
    void arcsUnderRelativeDistancesAndInInches() {
        assertOnCircle(Beads.of("G1 X10", "G91", "G3 X-10 Y10 I-10 J0 E1").all(), 0, 0, 10);
        assertOnCircle(Beads.of("G20", "G1 X1", "G3 X0 Y1 I-1 J0 E.01").all(), 0, 0, 25.4);
        assertOnCircle(Beads.of("G90.1", "G1 X10", "G3 X0 Y10 I0 J0 E1").all(), 0, 0, 10);
    }

    @Test
    void arcsGoThroughScalesAndOffsets() {
        assertOnCircle(Beads.of("M579 X2 Y2", "G1 X10", "G3 X0 Y10 I-10 J0 E1").all(), 0, 0, 20);
        assertOnCircle(
                Beads.of("G92 X5 Y5", "G1 X15 Y5", "G3 X5 Y15 I-10 J0 E1").all(), 0, 0, 10);
    }

    @Test
    void anArcWithoutACentreIsDoubtfulBetweenDeposits() {
        assertThat(Beads.refused("G1 X1 E1", "G2 X5 Y5", "G1 X2 E2").code()).isEqualTo("doubtful");
    }

    @Test
    void bareWordsRepeatArcs() {
        assertThat(Beads.of("G1 X10", "G3 X0 Y10 I-10 E1", "X-10 Y0 I0 J-10 E2")
                        .summary()
                        .length())
                .isCloseTo(10 * Math.PI, within(0.1));
    }

    @Test
    void aCubicStaysOnItsCurve() {
        List<Bead> beads = Beads.of("G5 X30 Y0 I0 J20 P0 Q-20 E1").all();
        assertThat(beads).hasSizeGreaterThan(5);
        assertThat(beads.getLast().x1()).isEqualTo(30);
        double top = beads.stream().mapToDouble(Bead::y1).max().orElseThrow();
        assertThat(top).isCloseTo(cubicTop(), within(0.02));
    }

    /// Of 0, 20, −20, 0: the highest of 60 t (1−t)² − 60 t² (1−t).
    private static double cubicTop() {
        double top = 0;
        for (double t = 0; t <= 1; t += 1e-4) {
            top = Math.max(top, 60 * t * (1 - t) * (1 - t) - 60 * t * t * (1 - t));
        }
        return top;
    }

    @Test
    void anArcIsTheSameAsItsChordsForAnyRadiusAndTurn() {
        long seed = 20260731;
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            double radius = Math.exp(random.nextDouble() * 8 - 2);
            double from = random.nextDouble() * 2 * Math.PI;
            double turn = (0.01 + 0.98 * random.nextDouble()) * 2 * Math.PI * (random.nextBoolean() ? 1 : -1);
            double x0 = radius * Math.cos(from);
            double y0 = radius * Math.sin(from);
            String job = String.format(
                    Locale.ROOT,
                    "G1 X%.9f Y%.9f%n%s X%.9f Y%.9f I%.9f J%.9f E5",
                    x0,
                    y0,
                    turn > 0 ? "G3" : "G2",
                    radius * Math.cos(from + turn),
                    radius * Math.sin(from + turn),
                    -x0,
                    -y0);
            Beads beads = Beads.of(job);
            String as = "seed " + seed + ", arc " + i + ": " + job;
            assertOnCircle(beads.all(), 0, 0, radius);
            double length = radius * Math.abs(turn);
            assertThat(beads.summary().length()).as(as).isBetween(length * 0.9, length * 1.0001 + 1e-6);
            assertThat(beads.summary().volume()).as(as).isCloseTo(5, within(1e-6));
        }
    }

    private static Bead last(Beads beads) {
        return beads.all().getLast();
    }

    private static void assertOnCircle(List<Bead> beads, double x, double y, double radius) {
        assertThat(beads).isNotEmpty();
        for (Bead bead : beads) {
            assertThat(Math.hypot(bead.x0() - x, bead.y0() - y)).isCloseTo(radius, within(1e-6));
            assertThat(Math.hypot(bead.x1() - x, bead.y1() - y)).isCloseTo(radius, within(1e-6));
            double middle = Math.hypot((bead.x0() + bead.x1()) / 2 - x, (bead.y0() + bead.y1()) / 2 - y);
            assertThat(radius - middle).isBetween(-1e-6, SAGITTA);
        }
    }
}
