package org.maskguard.landmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maskguard.classify.Detector;
import org.maskguard.surface.HeightMap;

class SurfaceFitTest {

    private static final FaceShape SHAPE = Detector.shipped().shape();
    private static final double[] UNTURNED = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    private static final Pose START = new Pose(UNTURNED, 1, 0, 0, 0);

    @Test
    void aKnownPoseAndScaleAreFoundAgain() {
        Random random = new Random(1);
        for (int round = 0; round < 12; round++) {
            Pose truth = truth(random);
            Slopes map = Slopes.of(heights(SHAPE.mean(), truth));
            SurfaceFit fit = new SurfaceFit(SHAPE, 2, 0);
            fit.reset();
            Pose pose = START;
            for (double cutoff : new double[] {16, 14, 12, 10, 8, 6, 5, 5, 5, 5, 5, 5}) {
                pose = fit.step(map, pose, 0, cutoff, 0, 1, 0);
            }
            String what = "round " + round + " of seed 1";
            // Measured: at most 0.07°, 0.16 % and 0.08 mm off; agreement 0.95 to 0.97, 0.21 to 0.44 at the start.
            assertThat(angle(pose.r(), truth.r())).as(what).isLessThan(0.3);
            assertThat(pose.s()).as(what).isCloseTo(truth.s(), within(0.005));
            assertThat(distance(pose, truth)).as(what).isLessThan(0.3);
            assertThat(fit.agreement(map, pose, 4)).as(what).isGreaterThan(0.93);
            assertThat(fit.agreement(map, START, 4)).as(what).isLessThan(0.6);
        }
    }

    @Test
    void knownWeightsOfTheModesAreFoundAgain() {
        Random random = new Random(2);
        for (int round = 0; round < 6; round++) {
            double[] weights = new double[8];
            for (int k = 0; k < weights.length; k++) {
                weights[k] = Math.clamp(random.nextGaussian(), -2, 2);
            }
            Pose truth = truth(random);
            Slopes map = Slopes.of(heights(SHAPE.shape(weights), truth));
            SurfaceFit fit = fitted(map, 8, 0.1);
            // Measured: at most 0.14 deviations, and 0.9 mm along the surface.
            for (int k = 0; k < weights.length; k++) {
                assertThat(fit.weights()[k])
                        .as("mode %d, round %d of seed 2", k, round)
                        .isCloseTo(weights[k], within(0.3));
            }
            float[] expected = SHAPE.shape(weights);
            for (int i = 0; i < expected.length; i++) {
                assertThat(fit.placed()[i])
                        .as("coordinate %d, round %d", i, round)
                        .isCloseTo(expected[i], within(1.5f));
            }
        }
    }

    @Test
    void aStrongPriorHoldsTheWeightsAtTheMean() {
        double[] weights = {2, -2, 1.5};
        Slopes map = Slopes.of(heights(SHAPE.shape(weights), START));
        double free = length(fitted(map, 8, 0.1).weights());
        double held = length(fitted(map, 8, 1e6).weights());
        assertThat(free).isGreaterThan(2.5);
        assertThat(held).isLessThan(0.2);
    }

    @Test
    void weightsStayWithinWhatPeopleHave() {
        float[] far = SHAPE.shape(new double[] {9, -9});
        SurfaceFit fit = fitted(Slopes.of(heights(far, START)), 8, 0.1);
        for (double w : fit.weights()) {
            assertThat(w).isBetween(-3.5, 3.5);
        }
    }

    @Test
    void whatStandsFarOffIsNoPartOfTheFit() {
        Pose truth = truth(new Random(3));
        HeightMap clean = heights(SHAPE.mean(), truth);
        float[] z = clean.z().clone();
        for (int c = 0; c < z.length; c++) {
            int column = c % clean.width();
            // A bar across the brow, 25 mm before it, and nothing where one cheek was.
            if (c / clean.width() > 68 && c / clean.width() < 76) {
                z[c] += 25;
            } else if (column < 35) {
                z[c] = Float.NaN;
            }
        }
        Slopes map = Slopes.of(new HeightMap(clean.x0(), clean.y0(), clean.cell(), clean.width(), clean.height(), z));
        SurfaceFit fit = new SurfaceFit(SHAPE, 2, 0);
        fit.reset();
        Pose pose = START;
        for (double cutoff : new double[] {16, 14, 12, 10, 8, 6, 5, 5, 5, 5, 5, 5}) {
            pose = fit.step(map, pose, 0, cutoff, 0, 1, 0);
        }
        assertThat(angle(pose.r(), truth.r())).isLessThan(0.5);
        assertThat(distance(pose, truth)).isLessThan(0.5);
    }

    @Test
    void withoutSurfaceThePoseStays() {
        float[] none = new float[100 * 100];
        Arrays.fill(none, Float.NaN);
        Slopes map = Slopes.of(new HeightMap(-100, -100, 2, 100, 100, none));
        SurfaceFit fit = new SurfaceFit(SHAPE, 4, 0);
        fit.reset();
        Pose pose = fit.step(map, START, 0, 10, 0, 1, 10);
        assertThat(distance(pose, START)).isZero();
        assertThat(pose.s()).isEqualTo(1);
        assertThat(fit.agreement(map, START, 4)).isZero();
    }

    @Test
    void agreementFallsWithDistanceAndIsWholeOnTheShapeItself() {
        Slopes map = Slopes.of(heights(SHAPE.mean(), START));
        SurfaceFit fit = new SurfaceFit(SHAPE, 1, 0);
        fit.reset();
        // Points on the rim have no map round them.
        assertThat(fit.agreement(map, START, 4)).isGreaterThan(0.94);
        double last = 1;
        for (double off : new double[] {1, 2, 3, 5}) {
            double here = fit.agreement(map, new Pose(UNTURNED, 1, 0, 0, off), 4);
            assertThat(here).as("%.0f mm off", off).isLessThan(last - 0.03);
            last = here;
        }
    }

    private static SurfaceFit fitted(Slopes map, int modes, double prior) {
        SurfaceFit fit = new SurfaceFit(SHAPE, 1, modes);
        fit.reset();
        Pose pose = START;
        for (double cutoff : new double[] {16, 14, 12, 10, 8, 6}) {
            pose = fit.step(map, pose, 0, cutoff, 0, 1, 0);
        }
        for (int step = 0; step < 12; step++) {
            pose = fit.step(map, pose, modes, 8, prior, 1, 0);
        }
        return fit;
    }

    /// A face up to 8° turned, 7 % larger or smaller, and 6 mm away on each axis.
    private static Pose truth(Random random) {
        double[] r = Pose.product(
                Pose.about(1, 0, 0, 0.14 * (2 * random.nextDouble() - 1)),
                Pose.product(
                        Pose.about(0, 1, 0, 0.14 * (2 * random.nextDouble() - 1)),
                        Pose.about(0, 0, 1, 0.14 * (2 * random.nextDouble() - 1))));
        return new Pose(
                r,
                0.93 + 0.14 * random.nextDouble(),
                12 * random.nextDouble() - 6,
                12 * random.nextDouble() - 6,
                12 * random.nextDouble() - 6);
    }

    private static HeightMap heights(float[] shape, Pose pose) {
        float[] placed = shape.clone();
        double[] r = pose.r();
        for (int i = 0; i < placed.length; i += 3) {
            for (int axis = 0; axis < 3; axis++) {
                double turned =
                        r[3 * axis] * shape[i] + r[3 * axis + 1] * shape[i + 1] + r[3 * axis + 2] * shape[i + 2];
                placed[i + axis] = (float) (pose.s() * turned);
            }
            placed[i] += (float) pose.x();
            placed[i + 1] += (float) pose.y();
            placed[i + 2] += (float) pose.z();
        }
        return LatticeRaster.heights(placed, SHAPE.triangles(), 130, 2);
    }

    /// Degrees between two rotations.
    private static double angle(double[] a, double[] b) {
        double trace = 0;
        for (int i = 0; i < 9; i++) {
            trace += a[i] * b[i];
        }
        return Math.toDegrees(Math.acos(Math.clamp((trace - 1) / 2, -1, 1)));
    }

    private static double distance(Pose a, Pose b) {
        return Math.sqrt((a.x() - b.x()) * (a.x() - b.x())
                + (a.y() - b.y()) * (a.y() - b.y())
                + (a.z() - b.z()) * (a.z() - b.z()));
    }

    private static double length(double[] v) {
        double sum = 0;
        for (double x : v) {
            sum += x * x;
        }
        return Math.sqrt(sum);
    }
}
