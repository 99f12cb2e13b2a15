package org.maskguard.landmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.maskguard.surface.HeightMap;

class OntoSurfaceTest {

    private static final double HALF = 40;

    /// A plane that rises by 3/4: its unit normal is (−0.6, 0, 0.8).
    private static final DoubleBinaryOperator SLOPE = (x, y) -> 0.75 * x;

    @Test
    void aPointFollowsASurfaceThatLiesOffTheShapeAlongTheNormal() {
        for (double off : new double[] {-3, -1, 0, 2, 4}) {
            double[] moved =
                    onto((x, y) -> SLOPE.applyAsDouble(x, y) + off / 0.8).moved(4, 7, 3);
            assertThat(moved[0]).as("off by %f", off).isCloseTo(4 - 0.6 * off, within(1e-4));
            assertThat(moved[1]).isCloseTo(7, within(1e-4));
            assertThat(moved[2]).isCloseTo(3 + 0.8 * off, within(1e-4));
        }
    }

    @Test
    void anotherSurfaceFarOffAndNoneAtAllMoveNothing() {
        assertThat(onto((x, y) -> SLOPE.applyAsDouble(x, y) - 15).moved(4, 7, 3))
                .containsExactly(4, 7, 3);
        assertThat(onto((x, y) -> Double.NaN).moved(4, 7, 3)).containsExactly(4, 7, 3);
    }

    @Test
    void aPointAtAnEdgeOfTheSurfaceFollowsWhatIsThere() {
        OntoSurface surface = onto((x, y) -> y > 7 ? SLOPE.applyAsDouble(x, y) + 1.25 : Double.NaN);
        assertThat(surface.moved(4, 7, 3)[2]).isCloseTo(3.8, within(0.1));
    }

    @Test
    void aSpeckMovesAPointALittleOnly() {
        OntoSurface surface =
                onto((x, y) -> Math.abs(x - 4) < 2 && Math.abs(y - 8) < 1 ? SLOPE.applyAsDouble(x, y) + 5 : Double.NaN);
        assertThat(surface.moved(4, 7, 3)[2] - 3).isBetween(0.0, 2.0);
    }

    /// Gaussian noise of 1 mm at every cell.
    @Test
    void noiseIsAveragedOut() {
        Random random = new Random(1);
        OntoSurface surface = onto((x, y) -> SLOPE.applyAsDouble(x, y) + random.nextGaussian());
        double sum = 0;
        int n = 0;
        for (double x = -20; x <= 20; x += 10) {
            for (double y = -20; y <= 20; y += 10) {
                double[] moved = surface.moved(x, y, 0.75 * x);
                sum += Math.pow(moved[0] - x, 2) + Math.pow(moved[2] - 0.75 * x, 2);
                n++;
            }
        }
        assertThat(Math.sqrt(sum / n)).as("seed 1").isLessThan(0.3);
    }

    private static OntoSurface onto(DoubleBinaryOperator observed) {
        return new OntoSurface(map(observed), map(SLOPE));
    }

    private static HeightMap map(DoubleBinaryOperator heights) {
        int side = (int) (2 * HALF / FittedFace.CELL);
        float[] z = new float[side * side];
        for (int i = 0; i < z.length; i++) {
            double x = -HALF + (i % side + 0.5) * FittedFace.CELL;
            double y = -HALF + (i / side + 0.5) * FittedFace.CELL;
            z[i] = (float) heights.applyAsDouble(x, y);
        }
        return new HeightMap(-HALF, -HALF, FittedFace.CELL, side, side, z);
    }
}
