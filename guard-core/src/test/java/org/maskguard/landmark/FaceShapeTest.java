package org.maskguard.landmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maskguard.classify.Detector;
import org.maskguard.landmark.FaceShape.Region;
import org.maskguard.surface.Vec;

class FaceShapeTest {

    private static final FaceShape SHIPPED = Detector.shipped().shape();

    @Test
    void whatIsWrittenIsReadWithinTheRoundingStated() throws IOException {
        FaceShape made = made(new Random(1));
        FaceShape read = read(written(made));
        for (int i = 0; i < made.mean().length; i++) {
            assertThat(read.mean()[i]).isCloseTo(made.mean()[i], within(0.5f / 128 + 1e-4f));
        }
        for (int k = 0; k < made.modes(); k++) {
            float largest = 0;
            for (float v : made.mode(k)) {
                largest = Math.max(largest, Math.abs(v));
            }
            for (int i = 0; i < made.mean().length; i++) {
                assertThat(read.mode(k)[i]).isCloseTo(made.mode(k)[i], within(0.51f * largest / 32_000));
            }
        }
        assertThat(read.points()).isEqualTo(made.points());
        assertThat(read.triangles()).isEqualTo(made.triangles());
        assertThat(read.outline()).isEqualTo(made.outline());
        for (int p = 0; p < made.points(); p++) {
            assertThat(read.region(p)).isEqualTo(made.region(p));
        }
    }

    @Test
    void whatWasReadIsWrittenAsTheSameBytes() throws IOException {
        byte[] once = written(read(written(made(new Random(2)))));
        assertThat(written(read(once))).isEqualTo(once);
        byte[] shipped = written(SHIPPED);
        assertThat(written(read(shipped))).isEqualTo(shipped);
    }

    @Test
    void somethingElseIsNoShape() throws IOException {
        byte[] bytes = written(made(new Random(3)));
        byte[] other = bytes.clone();
        other[0]++;
        assertThatThrownBy(() -> read(other)).isInstanceOf(IOException.class).hasMessageContaining("no face shape");
        assertThatThrownBy(() -> read(Arrays.copyOf(bytes, bytes.length / 2))).isInstanceOf(EOFException.class);
    }

    @Test
    void weightsMoveEveryPointByItsModes() {
        FaceShape made = made(new Random(4));
        float[] shape = made.shape(new double[] {2, -0.5});
        for (int i = 0; i < shape.length; i++) {
            float expected = made.mean()[i] + 2 * made.mode(0)[i] - 0.5f * made.mode(1)[i];
            assertThat(shape[i]).isCloseTo(expected, within(1e-4f));
        }
        assertThat(made.shape(new double[0])).isEqualTo(made.mean()).isNotSameAs(made.mean());
    }

    @Test
    void theMeansLandmarksLieWhereAFaceHasThem() {
        Map<Landmark, Vec> at = ShapedFace.mean(SHIPPED).landmarks();
        assertThat(at.get(Landmark.PRONASALE).length()).isLessThan(0.01);
        for (String pair : new String[] {"ENDOCANTHION", "EXOCANTHION", "ALARE", "CHEILION"}) {
            Vec left = at.get(Landmark.valueOf(pair + "_LEFT"));
            Vec right = at.get(Landmark.valueOf(pair + "_RIGHT"));
            assertThat(left.x()).as(pair).isGreaterThan(10);
            // Measured: 0.1 mm at most between the two halves.
            assertThat(right.plus(left.times(-1))
                            .plus(new Vec(2 * left.x(), 0, 0))
                            .length())
                    .as(pair)
                    .isLessThan(0.5);
        }
        Landmark[] downwards = {
            Landmark.GLABELLA,
            Landmark.SELLION,
            Landmark.PRONASALE,
            Landmark.SUBNASALE,
            Landmark.LABIALE_SUPERIUS,
            Landmark.STOMION,
            Landmark.LABIALE_INFERIUS,
            Landmark.POGONION,
            Landmark.MENTON
        };
        for (int i = 1; i < downwards.length; i++) {
            assertThat(at.get(downwards[i]).y())
                    .as(downwards[i].word())
                    .isLessThan(at.get(downwards[i - 1]).y() - 5);
            assertThat(at.get(downwards[i]).x()).as(downwards[i].word()).isCloseTo(0, within(0.5));
        }
        for (Landmark landmark : Landmark.values()) {
            assertThat(at.get(landmark).z()).as(landmark.word()).isLessThanOrEqualTo(0.01);
        }
        double length = at.get(Landmark.SELLION).minus(at.get(Landmark.MENTON)).length();
        assertThat(length).isBetween(110.0, 126.0);
    }

    @Test
    void theMeansLandmarksLieOnItsSurface() {
        for (Map.Entry<Landmark, Vec> at : ShapedFace.mean(SHIPPED).landmarks().entrySet()) {
            double nearest = Double.MAX_VALUE;
            for (int p = 0; p < SHIPPED.points(); p++) {
                double dx = SHIPPED.mean()[3 * p] - at.getValue().x();
                double dy = SHIPPED.mean()[3 * p + 1] - at.getValue().y();
                double dz = SHIPPED.mean()[3 * p + 2] - at.getValue().z();
                nearest = Math.min(nearest, Math.sqrt(dx * dx + dy * dy + dz * dz));
            }
            assertThat(nearest).as(at.getKey().word()).isLessThan(6);
        }
    }

    @Test
    void theLatticeFacesTheViewerAndItsPartsHoldTheirLandmarks() {
        float[] v = SHIPPED.mean();
        int[] c = SHIPPED.triangles();
        for (int t = 0; t < c.length; t += 3) {
            double area = (v[3 * c[t + 1]] - v[3 * c[t]]) * (double) (v[3 * c[t + 2] + 1] - v[3 * c[t] + 1])
                    - (v[3 * c[t + 2]] - v[3 * c[t]]) * (double) (v[3 * c[t + 1] + 1] - v[3 * c[t] + 1]);
            assertThat(area).as("triangle %d", t / 3).isPositive();
        }
        Map<Landmark, Vec> at = ShapedFace.mean(SHIPPED).landmarks();
        assertThat(nearestRegion(at.get(Landmark.PRONASALE))).isEqualTo(Region.NOSE);
        assertThat(nearestRegion(at.get(Landmark.STOMION))).isEqualTo(Region.MOUTH);
        assertThat(nearestRegion(at.get(Landmark.POGONION))).isEqualTo(Region.CHIN);
        assertThat(nearestRegion(middle(at, Landmark.EXOCANTHION_LEFT, Landmark.ENDOCANTHION_LEFT)))
                .isEqualTo(Region.EYE_LEFT);
        assertThat(nearestRegion(middle(at, Landmark.EXOCANTHION_RIGHT, Landmark.ENDOCANTHION_RIGHT)))
                .isEqualTo(Region.EYE_RIGHT);
    }

    @Test
    void theOutlineGoesOnceRoundTheFaceCounterClockwise() {
        int[] outline = SHIPPED.outline();
        double turned = 0;
        for (int i = 0; i < outline.length; i++) {
            int p = outline[i];
            int q = outline[(i + 1) % outline.length];
            double from = Math.atan2(SHIPPED.mean()[3 * p + 1] - 8, SHIPPED.mean()[3 * p]);
            double to = Math.atan2(SHIPPED.mean()[3 * q + 1] - 8, SHIPPED.mean()[3 * q]);
            double step = Math.IEEEremainder(to - from, 2 * Math.PI);
            assertThat(step).isBetween(0.0, 0.4);
            turned += step;
            assertThat(Math.hypot(SHIPPED.mean()[3 * p], SHIPPED.mean()[3 * p + 1]))
                    .isGreaterThan(50);
        }
        assertThat(turned).isCloseTo(2 * Math.PI, within(1e-6));
    }

    @Test
    void everyModeMovesTheFaceNoticeablyButLeavesItAFace() {
        for (int k = 0; k < SHIPPED.modes(); k++) {
            float[] mode = SHIPPED.mode(k);
            double sum = 0;
            for (int i = 0; i < 3 * SHIPPED.points(); i++) {
                sum += mode[i] * mode[i];
            }
            double rms = Math.sqrt(sum / SHIPPED.points());
            // Measured: 0.19 mm (the last) to 2.4 mm (the first).
            assertThat(rms).as("mode %d", k).isBetween(0.1, 5.0);
        }
    }

    private static Vec middle(Map<Landmark, Vec> at, Landmark a, Landmark b) {
        return at.get(a).plus(at.get(b)).times(0.5);
    }

    private static Region nearestRegion(Vec at) {
        int nearest = 0;
        double least = Double.MAX_VALUE;
        for (int p = 0; p < SHIPPED.points(); p++) {
            double d = Math.hypot(SHIPPED.mean()[3 * p] - at.x(), SHIPPED.mean()[3 * p + 1] - at.y());
            if (d < least) {
                least = d;
                nearest = p;
            }
        }
        return SHIPPED.region(nearest);
    }

    private static FaceShape made(Random random) {
        int points = 20;
        int coordinates = 3 * (points + Landmark.values().length);
        float[][] modes = new float[3][];
        for (int k = 0; k < 3; k++) {
            modes[k] = random(random, coordinates, 4f / (k + 1));
        }
        byte[] region = new byte[points];
        for (int p = 0; p < points; p++) {
            region[p] = (byte) random.nextInt(Region.values().length);
        }
        return new FaceShape(
                random(random, coordinates, 200), modes, region, new int[] {0, 5, 19, 2, 3, 4}, new int[] {7, 8, 9});
    }

    private static float[] random(Random random, int length, float size) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = size * (random.nextFloat() - 0.5f);
        }
        return values;
    }

    private static byte[] written(FaceShape shape) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        shape.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static FaceShape read(byte[] bytes) throws IOException {
        return FaceShape.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }
}
