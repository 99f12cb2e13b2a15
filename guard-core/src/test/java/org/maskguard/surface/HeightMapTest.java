package org.maskguard.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.maskguard.io.Mesh;

class HeightMapTest {

    private static final float NONE = Float.NaN;
    private static final double RADIUS = 50;

    /// A ball beside the origin, sampled finely enough that no cell of 3 mm is empty.
    private static final Vec MIDDLE = new Vec(10, -20, 30);

    private static final Samples BALL = Samples.of(Shapes.ball(MIDDLE, RADIUS, 6), 0.8, 1_000_000);

    @Test
    void aBallHasTheSameHeightsFromEverySide() {
        Random random = new Random(1);
        for (int round = 0; round < 10; round++) {
            View view = Similarity.turned(random).axes();
            Vec middle = view.of(MIDDLE);
            HeightMap map = HeightMap.of(BALL, view, 3, false, 600);
            assertHeights(
                    map,
                    // The foremost point of a cell is up to half a cell nearer the middle than the cell's own.
                    (x, y) -> middle.z() + cap(x - middle.x(), y - middle.y()),
                    35,
                    middle,
                    -0.7,
                    2.3,
                    "turn " + round + " of seed 1");
        }
    }

    @Test
    void aMapEndsWhereTheSurfaceEnds() {
        View view = View.along(new Vec(1, 2, 3));
        Vec middle = view.of(MIDDLE);
        HeightMap map = HeightMap.of(BALL, view, 3, false, 600);
        assertThat(map.x0()).isBetween(middle.x() - RADIUS - 4, middle.x() - RADIUS - 2);
        assertThat(map.width()).isBetween(34, 36);
        for (int c = 0; c < map.z().length; c++) {
            double x = map.x0() + (c % map.width() + 0.5) * 3 - middle.x();
            double y = map.y0() + (c / map.width() + 0.5) * 3 - middle.y();
            if (Math.hypot(x, y) > RADIUS + 3) {
                assertThat(map.z()[c]).isNaN();
            }
        }
    }

    @Test
    void theBackIsWhatTheMirroredThingShowsInFront() {
        View view = View.along(new Vec(-1, 2, 0.5));
        View mirrored = new View(view.left(), view.up(), view.front().times(-1));
        HeightMap back = HeightMap.of(BALL, view, 3, true, 600);
        HeightMap front = HeightMap.of(BALL, mirrored, 3, false, 600);
        assertThat(back.width()).isEqualTo(front.width());
        for (int c = 0; c < back.z().length; c++) {
            assertThat(back.z()[c] == -front.z()[c] || Float.isNaN(back.z()[c]) && Float.isNaN(front.z()[c]))
                    .as("cell %d: %f and %f", c, back.z()[c], front.z()[c])
                    .isTrue();
        }
    }

    @Test
    void aSurfaceTooLargeForTheMapGetsLargerCells() {
        HeightMap map = HeightMap.of(BALL, View.along(new Vec(0, 0, 1)), 0.1, false, 50);
        assertThat(Math.max(map.width(), map.height())).isLessThanOrEqualTo(50);
        assertThat(map.cell()).isCloseTo(2 * RADIUS / 46, within(0.05));
    }

    @Test
    void aPlaneSeenThroughAWindowKeepsItsTilt() {
        Samples samples = Samples.of(sheet((x, y) -> 5 + 0.7 * x - 0.4 * y, 120), 1, 1_000_000);
        Random random = new Random(2);
        for (int round = 0; round < 4; round++) {
            Vec origin = new Vec(20 * random.nextDouble(), 20 * random.nextDouble(), 20 * random.nextDouble());
            double height = 5 + 0.7 * origin.x() - 0.4 * origin.y() - origin.z();
            HeightMap map = HeightMap.window(samples, upright(), origin, 40, 2, false, null, 0, 0);
            assertThat(map.width()).isEqualTo(40);
            // Means of a cell are moved to its middle: measured at most 0.02 mm off; 1.1 mm if they were not.
            assertHeights(
                    map,
                    (x, y) -> height + 0.7 * x - 0.4 * y,
                    36,
                    new Vec(0, 0, 0),
                    -0.1,
                    0.1,
                    "round " + round + " of seed 2");
        }
    }

    @Test
    void aWindowOnABallIsTrueToATenthOfAMillimetre() {
        View view = Similarity.turned(new Random(3)).axes();
        Vec tip = MIDDLE.plus(view.front().times(RADIUS));
        HeightMap map = HeightMap.window(BALL, view, tip, 40, 2, false, null, 0, 0);
        assertHeights(map, (x, y) -> cap(x, y) - RADIUS, 25, new Vec(0, 0, 0), -0.15, 0.15, "seed 3");
    }

    @Test
    void aWindowLooksOnlyNearTheExpectedHeights() {
        Samples layers = Samples.of(
                Shapes.together(sheet((x, y) -> 0, 60), sheet((x, y) -> 25, 60), sheet((x, y) -> -40, 60)),
                1,
                1_000_000);
        assertThat(middle(layers, null, 0, 0, false)).isCloseTo(25, within(0.01f));
        assertThat(middle(layers, 0.0, 18, 30, false)).isCloseTo(0, within(0.01f));
        assertThat(middle(layers, 0.0, 26, 30, false)).isCloseTo(25, within(0.01f));
        assertThat(middle(layers, -20.0, 18, 18, false)).isNaN();
        assertThat(middle(layers, -20.0, 18, 21, false)).isCloseTo(-40, within(0.01f));
    }

    @Test
    void aWindowFromBehindTakesTheHindmostAndTurnsBeforeAndBehindAbout() {
        Samples layers = Samples.of(
                Shapes.together(sheet((x, y) -> 0, 60), sheet((x, y) -> 25, 60), sheet((x, y) -> -40, 60)),
                1,
                1_000_000);
        assertThat(middle(layers, null, 0, 0, true)).isCloseTo(-40, within(0.01f));
        assertThat(middle(layers, 0.0, 18, 30, true)).isCloseTo(0, within(0.01f));
        assertThat(middle(layers, 0.0, 41, 5, true)).isCloseTo(-40, within(0.01f));
        assertThat(middle(layers, 10.0, 5, 16, true)).isCloseTo(25, within(0.01f));
    }

    @Test
    void whereNothingIsExpectedTheForemostIsSeen() {
        Samples planes = Samples.of(Shapes.together(sheet((x, y) -> 0, 60), sheet((x, y) -> 70, 60)), 1, 1_000_000);
        float[] nowhere = new float[100];
        Arrays.fill(nowhere, NONE);
        HeightMap expected = new HeightMap(-20, -20, 4, 10, 10, nowhere);
        HeightMap map = HeightMap.window(planes, upright(), new Vec(0, 0, 0), 20, 2, false, expected, 18, 30);
        assertThat(map.z()).containsOnly(70);
    }

    @Test
    void holesEnclosedOnFourSidesAreFilledAsAPlaneWouldGoOn() {
        HeightMap plane = map(9, 7, (i, j) -> 3 + 2 * i - j);
        float[] z = plane.z().clone();
        int[] holes = {3 * 9 + 3, 3 * 9 + 4, 3 * 9 + 5, 4 * 9 + 4, 1 * 9 + 7};
        for (int hole : holes) {
            z[hole] = NONE;
        }
        HeightMap filled = new HeightMap(0, 0, 2, 9, 7, z).filled(8);
        for (int c = 0; c < z.length; c++) {
            assertThat(filled.z()[c]).as("cell %d", c).isCloseTo(plane.z()[c], within(1e-4f));
        }
    }

    @Test
    void holesOpenOnOneSideStay() {
        float[] z = map(7, 7, (i, j) -> 5).z();
        for (int i = 3; i < 7; i++) {
            z[3 * 7 + i] = NONE;
        }
        float[] filled = new HeightMap(0, 0, 1, 7, 7, z).filled(50).z();
        assertThat(filled[3 * 7 + 3]).isNaN();
        assertThat(filled[3 * 7 + 6]).isNaN();
    }

    @Test
    void holesWiderThanTheReachStay() {
        float[] z = map(11, 11, (i, j) -> 5).z();
        for (int c = 0; c < z.length; c++) {
            z[c] = c % 11 >= 3 && c % 11 <= 7 && c / 11 >= 3 && c / 11 <= 7 ? NONE : z[c];
        }
        HeightMap map = new HeightMap(0, 0, 2, 11, 11, z);
        assertThat(map.filled(4).z()[5 * 11 + 5]).isNaN();
        assertThat(map.filled(6).z()[5 * 11 + 5]).isCloseTo(5, within(1e-5f));
        // From the original cells only: what was just filled fills nothing else.
        assertThat(map.filled(4).z()[4 * 11 + 4]).isNaN();
    }

    @Test
    void fillingLeavesTheMapItComesFromAlone() {
        float[] z = {1, 1, 1, 1, NONE, 1, 1, 1, 1};
        HeightMap map = new HeightMap(0, 0, 1, 3, 3, z);
        assertThat(map.filled(5).z()[4]).isEqualTo(1);
        assertThat(map.z()[4]).isNaN();
    }

    @Test
    void aTiltedPlaneHasTheSameSlopesEverywhereEvenAtItsEdges() {
        HeightMap map = map(8, 6, (i, j) -> 1 + 3 * i - 5 * j);
        assertThat(map.slopesX()).containsOnly(1.5f);
        assertThat(map.slopesY()).containsOnly(-2.5f);
    }

    @Test
    void aSlopeIsTakenToTheNeighbourThatIsThere() {
        float[] z = {0, NONE, 4, 6, NONE, NONE, 8, NONE};
        HeightMap row = new HeightMap(0, 0, 1, 8, 1, z);
        float[] slopes = row.slopesX();
        assertThat(slopes[0]).isZero();
        assertThat(slopes[2]).isEqualTo(2);
        assertThat(slopes[3]).isEqualTo(2);
        assertThat(slopes[6]).isZero();
    }

    @Test
    void betweenMiddlesOfCellsHeightsAreInterpolated() {
        HeightMap map = map(6, 6, (i, j) -> 10 + 4 * i - 2 * j);
        assertThat(map.at(1, 1)).isEqualTo(10);
        assertThat(map.at(3, 5)).isEqualTo(10 + 4 - 4);
        assertThat(map.at(2.5, 3.25)).isCloseTo(10 + 4 * 0.75f - 2 * 1.125f, within(1e-5f));
        assertThat(map.at(-1, 5)).isNaN();
        assertThat(map.at(5, 12.5)).isNaN();
    }

    @Test
    void besideAHoleTheHeightIsThatOfTheCellOrNone() {
        HeightMap map = new HeightMap(0, 0, 1, 2, 2, new float[] {1, 2, NONE, 4});
        assertThat(map.at(0.7, 0.9)).isEqualTo(1);
        assertThat(map.at(1.2, 0.9)).isEqualTo(2);
        assertThat(map.at(1.2, 1.2)).isEqualTo(4);
        assertThat(map.at(0.7, 1.2)).isNaN();
    }

    @Test
    void aPlaceIsInTheCellThatCoversIt() {
        HeightMap map = new HeightMap(-10, 20, 2, 5, 3, new float[15]);
        assertThat(map.cellOf(-10, 20)).isZero();
        assertThat(map.cellOf(-7.9, 22.1)).isEqualTo(6);
        assertThat(map.cellOf(-0.1, 25.9)).isEqualTo(14);
        assertThat(map.cellOf(0, 21)).isEqualTo(-1);
        assertThat(map.cellOf(-10.1, 21)).isEqualTo(-1);
        assertThat(map.cellOf(-5, 26)).isEqualTo(-1);
    }

    @Test
    void scalingTakesPlacesAndHeightsAlong() {
        HeightMap map = map(6, 6, (i, j) -> 10 + 4 * i - 2 * j);
        HeightMap twice = map.scaled(2);
        assertThat(twice.cell()).isEqualTo(4);
        assertThat(twice.at(7, 9)).isEqualTo(2 * map.at(3.5, 4.5));
        assertThat(twice.slopesX()).isEqualTo(map.slopesX());
    }

    @Test
    void halvingKeepsTheForemostOfFourHeights() {
        float[] z = {1, 5, 2, 7, NONE, NONE, 3, NONE, 9};
        HeightMap map = new HeightMap(-3, -3, 2, 3, 3, z);
        HeightMap front = map.halved(false);
        assertThat(front.z()).containsExactly(7, 2, 3, 9);
        assertThat(front.cell()).isEqualTo(4);
        assertThat(front.x0()).isEqualTo(-3);
        assertThat(map.halved(true).z()).containsExactly(1, 2, 3, 9);
        assertThat(new HeightMap(0, 0, 1, 2, 1, new float[] {NONE, NONE})
                        .halved(false)
                        .z())
                .containsExactly(NONE);
    }

    private static View upright() {
        return new View(new Vec(1, 0, 0), new Vec(0, 1, 0), new Vec(0, 0, 1));
    }

    private static double cap(double x, double y) {
        return Math.sqrt(RADIUS * RADIUS - x * x - y * y);
    }

    /// A square of this half width, its vertices at these depths.
    private static Mesh sheet(DoubleBinaryOperator depth, double half) {
        float[] xyz = new float[12];
        for (int v = 0; v < 4; v++) {
            xyz[3 * v] = (float) (v % 2 == 0 ? -half : half);
            xyz[3 * v + 1] = (float) (v / 2 == 0 ? -half : half);
            xyz[3 * v + 2] = (float) depth.applyAsDouble(xyz[3 * v], xyz[3 * v + 1]);
        }
        return new Mesh(xyz, new int[] {0, 1, 3, 0, 3, 2});
    }

    private static float middle(Samples samples, Double expected, double before, double behind, boolean back) {
        float[] flat = new float[100];
        Arrays.fill(flat, expected == null ? 0 : expected.floatValue());
        HeightMap near = expected == null ? null : new HeightMap(-20, -20, 4, 10, 10, flat);
        HeightMap map = HeightMap.window(samples, upright(), new Vec(0, 0, 0), 20, 2, back, near, before, behind);
        return map.at(1, 1);
    }

    /// A map of cells of 2 from the origin on, filled by column and row.
    private static HeightMap map(int width, int height, DoubleBinaryOperator of) {
        float[] z = new float[width * height];
        for (int c = 0; c < z.length; c++) {
            z[c] = (float) of.applyAsDouble(c % width, c / width);
        }
        return new HeightMap(0, 0, 2, width, height, z);
    }

    /// Heights of all cells within a radius less the expected ones lie between two bounds, and there are many.
    private static void assertHeights(
            HeightMap map,
            DoubleBinaryOperator expected,
            double radius,
            Vec middle,
            double low,
            double high,
            String what) {
        int n = 0;
        for (int c = 0; c < map.z().length; c++) {
            double x = map.x0() + (c % map.width() + 0.5) * map.cell();
            double y = map.y0() + (c / map.width() + 0.5) * map.cell();
            if (Math.hypot(x - middle.x(), y - middle.y()) < radius) {
                assertThat(map.z()[c] - expected.applyAsDouble(x, y))
                        .as("%s, at %.1f %.1f", what, x, y)
                        .isBetween(low, high);
                n++;
            }
        }
        assertThat(n).isGreaterThan((int) (2.5 * radius * radius / map.cell() / map.cell()));
    }
}
