package org.maskguard.landmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PolarPlaneTest {

    private static final double[] RADII = PolarTemplate.RADII;
    private static final int ANGLES = PolarTemplate.ANGLES;

    @Test
    void aPlaneIsFoundAgain() {
        assertPlane(PolarPlane.fit(heights(0.4, -1.3, 12), RADII, ANGLES), 0.4, -1.3, 12);
    }

    @Test
    void aPlaneIsFoundAgainThoughHalfOfItIsMissing() {
        for (int seed = 0; seed < 10; seed++) {
            Random random = new Random(seed);
            float[] h = heights(-0.7, 0.2, -30);
            for (int i = 0; i < h.length; i++) {
                // All of one side, and any of the other.
                h[i] = i % ANGLES < 12 || random.nextInt(4) == 0 ? Float.NaN : h[i];
            }
            assertPlane(PolarPlane.fit(h, RADII, ANGLES), -0.7, 0.2, -30);
        }
    }

    @Test
    void whatBulgesEvenlyRoundTheMiddleTiltsNothing() {
        float[] h = heights(0.5, 0.5, 0);
        for (int k = 0; k < RADII.length; k++) {
            for (int a = 0; a < ANGLES; a++) {
                h[k * ANGLES + a] -= (float) (RADII[k] * RADII[k] / 100);
            }
        }
        PolarPlane plane = PolarPlane.fit(h, RADII, ANGLES);
        assertThat(plane.x()).isCloseTo(0.5, within(1e-4));
        assertThat(plane.y()).isCloseTo(0.5, within(1e-4));
    }

    @Test
    void tooFewHeightsGiveALevelPlaneThroughTheirMean() {
        float[] h = new float[RADII.length * ANGLES];
        Arrays.fill(h, Float.NaN);
        assertPlane(PolarPlane.fit(h, RADII, ANGLES), 0, 0, 0);
        h[3] = 4;
        h[40] = 8;
        assertPlane(PolarPlane.fit(h, RADII, ANGLES), 0, 0, 6);
    }

    @Test
    void aPlaneHasItsOwnHeights() {
        float[] h = heights(0.4, -1.3, 12);
        PolarPlane plane = new PolarPlane(0.4, -1.3, 12);
        for (int k = 0; k < RADII.length; k++) {
            for (int a = 0; a < ANGLES; a++) {
                assertThat((float) plane.at(RADII[k], a, ANGLES)).isEqualTo(h[k * ANGLES + a]);
            }
        }
    }

    private static float[] heights(double x, double y, double z) {
        float[] h = new float[RADII.length * ANGLES];
        for (int i = 0; i < h.length; i++) {
            double turn = 2 * Math.PI * (i % ANGLES) / ANGLES;
            double r = RADII[i / ANGLES];
            h[i] = (float) (x * r * Math.cos(turn) + y * r * Math.sin(turn) + z);
        }
        return h;
    }

    private static void assertPlane(PolarPlane plane, double x, double y, double z) {
        assertThat(plane.x()).isCloseTo(x, within(1e-5));
        assertThat(plane.y()).isCloseTo(y, within(1e-5));
        assertThat(plane.z()).isCloseTo(z, within(1e-4));
    }
}
