package org.maskguard.train.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class WarpTest {

    @Test
    void landmarksGoExactlyWhereTheyAreTold() {
        Random random = new Random(1);
        double[][] from = points(random, 17);
        double[][] to = points(random, 17);
        Warp warp = new Warp(from, to);
        for (int i = 0; i < from.length; i++) {
            assertThat(warp.apply(from[i])).containsExactly(to[i], within(1e-8));
        }
    }

    @Test
    void whatStretchesEvenlyStretchesEvenlyEverywhere() {
        Random random = new Random(2);
        double[][] from = points(random, 17);
        double[][] to = new double[17][];
        for (int i = 0; i < 17; i++) {
            to[i] = stretched(from[i]);
        }
        Warp warp = new Warp(from, to);
        for (double[] p : points(random, 20)) {
            assertThat(warp.apply(p)).containsExactly(stretched(p), within(1e-7));
        }
    }

    @Test
    void landmarksInOnePlaneAreNotEnough() {
        double[][] flat = points(new Random(3), 10);
        for (double[] p : flat) {
            p[2] = 0;
        }
        assertThatThrownBy(() -> new Warp(flat, flat)).isInstanceOf(IllegalArgumentException.class);
    }

    private static double[] stretched(double[] p) {
        return new double[] {1.1 * p[0] + 0.2 * p[1] - 5, 0.9 * p[1] - 0.1 * p[2], 1.3 * p[2] + 0.05 * p[0] + 40};
    }

    private static double[][] points(Random random, int count) {
        double[][] points = new double[count][3];
        for (double[] p : points) {
            for (int axis = 0; axis < 3; axis++) {
                p[axis] = 60 * random.nextGaussian();
            }
        }
        return points;
    }
}
