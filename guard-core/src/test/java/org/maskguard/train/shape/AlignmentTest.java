package org.maskguard.train.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maskguard.surface.Similarity;
import org.maskguard.surface.Vec;

class AlignmentTest {

    @Test
    void aTurnedScaledAndMovedShapeGoesBackOntoItself() {
        for (int seed = 0; seed < 10; seed++) {
            Random random = new Random(seed);
            float[] shape = points(random, 40);
            float[] placed = placed(
                    shape,
                    Similarity.turned(random).times(0.5 + random.nextDouble()).movedTo(new Vec(300, -40, 9)));
            float[] aligned = Alignment.onto(shape, placed, 40);
            for (int i = 0; i < shape.length; i++) {
                assertThat(aligned[i]).as("coordinate %d of seed %d", i, seed).isCloseTo(shape[i], within(0.002f));
            }
        }
    }

    @Test
    void pointsBeyondTheCountAreTakenAlongButDoNotPull() {
        Random random = new Random(11);
        float[] shape = points(random, 30);
        float[] other = placed(shape, Similarity.turned(random));
        other[3 * 25] += 500;
        float[] aligned = Alignment.onto(shape, other, 20);
        for (int i = 0; i < 3 * 25; i++) {
            assertThat(aligned[i]).as("coordinate %d of seed 11", i).isCloseTo(shape[i], within(0.002f));
        }
        double dx = aligned[75] - shape[75];
        double dy = aligned[76] - shape[76];
        double dz = aligned[77] - shape[77];
        assertThat(Math.sqrt(dx * dx + dy * dy + dz * dz)).isCloseTo(500, within(0.01));
    }

    @Test
    void aMirroredShapeIsNotMirroredBack() {
        Random random = new Random(12);
        float[] shape = points(random, 40);
        float[] aligned = Alignment.onto(shape, placed(shape, Similarity.NONE.mirrored(true)), 40);
        assertThat(Math.signum(volume(aligned))).isEqualTo(-Math.signum(volume(shape)));
    }

    private static float[] points(Random random, int count) {
        float[] xyz = new float[3 * count];
        for (int i = 0; i < xyz.length; i++) {
            // A different spread on each axis, as faces have.
            xyz[i] = (float) (random.nextGaussian() * (20 + 15 * (i % 3)));
        }
        return xyz;
    }

    private static float[] placed(float[] shape, Similarity place) {
        float[] out = new float[shape.length];
        for (int i = 0; i < shape.length; i += 3) {
            Vec p = place.apply(new Vec(shape[i], shape[i + 1], shape[i + 2]));
            out[i] = (float) p.x();
            out[i + 1] = (float) p.y();
            out[i + 2] = (float) p.z();
        }
        return out;
    }

    /// Six times the volume of the first four points.
    private static double volume(float[] v) {
        Vec[] edge = new Vec[3];
        for (int k = 0; k < 3; k++) {
            edge[k] = new Vec(v[3 * k + 3] - v[0], v[3 * k + 4] - v[1], v[3 * k + 5] - v[2]);
        }
        return edge[0].cross(edge[1]).dot(edge[2]);
    }
}
