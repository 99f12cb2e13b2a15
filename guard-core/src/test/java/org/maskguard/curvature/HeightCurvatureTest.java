package org.maskguard.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeightCurvatureTest {

    private static final int SIDE = 41;
    private static final double SPACING = 1.5;
    private static final double RADIUS = 6;
    private static final int MIDDLE = SIDE / 2 * SIDE + SIDE / 2;

    private final HeightCurvature curvature = new HeightCurvature(SPACING, RADIUS);

    @Test
    void aPlaneHasNoCurvatureHoweverSteep() {
        Curvatures found = measure((x, y) -> 3 * x - 2 * y + 100);

        for (int i = 0; i < SIDE * SIDE; i++) {
            if (!Float.isNaN(found.mean()[i])) {
                assertThat(found.curvedness()[i]).isLessThan(1e-5f);
                assertThat(found.gaussian()[i]).isCloseTo(0f, within(1e-9f));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {40, 60, 120})
    void aSphereIsACapOfOneOverItsRadius(double radius) {
        Curvatures found = measure((x, y) -> Math.sqrt(radius * radius - x * x - y * y));
        assertThat(found.mean()[MIDDLE] * radius).isCloseTo(1.0, within(0.02));
        assertThat(found.gaussian()[MIDDLE] * radius * radius).isCloseTo(1.0, within(0.04));
        assertThat(found.shapeIndex()[MIDDLE]).isCloseTo(1f, within(0.01f));
        assertThat(found.curvedness()[MIDDLE] * radius).isCloseTo(1.0, within(0.02));
    }

    @Test
    void aSphereIsTheSameOnItsSlope() {
        Curvatures found = measure((x, y) -> Math.sqrt(3600 - x * x - y * y));
        int onSlope = SIDE / 2 * SIDE + SIDE - 6;

        assertThat(found.mean()[onSlope] * 60).isCloseTo(1f, within(0.04f));
        assertThat(found.shapeIndex()[onSlope]).isGreaterThan(0.95f);
    }

    @ParameterizedTest
    @CsvSource({
        "-0.01, -0.01, 1",
        "-0.01, 0, 0.5",
        "-0.01, 0.01, 0",
        "0.01, 0, -0.5",
        "0.01, 0.01, -1",
    })
    void theFiveShapesHaveTheirIndex(double alongX, double alongY, double index) {
        Curvatures found = measure((x, y) -> alongX * x * x / 2 + alongY * y * y / 2);

        assertThat(found.shapeIndex()[MIDDLE]).isCloseTo((float) index, within(0.001f));
        assertThat(found.curvedness()[MIDDLE])
                .isCloseTo((float) Math.sqrt((alongX * alongX + alongY * alongY) / 2), within(1e-5f));
    }

    @Test
    void aQuadricIsMetExactlyAlsoWhereTheWindowIsIncomplete() {
        Curvatures found = measure((x, y) -> 0.006 * x * x + 0.004 * x * y - 0.01 * y * y + 7);
        Curvatures holed = curvature.measure(holes(0.006, 0.004, -0.01), SIDE, SIDE);
        int compared = 0;
        for (int i = 0; i < SIDE * SIDE; i++) {
            if (!Float.isNaN(holed.mean()[i])) {
                assertThat(holed.mean()[i]).isCloseTo(found.mean()[i], within(2e-6f));
                assertThat(holed.gaussian()[i]).isCloseTo(found.gaussian()[i], within(1e-6f));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(SIDE * SIDE / 2);
        assertThat(found.mean()[MIDDLE]).isCloseTo(0.004f, within(1e-5f));
        assertThat(found.gaussian()[MIDDLE]).isCloseTo(0.012f * -0.02f - 0.004f * 0.004f, within(1e-6f));
    }

    @Test
    void aCylinderIsARidgeWhicheverWayItLies() {
        for (double turn = 0; turn < Math.PI; turn += 0.3) {
            double cos = Math.cos(turn);
            double sin = Math.sin(turn);
            Curvatures found = measure((x, y) -> Math.sqrt(2500 - Math.pow(cos * x + sin * y, 2)));

            assertThat(found.shapeIndex()[MIDDLE]).isCloseTo(0.5f, within(0.01f));
            assertThat(found.mean()[MIDDLE]).isCloseTo(0.01f, within(2e-4f));
            assertThat(found.gaussian()[MIDDLE]).isCloseTo(0f, within(1e-6f));
        }
    }

    @Test
    void seenFromTheOtherSideTheSignTurns() {
        float[] z = bumps();
        float[] hollow = new float[z.length];
        for (int i = 0; i < z.length; i++) {
            hollow[i] = -z[i];
        }
        Curvatures front = curvature.measure(z, SIDE, SIDE);
        Curvatures back = curvature.measure(hollow, SIDE, SIDE);

        for (int i = 0; i < z.length; i++) {
            assertSame(-back.mean()[i], front.mean()[i], 0);
            assertSame(-back.shapeIndex()[i], front.shapeIndex()[i], 0);
            assertSame(back.curvedness()[i], front.curvedness()[i], 0);
            assertSame(back.gaussian()[i], front.gaussian()[i], 0);
        }
    }

    @Test
    void turningTheGridByAQuarterTurnsTheResult() {
        float[] z = bumps();
        float[] turned = new float[z.length];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                turned[quarterTurn(x, y)] = z[y * SIDE + x];
            }
        }
        Curvatures before = curvature.measure(z, SIDE, SIDE);
        Curvatures after = curvature.measure(turned, SIDE, SIDE);

        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int from = y * SIDE + x;
                int to = quarterTurn(x, y);
                assertSame(after.mean()[to], before.mean()[from], 1e-6f);
                assertSame(after.gaussian()[to], before.gaussian()[from], 1e-7f);
                assertSame(after.curvedness()[to], before.curvedness()[from], 1e-6f);
            }
        }
    }

    @Test
    void whatIsTwiceAsLargeBendsHalfAsMuch() {
        float[] z = bumps();
        float[] large = new float[z.length];
        for (int i = 0; i < z.length; i++) {
            large[i] = 2 * z[i];
        }
        Curvatures small = curvature.measure(z, SIDE, SIDE);
        Curvatures twice = new HeightCurvature(2 * SPACING, 2 * RADIUS).measure(large, SIDE, SIDE);

        for (int i = 0; i < z.length; i++) {
            assertSame(2 * twice.mean()[i], small.mean()[i], 1e-6f);
            assertSame(4 * twice.gaussian()[i], small.gaussian()[i], 1e-7f);
            assertSame(2 * twice.curvedness()[i], small.curvedness()[i], 1e-6f);
            assertSame(twice.shapeIndex()[i], small.shapeIndex()[i], 1e-4f);
        }
    }

    @Test
    void heightAboveTheGridDoesNotMatter() {
        float[] z = field((x, y) -> 10 * Math.cos(x / 12) * Math.cos(y / 9));
        float[] high = new float[z.length];
        for (int i = 0; i < z.length; i++) {
            // 512 leaves a float 15 bits behind the point, 0.03 µm.
            high[i] = z[i] + 512;
        }
        Curvatures low = curvature.measure(z, SIDE, SIDE);
        Curvatures raised = curvature.measure(high, SIDE, SIDE);

        for (int i = 0; i < z.length; i++) {
            assertSame(raised.mean()[i], low.mean()[i], 1e-5f);
        }
    }

    @Test
    void thereIsNoResultWhereThereIsNoSurfaceOrTooLittleOfIt() {
        float[] z = field((x, y) -> x > 0 ? Double.NaN : -x * x / 100);
        Curvatures found = curvature.measure(z, SIDE, SIDE);
        int row = SIDE / 2 * SIDE;

        assertThat(found.mean()[row + SIDE / 2])
                .as("edge of the surface: over half a window")
                .isNotNaN();
        assertThat(found.mean()[row + SIDE / 2 + 1]).as("no surface").isNaN();
        assertThat(found.mean()[0]).as("corner: a quarter of a window").isNaN();
        assertThat(found.curvedness()[0]).isNaN();
        assertThat(found.shapeIndex()[0]).isNaN();
        assertThat(found.gaussian()[0]).isNaN();
    }

    @Test
    void pixelsOnALineDetermineNothing() {
        float[] z = new float[SIDE * SIDE];
        Arrays.fill(z, Float.NaN);
        for (int x = 0; x < SIDE; x++) {
            z[SIDE / 2 * SIDE + x] = x;
        }
        assertThat(curvature.measure(z, SIDE, SIDE).mean()).containsOnly(Float.NaN);
    }

    @Test
    void aGridSmallerThanTheWindowIsNoFault() {
        assertThat(curvature.measure(new float[] {1, 2, 3, 4}, 2, 2).mean()).containsOnly(Float.NaN);
        assertThat(curvature.measure(new float[0], 0, 0).mean()).isEmpty();
    }

    @Test
    void oldResultsAreOverwritten() {
        Curvatures into = Curvatures.ofSize(SIDE, SIDE);
        curvature.measure(bumps(), into);
        float[] nothing = new float[SIDE * SIDE];
        Arrays.fill(nothing, Float.NaN);
        curvature.measure(nothing, into);

        assertThat(into.mean()).containsOnly(Float.NaN);
        assertThat(into.curvedness()).containsOnly(Float.NaN);
    }

    @Test
    void windowsThatCannotBeFittedAreRefused() {
        assertThatThrownBy(() -> new HeightCurvature(1, 1.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HeightCurvature(0, 6)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HeightCurvature(Double.NaN, 6)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HeightCurvature(1e-9, 6)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> curvature.measure(new float[5], 2, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFaceSizedGridTakesMilliseconds() {
        HeightCurvature small = new HeightCurvature(2, 8);
        float[] z = new float[100 * 120];
        Random random = new Random(3);
        for (int i = 0; i < z.length; i++) {
            z[i] = 50 * random.nextFloat();
        }
        Curvatures into = Curvatures.ofSize(100, 120);
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 300; round++) {
            long start = System.nanoTime();
            small.measure(z, into);
            best = Math.min(best, System.nanoTime() - start);
        }
        // 1.8 ms on an idle machine: a loop gone quadratic shows, a busy machine does not.
        assertThat(best).isLessThan(30_000_000);
    }

    private static void assertSame(float actual, float expected, float tolerance) {
        if (Float.isNaN(expected)) {
            assertThat(actual).isNaN();
        } else {
            assertThat(actual).isCloseTo(expected, within(tolerance));
        }
    }

    private static int quarterTurn(int x, int y) {
        return x * SIDE + SIDE - 1 - y;
    }

    private Curvatures measure(DoubleBinaryOperator height) {
        return curvature.measure(field(height), SIDE, SIDE);
    }

    /// Waves with holes: every kind of window occurs.
    private static float[] bumps() {
        float[] z = field((x, y) -> 4 * Math.sin(x / 7 + y / 11) + 3 * Math.cos(x / 13 - y / 6));
        punch(z);
        return z;
    }

    private static float[] holes(double xx, double xy, double yy) {
        float[] z = field((x, y) -> xx * x * x + xy * x * y + yy * y * y + 7);
        punch(z);
        return z;
    }

    private static void punch(float[] z) {
        Random random = new Random(11);
        for (int hole = 0; hole < 12; hole++) {
            int cx = random.nextInt(SIDE);
            int cy = random.nextInt(SIDE);
            for (int y = Math.max(0, cy - 2); y < Math.min(SIDE, cy + 2); y++) {
                for (int x = Math.max(0, cx - 2); x < Math.min(SIDE, cx + 3); x++) {
                    z[y * SIDE + x] = Float.NaN;
                }
            }
        }
    }

    /// Heights over a grid whose middle pixel is the origin.
    private static float[] field(DoubleBinaryOperator height) {
        float[] z = new float[SIDE * SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                z[y * SIDE + x] = (float) height.applyAsDouble((x - SIDE / 2) * SPACING, (y - SIDE / 2) * SPACING);
            }
        }
        return z;
    }
}
