package org.maskguard.landmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PoseTest {

    private static final double[] UNTURNED = {1, 0, 0, 0, 1, 0, 0, 0, 1};

    @Test
    void aQuarterTurnAboutTheLineOfSightTakesLeftUp() {
        double[] r = Pose.about(0, 0, 1, Math.PI / 2);
        assertVector(times(r, 1, 0, 0), 0, 1, 0);
        assertVector(times(r, 0, 1, 0), -1, 0, 0);
        assertVector(times(r, 0, 0, 1), 0, 0, 1);
    }

    @Test
    void aRotationKeepsItsAxisAndAllLengths() {
        Random random = new Random(1);
        for (int i = 0; i < 50; i++) {
            double[] axis = unit(random);
            double[] r = Pose.about(axis[0], axis[1], axis[2], 6 * random.nextDouble() - 3);
            assertVector(times(r, axis[0], axis[1], axis[2]), axis[0], axis[1], axis[2]);
            assertRotation(r, "rotation " + i + " of seed 1");
        }
    }

    @Test
    void turningForthAndBackIsNotTurning() {
        double[] axis = unit(new Random(2));
        double[] forth = Pose.about(axis[0], axis[1], axis[2], 0.8);
        double[] back = Pose.about(axis[0], axis[1], axis[2], -0.8);
        double[] both = Pose.product(forth, back);
        for (int i = 0; i < 9; i++) {
            assertThat(both[i]).isCloseTo(UNTURNED[i], within(1e-12));
        }
    }

    @Test
    void theProductTurnsByTheSecondFirst() {
        double[] a = Pose.about(0, 0, 1, Math.PI / 2);
        double[] b = Pose.about(1, 0, 0, Math.PI / 2);
        double[] once = times(b, 0, 1, 0);
        assertVector(times(Pose.product(a, b), 0, 1, 0), times(a, once[0], once[1], once[2]));
    }

    @Test
    void movingIsATurnAShiftAndAChangeOfScale() {
        Pose start = new Pose(Pose.about(0, 1, 0, 0.3), 1.2, 10, 20, 30);
        Pose moved = start.moved(0, 0, Math.PI / 2, 1, -2, 3, Math.log(1.5));
        assertThat(moved.s()).isCloseTo(1.8, within(1e-12));
        assertVector(new double[] {moved.x(), moved.y(), moved.z()}, 11, 18, 33);
        double[] before = times(start.r(), 5, 6, 7);
        assertVector(times(moved.r(), 5, 6, 7), -before[1], before[0], before[2]);
    }

    @Test
    void movingByNothingChangesNothing() {
        Pose start = new Pose(Pose.about(0, 1, 0, 0.3), 1.2, 10, 20, 30);
        assertThat(start.moved(0, 0, 0, 0, 0, 0, 0)).isEqualTo(start);
    }

    @Test
    void smallTurnsAddUp() {
        Pose pose = new Pose(UNTURNED, 1, 0, 0, 0);
        for (int i = 0; i < 1000; i++) {
            pose = pose.moved(0, 0.001, 0, 0, 0, 0, 0.001);
        }
        assertRotation(pose.r(), "a thousand turns");
        assertThat(pose.r()[0]).isCloseTo(Math.cos(1), within(1e-9));
        assertThat(pose.s()).isCloseTo(Math.E, within(1e-9));
    }

    @Test
    void leaningTakesTheModelsBasePlaneToTheOneSeen() {
        Random random = new Random(3);
        for (int i = 0; i < 50; i++) {
            double angle = 2 * Math.PI * random.nextDouble();
            double mx = random.nextDouble() - 0.5;
            double my = random.nextDouble() - 0.5;
            double ox = 3 * random.nextDouble() - 1.5;
            double oy = 3 * random.nextDouble() - 1.5;
            double[] turn = Pose.about(0, 0, 1, angle);
            // The slopes that a plane of slopes mx, my has once it was turned, which is what `leaning` asks for.
            double tx = Math.cos(angle) * mx - Math.sin(angle) * my;
            double ty = Math.sin(angle) * mx + Math.cos(angle) * my;
            Pose pose = Pose.leaning(angle, tx, ty, ox, oy, 1.1, new double[] {1, 2, 3});
            double[] normal = times(pose.r(), -mx, -my, 1);
            assertThat(normal[0] / normal[2]).as("round %d of seed 3", i).isCloseTo(-ox, within(1e-9));
            assertThat(normal[1] / normal[2]).as("round %d of seed 3", i).isCloseTo(-oy, within(1e-9));
            assertRotation(pose.r(), "round " + i + " of seed 3");
            // Leaning is the shortest way, so it adds no turn of its own.
            double[] lean = Pose.product(
                    pose.r(),
                    new double[] {turn[0], turn[3], turn[6], turn[1], turn[4], turn[7], turn[2], turn[5], turn[8]});
            assertThat(lean[1] - lean[3])
                    .as("turn left about the line of sight")
                    .satisfies(rest -> {
                        double[] axis = {lean[7] - lean[5], lean[2] - lean[6], lean[3] - lean[1]};
                        double along = axis[0] * -tx + axis[1] * -ty + axis[2];
                        assertThat(along).isCloseTo(0, within(1e-9));
                    });
        }
    }

    @Test
    void leaningWhereNothingLeansOnlyTurns() {
        Pose pose = Pose.leaning(0.7, 0.2, 0.1, 0.2, 0.1, 0.9, new double[] {1, 2, 3});
        double[] turn = Pose.about(0, 0, 1, 0.7);
        for (int i = 0; i < 9; i++) {
            assertThat(pose.r()[i]).isCloseTo(turn[i], within(1e-12));
        }
        assertThat(pose.s()).isEqualTo(0.9);
        assertVector(new double[] {pose.x(), pose.y(), pose.z()}, 1, 2, 3);
    }

    private static double[] unit(Random random) {
        double x = random.nextGaussian();
        double y = random.nextGaussian();
        double z = random.nextGaussian();
        double n = Math.sqrt(x * x + y * y + z * z);
        return new double[] {x / n, y / n, z / n};
    }

    private static double[] times(double[] r, double x, double y, double z) {
        return new double[] {
            r[0] * x + r[1] * y + r[2] * z, r[3] * x + r[4] * y + r[5] * z, r[6] * x + r[7] * y + r[8] * z
        };
    }

    private static void assertVector(double[] found, double... expected) {
        for (int i = 0; i < 3; i++) {
            assertThat(found[i]).isCloseTo(expected[i], within(1e-12));
        }
    }

    private static void assertRotation(double[] r, String what) {
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double dot = r[3 * i] * r[3 * j] + r[3 * i + 1] * r[3 * j + 1] + r[3 * i + 2] * r[3 * j + 2];
                assertThat(dot).as(what).isCloseTo(i == j ? 1 : 0, within(1e-9));
            }
        }
        double det = r[0] * (r[4] * r[8] - r[5] * r[7])
                - r[1] * (r[3] * r[8] - r[5] * r[6])
                + r[2] * (r[3] * r[7] - r[4] * r[6]);
        assertThat(det).as(what).isCloseTo(1, within(1e-9));
    }
}
