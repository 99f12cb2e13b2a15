package org.maskguard.slicer.window;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LandmarkLayerTest {

    @Test
    void namesThatHaveRoomStayBesideTheirPoints() {
        double[] at = {50, 100, 150};
        LandmarkLayer.spread(at, 16, 300);
        assertThat(at).containsExactly(50, 100, 150);
    }

    @Test
    void namesAreMovedApartInTheirOrderAndStayInThePicture() {
        double[] at = {-500, 140, 141, 142, 290, 299, 2000};
        LandmarkLayer.spread(at, 16, 300);
        for (int i = 1; i < at.length; i++) {
            assertThat(at[i] - at[i - 1]).isGreaterThanOrEqualTo(16);
        }
        assertThat(at[0]).isGreaterThanOrEqualTo(0);
        assertThat(at[at.length - 1]).isLessThanOrEqualTo(300);
    }
}
