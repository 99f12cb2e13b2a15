package org.maskguard.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maskguard.classify.FaceModel;
import smile.classification.LogisticRegression;

class LearningTest {

    @Test
    void theSameSpecimensGiveTheSameBytes() throws IOException {
        List<Specimen> specimens = noisy(1, 200, 2);
        assertThat(bytes(Learning.learn(specimens))).isEqualTo(bytes(Learning.learn(noisy(1, 200, 2))));
        assertThat(bytes(Learning.learn(specimens))).isNotEqualTo(bytes(Learning.learn(noisy(2, 200, 2))));
    }

    @Test
    void whatCanBeSeparatedIs() {
        FaceModel model = Learning.learn(noisy(3, 200, 12));
        for (Specimen s : noisy(4, 100, 12)) {
            double p = model.probability(s.spots().getFirst().features());
            assertThat(p > 0.5).as("%s of seed 4: %f", s.id(), p).isEqualTo(s.hasFace());
        }
    }

    @Test
    void theCalibrationRisesWithTheScoreAndMeansWhatItSays() {
        FaceModel model = Learning.learn(noisy(5, 1500, 1.5));
        assertThat(model.slope()).isPositive();
        double[] expected = new double[5];
        double[] found = new double[5];
        int[] n = new int[5];
        for (Specimen s : noisy(6, 3000, 1.5)) {
            double p = model.probability(s.spots().getFirst().features());
            int bin = Math.min(4, (int) (5 * p));
            expected[bin] += p;
            found[bin] += s.hasFace() ? 1 : 0;
            n[bin]++;
        }
        for (int bin = 0; bin < 5; bin++) {
            assertThat(n[bin]).as("specimens of bin %d", bin).isGreaterThan(100);
            // Five deviations of a share of a hundred are 0.25; measured: 0.03 at most.
            assertThat(found[bin] / n[bin])
                    .as("bin %d, seeds 5 and 6", bin)
                    .isCloseTo(expected[bin] / n[bin], within(0.1));
        }
    }

    @Test
    void theScoreIsThatOfSmileOnFeaturesHeldAndStandardised() {
        List<Specimen> specimens = noisy(7, 150, 2);
        FaceModel model = Learning.learn(specimens);
        double[][] x = new double[specimens.size()][];
        int[] y = new int[specimens.size()];
        for (int i = 0; i < y.length; i++) {
            x[i] = standardised(model, specimens.get(i).spots().getFirst().features());
            y[i] = specimens.get(i).hasFace() ? 1 : 0;
        }
        // Learned again from what the model makes of the features: the same weights, so the same score.
        LogisticRegression.Binomial again =
                LogisticRegression.binomial(x, y, new LogisticRegression.Options(10, 1e-6, 500));
        double[] posterior = new double[2];
        for (int i = 0; i < y.length; i++) {
            again.predict(x[i], posterior);
            double score = model.score(specimens.get(i).spots().getFirst().features());
            assertThat(1 / (1 + Math.exp(-score)))
                    .as("specimen %d of seed 7", i)
                    .isCloseTo(posterior[1], within(1e-6));
        }
    }

    @Test
    void fitsBesideTheFaceTeachNothingAndThoseFarOffAreNoFaces() {
        double[] face = features(0, 0);
        double[] beside = features(1, 0);
        double[] far = features(2, 0);
        List<Specimen> specimens = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            specimens.add(MadeUp.specimen(
                    "mask_human",
                    "person-" + i,
                    "cut",
                    "ict",
                    List.of(MadeUp.spot(face, 3), MadeUp.spot(beside, 25), MadeUp.spot(far, 60))));
            // The calibration needs things without a face, too.
            specimens.add(MadeUp.thing("family-" + i, far));
        }
        FaceModel model = Learning.learn(specimens);
        assertThat(model.score(far)).isLessThan(0).isLessThan(model.score(face) - 1);
        assertThat(model.weights()[1]).as("what was only beside faces").isCloseTo(0, within(1e-9));
    }

    @Test
    void withoutFacesOrWithoutOtherThingsThereIsNothingToLearn() {
        List<Specimen> faces =
                noisy(8, 50, 2).stream().filter(Specimen::hasFace).toList();
        List<Specimen> things =
                noisy(8, 50, 2).stream().filter(s -> !s.hasFace()).toList();
        assertThatThrownBy(() -> Learning.learn(faces)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Learning.learn(things)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Learning.learn(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    /// Masks and things by turns, each a unit of its own, `apart` deviations apart in one feature.
    private static List<Specimen> noisy(long seed, int count, double apart) {
        Random random = new Random(seed);
        List<Specimen> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] features = random.doubles(MadeUp.FEATURES, -1, 1).toArray();
            features[5] = random.nextGaussian() + (i % 2 == 0 ? apart : 0);
            all.add(i % 2 == 0 ? MadeUp.mask("person-" + i, "cut", features) : MadeUp.thing("family-" + i, features));
        }
        return all;
    }

    private static double[] features(int at, double rest) {
        double[] features = new double[MadeUp.FEATURES];
        java.util.Arrays.fill(features, rest);
        features[at] = 1;
        return features;
    }

    private static double[] standardised(FaceModel model, double[] features) {
        double[] out = new double[features.length];
        for (int i = 0; i < out.length; i++) {
            out[i] =
                    (Math.clamp(features[i], model.low()[i], model.high()[i]) - model.mean()[i]) / model.deviation()[i];
        }
        return out;
    }

    private static byte[] bytes(FaceModel model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
