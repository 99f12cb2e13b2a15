package org.maskguard.classify;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/// A logistic regression on [FaceFeatures], and its calibration: from measurements to a probability.
///
/// It was fitted by Smile; a test proves that the score here equals Smile's. Immutable, safe to share.
///
/// @param low features are held above this, one number a feature
/// @param high features are held below this
/// @param mean subtracted from each feature
/// @param deviation divides what is left
/// @param weights of the features after that, and the intercept as the last
/// @param slope of the calibration: probability = 1 / (1 + exp(−(slope·score + offset)))
/// @param offset of the calibration
/// @param refuseFrom probability from which on a policy that names none refuses, chosen with the weights
public record FaceModel(
        double[] low,
        double[] high,
        double[] mean,
        double[] deviation,
        double[] weights,
        double slope,
        double offset,
        double refuseFrom) {

    /// The linear score: log odds as they were fitted, without calibration.
    public double score(double[] features) {
        double sum = weights[weights.length - 1];
        for (int i = 0; i < features.length; i++) {
            sum += weights[i] * standard(features, i);
        }
        return sum;
    }

    /// Probability that this is a human face, 0 to 1.
    public double probability(double[] features) {
        return 1 / (1 + Math.exp(-(slope * score(features) + offset)));
    }

    private double standard(double[] features, int i) {
        double v = Double.isNaN(features[i]) ? mean[i] : Math.clamp(features[i], low[i], high[i]);
        return (v - mean[i]) / deviation[i];
    }

    public void write(DataOutputStream out) throws IOException {
        out.writeInt(mean.length);
        for (int i = 0; i < mean.length; i++) {
            out.writeDouble(low[i]);
            out.writeDouble(high[i]);
            out.writeDouble(mean[i]);
            out.writeDouble(deviation[i]);
            out.writeDouble(weights[i]);
        }
        out.writeDouble(weights[mean.length]);
        out.writeDouble(slope);
        out.writeDouble(offset);
        out.writeDouble(refuseFrom);
    }

    /// Reads what [#write] wrote.
    ///
    /// @throws IOException where it is for other features than this version's
    public static FaceModel read(DataInputStream in) throws IOException {
        int n = in.readInt();
        if (n != FaceFeatures.NAMES.length) {
            throw new IOException("the model is for " + n + " features, not " + FaceFeatures.NAMES.length);
        }
        double[] low = new double[n];
        double[] high = new double[n];
        double[] mean = new double[n];
        double[] deviation = new double[n];
        double[] weights = new double[n + 1];
        for (int i = 0; i < n; i++) {
            low[i] = in.readDouble();
            high[i] = in.readDouble();
            mean[i] = in.readDouble();
            deviation[i] = in.readDouble();
            weights[i] = in.readDouble();
        }
        weights[n] = in.readDouble();
        return new FaceModel(low, high, mean, deviation, weights, in.readDouble(), in.readDouble(), in.readDouble());
    }
}
