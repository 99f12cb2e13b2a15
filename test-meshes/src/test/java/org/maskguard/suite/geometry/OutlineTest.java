package org.maskguard.suite.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.maskguard.io.Mesh;

class OutlineTest {

    @Test
    void aPlateWithHolesHasTheVolumeOfItsFigure() {
        Outline plate = Outline.box(40, 30)
                .without(-15, -10, -5, -10, -5, 0, -15, 0)
                .without(5, -5, 12, -5, 12, 8, 5, 8)
                .without(-12, 4, -4, 4, -4, 12, -12, 12);
        assertThat(volume(plate.extruded(1, 4))).isCloseTo(3 * (1200 - 100 - 91 - 64), within(1e-2));
    }

    @Test
    void manyHolesInRowsAreCutOutOnceEach() {
        Outline plate = Outline.box(100, 100);
        for (int i = 0; i < 64; i++) {
            plate = plate.without(Outline.circle(11 * (i % 8) - 38.5, 11 * (i / 8) - 38.5, 4, 12));
        }
        double hole = 12 * 0.5 * 16 * StrictMath.sin(Math.PI / 6);
        assertThat(volume(plate.extruded(0, 1))).isCloseTo(10_000 - 64 * hole, within(0.5));
    }

    @Test
    void loopsGivenTheOtherWayRoundAreTurned() {
        Outline box = Outline.of(0, 0, 0, 10, 10, 10, 10, 0);
        assertThat(volume(box.extruded(0, 2))).isCloseTo(200, within(1e-3));
    }

    static double volume(Mesh mesh) {
        double sum = 0;
        float[] p = mesh.xyz();
        int[] c = mesh.corners();
        for (int i = 0; i < c.length; i += 3) {
            int a = 3 * c[i];
            double[] n = Sheet.normal(p, a, 3 * c[i + 1], 3 * c[i + 2]);
            sum += (n[0] * p[a] + n[1] * p[a + 1] + n[2] * p[a + 2]) / 6;
        }
        return sum;
    }
}
