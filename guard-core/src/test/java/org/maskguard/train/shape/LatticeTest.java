package org.maskguard.train.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LatticeTest {

    /// Two squares one behind the other; the one in front is tilted.
    private static final float[] XYZ = {
        -10, -10, 0, 10, -10, 0, 10, 10, 0, -10, 10, 0, -5, -5, 20, 5, -5, 20, 5, 5, 30, -5, 5, 30
    };

    private static final int[] TRIANGLES = {0, 1, 2, 0, 2, 3, 4, 5, 6, 4, 6, 7};

    @Test
    void raysMeetTheForemostSurface() {
        Lattice lattice = Lattice.frontal(XYZ, TRIANGLES, new double[] {1, 8, 30}, new double[] {2, -7, 0});
        assertThat(lattice.size()).isEqualTo(3);
        float[] at = new Lattice(
                        java.util.Arrays.copyOf(lattice.corners(), 6), java.util.Arrays.copyOf(lattice.weights(), 6))
                .on(XYZ);
        assertThat(at).containsExactly(new float[] {1, 2, 27, 8, -7, 0}, within(1e-4f));
        assertThat(lattice.corners()[6]).as("a ray that meets nothing").isEqualTo(-1);
    }

    @Test
    void pointsMoveWithTheShapeTheyAreFixedTo() {
        Lattice lattice = Lattice.frontal(XYZ, TRIANGLES, new double[] {1}, new double[] {2});
        float[] moved = XYZ.clone();
        for (int i = 0; i < moved.length; i += 3) {
            moved[i] = 2 * XYZ[i] + 100;
            moved[i + 2] = XYZ[i + 2] - 7;
        }
        assertThat(lattice.on(moved)).containsExactly(new float[] {102, 2, 20}, within(1e-4f));
    }
}
