package org.maskguard.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.maskguard.classify.FaceFeatures;
import org.maskguard.classify.FaceModel;
import smile.classification.LogisticRegression;
import smile.classification.PlattScaling;

/// Learns a [FaceModel] from specimens: a logistic regression by Smile, and its calibration.
///
/// Positive are the fits that lie on the true face; negative all fits on things that have none, and the fits on
/// faces that lie far from it. The calibration comes from scores that were given by models which had not seen the unit.
public final class Learning {

    /// Strength of the penalty on squared weights; between 1 and 100 the cross-validated results are nearly the
    /// same.
    private static final double LAMBDA = 10;

    private static final int FOLDS = 4;

    private static final int SPOTS = 8;

    /// Features are held within these quantiles of what was learned from, so that no odd one decides alone.
    private static final double TAIL = 0.002;

    /// A fit on a face counts as wrong from this distance of its nose on, mm; what lies between teaches nothing.
    private static final double WRONG_NOSE = 30;

    private Learning() {}

    /// Learns from all features.
    ///
    /// @throws IllegalArgumentException where there are no positive or no negative fits, or the two cannot be told
    /// apart
    public static FaceModel learn(Collection<Specimen> specimens) {
        FaceModel plain = uncalibrated(specimens, name -> true);
        List<Double> scores = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        List<Double> worn = new ArrayList<>();
        List<Double> masks = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Specimen> others = new ArrayList<>();
            List<Specimen> own = new ArrayList<>();
            for (Specimen s : specimens) {
                (Folds.of(s.unit(), FOLDS, "calibration") == fold ? own : others).add(s);
            }
            FaceModel model = uncalibrated(others, name -> true);
            for (Specimen s : own) {
                addBest(model, s, scores, labels);
                Threshold.addBest(model, s, worn, masks);
            }
        }
        PlattScaling platt = PlattScaling.fit(
                scores.stream().mapToDouble(Double::doubleValue).toArray(),
                labels.stream().mapToInt(Integer::intValue).toArray());
        double offset = logit(platt.scale(0));
        double slope = logit(platt.scale(1)) - offset;
        if (!(slope > 0)) {
            throw new IllegalArgumentException("the scores do not tell faces from other things");
        }
        return new FaceModel(
                plain.low(),
                plain.high(),
                plain.mean(),
                plain.deviation(),
                plain.weights(),
                slope,
                offset,
                Threshold.between(worn, masks, slope, offset));
    }

    private static double logit(double p) {
        return Math.log(p / (1 - p));
    }

    /// The best score of a thing without a face, or that of the fit on the face.
    private static void addBest(FaceModel model, Specimen s, List<Double> scores, List<Integer> labels) {
        double best = Double.NEGATIVE_INFINITY;
        for (Specimen.Spot spot : s.spots()) {
            if (!s.hasFace() || spot.isTheFace()) {
                best = Math.max(best, model.score(spot.features()));
            }
        }
        if (best > Double.NEGATIVE_INFINITY) {
            scores.add(best);
            labels.add(s.hasFace() ? 1 : 0);
        }
    }

    /// Weights alone, from some features only; the others get no weight.
    ///
    /// @param used which, by name
    static FaceModel uncalibrated(Collection<Specimen> specimens, Predicate<String> used) {
        List<double[]> rows = new ArrayList<>();
        List<Integer> classes = new ArrayList<>();
        for (Specimen s : specimens) {
            for (Specimen.Spot spot : best(s.spots())) {
                if (s.hasFace() && spot.isTheFace()) {
                    rows.add(spot.features());
                    classes.add(1);
                } else if (!s.hasFace() || spot.noseError() > WRONG_NOSE) {
                    rows.add(spot.features());
                    classes.add(0);
                }
            }
        }
        Set<Integer> kinds = new LinkedHashSet<>(classes);
        if (kinds.size() < 2) {
            throw new IllegalArgumentException("there must be fits on faces and fits on other things");
        }
        return regression(
                rows.toArray(double[][]::new),
                classes.stream().mapToInt(Integer::intValue).toArray(),
                used);
    }

    /// The spots that agree best: a plate of many bodies has dozens, and the rest say nothing new.
    private static List<Specimen.Spot> best(List<Specimen.Spot> spots) {
        return spots.stream()
                .sorted(Comparator.comparingDouble(Specimen.Spot::agreement).reversed())
                .limit(SPOTS)
                .toList();
    }

    private static FaceModel regression(double[][] rows, int[] classes, Predicate<String> used) {
        int n = FaceFeatures.NAMES.length;
        double[] low = new double[n];
        double[] high = new double[n];
        double[] mean = new double[n];
        double[] deviation = new double[n];
        for (int f = 0; f < n; f++) {
            double[] column = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                column[i] = rows[i][f];
            }
            Arrays.sort(column);
            low[f] = column[(int) (TAIL * (column.length - 1))];
            high[f] = column[(int) ((1 - TAIL) * (column.length - 1))];
            double sum = 0;
            double squares = 0;
            for (double v : column) {
                double held = Math.clamp(v, low[f], high[f]);
                sum += held;
                squares += held * held;
            }
            mean[f] = sum / column.length;
            deviation[f] = Math.max(1e-6, Math.sqrt(squares / column.length - mean[f] * mean[f]));
        }
        double[][] x = new double[rows.length][n];
        for (int i = 0; i < rows.length; i++) {
            for (int f = 0; f < n; f++) {
                x[i][f] = used.test(FaceFeatures.NAMES[f])
                        ? (Math.clamp(rows[i][f], low[f], high[f]) - mean[f]) / deviation[f]
                        : 0;
            }
        }
        LogisticRegression.Binomial fitted =
                LogisticRegression.binomial(x, classes, new LogisticRegression.Options(LAMBDA, 1e-6, 500));
        return new FaceModel(low, high, mean, deviation, fitted.coefficients().clone(), 1, 0, 0.5);
    }
}
