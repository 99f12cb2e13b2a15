package org.maskguard.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maskguard.io.Mesh;
import org.maskguard.landmark.FaceShape.Region;
import org.maskguard.landmark.ShapedFace;
import org.maskguard.surface.Similarity;

class FaceFeaturesTest {

    private static final Detector DETECTOR = Detector.shipped();
    private static final ShapedFace MEAN = ShapedFace.mean(DETECTOR.shape());
    private static final double[] OF_MEAN = features(MEAN.shell(2));

    @Test
    void everyFeatureHasANameOfItsOwnAndIsANumber() {
        assertThat(FaceFeatures.NAMES).doesNotHaveDuplicates().hasSameSizeAs(OF_MEAN);
        for (int f = 0; f < OF_MEAN.length; f++) {
            assertThat(OF_MEAN[f]).as(FaceFeatures.NAMES[f]).isFinite();
        }
    }

    @Test
    void featuresDoNotAskHowTheFileIsTurnedNorHowLargeTheFaceIs() {
        Random random = new Random(1);
        for (int i = 0; i < 4; i++) {
            Similarity place = Similarity.turned(random).times(0.85 + 0.1 * i);
            double[] turned = features(place.apply(MEAN.shell(2)));
            for (int f = 0; f < turned.length; f++) {
                // Measured: at most 0.15 (mm, of `residual-p90`) and 0.06 of all others.
                assertThat(turned[f])
                        .as("%s, turn %d of seed 1", FaceFeatures.NAMES[f], i)
                        .isCloseTo(OF_MEAN[f], within(0.3));
            }
        }
    }

    @Test
    void ofTheMeanFaceAllIsThereAndAllAgrees() {
        for (String name : List.of("coverage", "coverage-nose", "coverage-eyes", "coverage-mouth")) {
            assertThat(value(OF_MEAN, name)).as(name).isGreaterThan(0.97);
        }
        for (String name : List.of("relief-nose", "relief-eyes", "relief-mouth", "curvature")) {
            assertThat(value(OF_MEAN, name)).as(name).isGreaterThan(0.9);
        }
        for (String name : List.of("amplitude-nose", "amplitude-eyes", "amplitude-mouth")) {
            assertThat(value(OF_MEAN, name)).as(name).isCloseTo(1, within(0.1));
        }
        for (String name : List.of("residual", "residual-nose", "residual-eyes", "residual-mouth")) {
            assertThat(value(OF_MEAN, name)).as(name).isLessThan(0.5);
        }
        assertThat(value(OF_MEAN, "oddness")).isLessThan(0.2);
    }

    @Test
    void theMoreTheReliefIsWornOffTheSmallerItsAmplitude() {
        double[] before = OF_MEAN;
        for (int times : new int[] {2, 4, 8}) {
            double[] worn = features(MEAN.smoothed(times).shell(2));
            for (String name : List.of("mean-amplitude-eyes", "mean-amplitude-mouth")) {
                assertThat(value(worn, name))
                        .as("%s after %d rounds", name, times)
                        .isLessThan(value(before, name) - 0.05);
            }
            before = worn;
        }
    }

    @Test
    void wherePartsAreCutOutTheirCoverageFallsAndThatOfOthersDoesNot() {
        double[] blind =
                features(MEAN.without(Region.EYE_LEFT, Region.EYE_RIGHT).shell(2));
        // Measured: 0.003 of the eyes, 0.90 of all.
        assertThat(value(blind, "coverage-eyes")).isLessThan(0.3);
        assertThat(value(blind, "coverage-mouth")).isGreaterThan(0.9);
        assertThat(value(blind, "coverage")).isBetween(0.7, 0.97);
        double[] mute = features(MEAN.without(Region.MOUTH).shell(2));
        assertThat(value(mute, "coverage-mouth")).isLessThan(0.3);
        assertThat(value(mute, "coverage-eyes")).isGreaterThan(0.9);
    }

    @Test
    void aCrookedFaceIsMoreAsymmetricThanAStraightOne() {
        float[] dented = MEAN.xyz().clone();
        for (int i = 0; i < dented.length; i += 3) {
            double x = dented[i] - 25;
            double y = dented[i + 1] + 5;
            dented[i + 2] -= (float) (5 * Math.exp(-(x * x + y * y) / 800));
        }
        ShapedFace crooked = new ShapedFace(MEAN.shape(), dented, MEAN.triangles());
        // Measured: 1.1 mm to 0.1 mm.
        assertThat(value(features(crooked.shell(2)), "asymmetry")).isGreaterThan(value(OF_MEAN, "asymmetry") + 0.4);
    }

    private static double value(double[] features, String name) {
        int at = Arrays.asList(FaceFeatures.NAMES).indexOf(name);
        assertThat(at).as(name).isNotNegative();
        return features[at];
    }

    private static double[] features(Mesh mesh) {
        return DETECTOR.faces(mesh, false).getFirst().features();
    }
}
