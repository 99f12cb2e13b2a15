package org.maskguard.suite.slicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maskguard.io.Mesh;

class PlacementTest {

    /// A thin plate that stands upright, with a knob towards -y: its front.
    private static final double WIDE = 40;

    private static final double THICK = 4;
    private static final double TALL = 60;

    private static Mesh plate() {
        return Boxes.of(0, 0, 0, WIDE, THICK, TALL);
    }

    @ParameterizedTest
    @EnumSource
    void standsOnTheBedAndInItsMiddle(Orientation orientation) {
        double[] b = Placement.bounds(Placement.of(plate(), Placement.UPRIGHT, orientation, 30, 1.5, 1)
                .mesh());
        assertThat(b[2]).isCloseTo(0, within(1e-4));
        assertThat(b[0] + b[3]).isCloseTo(0, within(1e-4));
        assertThat(b[1] + b[4]).isCloseTo(0, within(1e-4));
    }

    @Test
    void liesFlatOnItsBackAndOnItsFront() {
        assertThat(height(Orientation.UP)).isCloseTo(TALL, within(1e-4));
        assertThat(height(Orientation.BACK)).isCloseTo(THICK, within(1e-4));
        assertThat(height(Orientation.DOWN)).isCloseTo(THICK, within(1e-4));
    }

    @Test
    void onItsBackTheFrontLooksUp() {
        double[] turn = Placement.of(plate(), Placement.UPRIGHT, Orientation.BACK, 0, 1, 0)
                .turn();
        // The front looks along -y; its image's z is the last row's middle number, negated.
        assertThat(-turn[7]).isCloseTo(1, within(1e-9));
    }

    @Test
    void aFaceTowardsZStandsUpWithYUp() {
        double[] turn =
                Placement.of(plate(), Placement.Y_UP, Orientation.UP, 0, 1, 0).turn();
        assertThat(turn[3 * 2 + 1]).as("y becomes z").isEqualTo(1);
        assertThat(turn[3 + 2]).as("z becomes -y").isEqualTo(-1);
    }

    @ParameterizedTest
    @EnumSource
    void theTransformTakesTheOriginalThere(Orientation orientation) {
        Mesh original = plate();
        Placement placed = Placement.of(original, Placement.UPRIGHT, orientation, 75, 2, 0);
        String[] m = placed.transform(200).split(" ");
        for (int vertex = 0; vertex < original.vertices(); vertex++) {
            for (int row = 0; row < 3; row++) {
                double image = Double.parseDouble(m[4 * row + 3]);
                for (int axis = 0; axis < 3; axis++) {
                    image += Double.parseDouble(m[4 * row + axis]) * original.xyz()[3 * vertex + axis];
                }
                double there = placed.mesh().xyz()[3 * vertex + row] + (row < 2 ? 200 : 0);
                assertThat(image).isCloseTo(there, within(1e-3));
            }
        }
    }

    @Test
    void whatIsCutOffIsMissingInHeight() {
        assertThat(Placement.of(plate(), Placement.UPRIGHT, Orientation.UP, 0, 1, 2.5)
                        .height())
                .isCloseTo(TALL - 2.5, within(1e-4));
    }

    private static double height(Orientation orientation) {
        return Placement.of(plate(), Placement.UPRIGHT, orientation, 0, 1, 0).height();
    }
}
