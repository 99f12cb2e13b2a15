package org.maskguard.landmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maskguard.classify.Detector;
import org.maskguard.surface.HeightMap;

class NoseSearchTest {

    private static final FaceShape SHAPE = Detector.shipped().shape();
    private static final double CELL = 3;

    /// How the mean face is turned in the picture, leant forward and aside (degrees), how large it is, where its
    /// nose
    /// lies.
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 1, 0, 0",
        "0, 0, 0, 1, 37, -21",
        "90, 0, 0, 1, 5, 5",
        "200, 0, 0, 1, -30, 10",
        "15, 15, 0, 1, 0, 0",
        "15, -15, 0, 1, 0, 0",
        "-70, 5, 15, 1, 12, 0",
        "130, 8, -15, 1, 0, 12",
        "0, 0, 0, 0.8, 0, 0",
        "45, 10, 10, 1.3, 20, 0"
    })
    void theNoseOfTheMeanFaceIsFound(double turn, double nod, double aside, double scale, double x, double y) {
        double[] r = Pose.product(
                Pose.about(1, 0, 0, Math.toRadians(nod)),
                Pose.product(Pose.about(0, 1, 0, Math.toRadians(aside)), Pose.about(0, 0, 1, Math.toRadians(turn))));
        List<Start> starts = search(heights(r, scale, x, y), 4);
        assertThat(starts).isNotEmpty();
        Start best = starts.stream()
                .max(java.util.Comparator.comparingDouble(Start::score))
                .orElseThrow();
        // Measured: 0.94 to 0.99; within 6.4 mm (a cell is 6), within a step of size, turned by at most 9.5°.
        assertThat(best.map()).isEqualTo(7);
        assertThat(best.score()).isGreaterThan(0.9);
        assertThat(Math.hypot(best.pose().x() - x, best.pose().y() - y)).isLessThan(8);
        assertThat(Math.abs(Math.log(best.pose().s() / scale))).isLessThan(0.2);
        assertThat(angle(best.pose().r(), r)).isLessThan(15);
    }

    @Test
    void noMoreStartsAreGivenForANoseThanAskedFor() {
        HeightMap face = heights(Pose.about(0, 0, 1, 0), 1, 0, 0);
        List<Start> one = search(face, 1);
        List<Start> four = search(face, 4);
        assertThat(one.size()).isLessThan(four.size());
        assertThat(four.size()).isLessThanOrEqualTo(4 * one.size() + 4);
    }

    @Test
    void aPlaneHasNoNose() {
        float[] flat = new float[90 * 90];
        for (int c = 0; c < flat.length; c++) {
            flat[c] = 0.5f * (c % 90) - 0.2f * (c / 90);
        }
        assertThat(search(new HeightMap(-135, -135, CELL, 90, 90, flat), 4)).isEmpty();
    }

    @Test
    void aHollowFaceHasNoNose() {
        HeightMap face = heights(Pose.about(0, 0, 1, 0), 1, 0, 0);
        float[] hollow = face.z().clone();
        for (int c = 0; c < hollow.length; c++) {
            hollow[c] = -hollow[c];
        }
        List<Start> starts =
                search(new HeightMap(face.x0(), face.y0(), face.cell(), face.width(), face.height(), hollow), 4);
        assertThat(starts).noneMatch(s -> s.score() > 0.8);
    }

    private static List<Start> search(HeightMap map, int perNose) {
        return new NoseSearch(new PolarTemplate(SHAPE), perNose)
                .search(map.halved(false).filled(12), 7);
    }

    private static HeightMap heights(double[] r, double scale, double x, double y) {
        float[] mean = SHAPE.mean();
        float[] placed = mean.clone();
        for (int i = 0; i < placed.length; i += 3) {
            for (int axis = 0; axis < 3; axis++) {
                placed[i + axis] = (float) (scale
                        * (r[3 * axis] * mean[i] + r[3 * axis + 1] * mean[i + 1] + r[3 * axis + 2] * mean[i + 2]));
            }
            placed[i] += (float) x;
            placed[i + 1] += (float) y;
        }
        return LatticeRaster.heights(placed, SHAPE.triangles(), 150, CELL);
    }

    private static double angle(double[] a, double[] b) {
        double trace = 0;
        for (int i = 0; i < 9; i++) {
            trace += a[i] * b[i];
        }
        return Math.toDegrees(Math.acos(Math.clamp((trace - 1) / 2, -1, 1)));
    }
}
