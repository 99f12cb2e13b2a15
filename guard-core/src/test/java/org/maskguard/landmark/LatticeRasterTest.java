package org.maskguard.landmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.maskguard.surface.HeightMap;

class LatticeRasterTest {

    @Test
    void aTriangleHasItsPlanesHeightsInsideAndNoneOutside() {
        float[] v = {-20, -20, 0, 20, -20, 20, 0, 20, -10};
        HeightMap map = LatticeRaster.heights(v, new int[] {0, 1, 2}, 30, 2);
        assertThat(map.width()).isEqualTo(30);
        int inside = 0;
        for (int c = 0; c < map.z().length; c++) {
            double x = -30 + (c % 30 + 0.5) * 2;
            double y = -30 + (c / 30 + 0.5) * 2;
            boolean in = y > -20 && y < 20 - 2 * Math.abs(x);
            if (in) {
                assertThat(map.z()[c]).isCloseTo((float) (10 + x / 2 - (y + 20) / 2), within(1e-3f));
                inside++;
            } else {
                assertThat(map.z()[c]).as("%f %f", x, y).isNaN();
            }
        }
        assertThat(inside).isEqualTo(200);
    }

    @Test
    void theForemostOfTwoTrianglesIsSeen() {
        float[] v = {-20, -20, 0, 20, -20, 0, 0, 20, 0, -20, -20, 5, 20, -20, 5, 0, 20, 5};
        assertThat(LatticeRaster.heights(v, new int[] {0, 1, 2, 3, 4, 5}, 30, 2).at(0, 0))
                .isEqualTo(5);
        assertThat(LatticeRaster.heights(v, new int[] {3, 5, 4, 2, 1, 0}, 30, 2).at(0, 0))
                .isEqualTo(5);
    }

    @Test
    void trianglesThatReachOutOfTheWindowOrHaveNoAreaDoNoHarm() {
        float[] v = {-900, -900, 1, 900, -900, 1, 0, 900, 1, 5, 5, 7, 6, 6, 7, 7, 7, 7};
        assertThat(LatticeRaster.heights(v, new int[] {0, 1, 2, 3, 4, 5}, 30, 2).z())
                .containsOnly(1);
    }
}
