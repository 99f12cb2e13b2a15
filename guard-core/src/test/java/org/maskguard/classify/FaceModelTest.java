package org.maskguard.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smile.classification.LogisticRegression;

class FaceModelTest {

    private static final int N = FaceFeatures.NAMES.length;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theScoreIsSmiles(long seed) {
        Random random = new Random(seed);
        double[][] x = new double[300][];
        int[] y = new int[300];
        for (int i = 0; i < x.length; i++) {
            x[i] = features(random);
            y[i] = x[i][0] - x[i][1] + random.nextGaussian() > 0 ? 1 : 0;
        }
        LogisticRegression.Binomial smiles =
                LogisticRegression.binomial(x, y, new LogisticRegression.Options(0.5, 1e-6, 500));
        FaceModel model = model(-99, 99, 0, 1, smiles.coefficients());
        double[] posterior = new double[2];
        for (int i = 0; i < 100; i++) {
            double[] features = features(random);
            smiles.predict(features, posterior);
            String what = "features " + i + " of seed " + seed;
            assertThat(model.probability(features)).as(what).isCloseTo(posterior[1], within(1e-12));
            assertThat(model.score(features))
                    .as(what)
                    .isCloseTo(Math.log(posterior[1] / posterior[0]), within(1e-6 + 1e-9 / posterior[0]));
        }
    }

    @Test
    void featuresAreHeldWithinWhatWasLearnedFromThenStandardised() {
        double[] weights = new double[N + 1];
        weights[0] = 2;
        weights[N] = 0.5;
        FaceModel model = model(-3, 5, 1, 4, weights);
        double[] features = new double[N];
        features[0] = 3;
        assertThat(model.score(features)).isCloseTo(0.5 + 2 * (3 - 1) / 4.0, within(1e-12));
        features[0] = 1e9;
        assertThat(model.score(features)).isCloseTo(0.5 + 2 * (5 - 1) / 4.0, within(1e-12));
        features[0] = -1e9;
        assertThat(model.score(features)).isCloseTo(0.5 + 2 * (-3 - 1) / 4.0, within(1e-12));
    }

    @Test
    void aFeatureThatCouldNotBeMeasuredSaysNothing() {
        double[] weights = new double[N + 1];
        weights[3] = 7;
        weights[N] = -1;
        double[] features = new double[N];
        Arrays.fill(features, Double.NaN);
        assertThat(model(-3, 5, 1, 4, weights).score(features)).isEqualTo(-1);
    }

    @Test
    void theCalibrationStretchesAndMovesTheScore() {
        double[] weights = new double[N + 1];
        weights[N] = 2;
        FaceModel plain = model(-1, 1, 0, 1, weights);
        FaceModel calibrated =
                new FaceModel(plain.low(), plain.high(), plain.mean(), plain.deviation(), weights, 0.5, -3, 0.7);
        assertThat(calibrated.probability(new double[N])).isCloseTo(1 / (1 + Math.exp(2)), within(1e-12));
        assertThat(calibrated.score(new double[N])).isEqualTo(2);
    }

    @Test
    void whatIsWrittenIsReadToTheBit() throws IOException {
        Random random = new Random(4);
        FaceModel model = new FaceModel(
                features(random),
                features(random),
                features(random),
                features(random),
                random.doubles(N + 1).toArray(),
                1.25,
                -0.5,
                0.75);
        FaceModel read = FaceModel.read(new DataInputStream(new ByteArrayInputStream(written(model))));
        assertThat(read).usingRecursiveComparison().isEqualTo(model);
        assertThat(written(read)).isEqualTo(written(model));
    }

    @Test
    void aModelForOtherFeaturesIsNotRead() {
        byte[] other = {0, 0, 0, 3, 0, 0, 0, 0};
        assertThatThrownBy(() -> FaceModel.read(new DataInputStream(new ByteArrayInputStream(other))))
                .isInstanceOf(IOException.class)
                .hasMessage("the model is for 3 features, not " + N);
    }

    private static double[] features(Random random) {
        return random.doubles(N, -2, 2).toArray();
    }

    private static FaceModel model(double low, double high, double mean, double deviation, double[] weights) {
        return new FaceModel(all(low), all(high), all(mean), all(deviation), weights, 1, 0, 0.5);
    }

    private static double[] all(double value) {
        double[] values = new double[N];
        Arrays.fill(values, value);
        return values;
    }

    private static byte[] written(FaceModel model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
