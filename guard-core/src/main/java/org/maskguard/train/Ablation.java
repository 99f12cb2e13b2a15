package org.maskguard.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.maskguard.classify.FaceModel;
import org.maskguard.classify.Labels;
import org.maskguard.classify.Ruling;
import smile.classification.RandomForest;
import smile.data.DataFrame;
import smile.data.Tuple;
import smile.data.formula.Formula;
import smile.data.vector.IntVector;
import smile.model.cart.SplitRule;

/// How well masks are told from face-sized other things by less than everything: by size, by D2, by all that can be
/// said without landmarks, without curvature, without the regions that the landmarks give. Cross-validated by person
/// and family.
final class Ablation {

    /// What needs no region: the fit as a whole.
    private static final Set<String> WHOLE = Set.of(
            "coverage",
            "residual",
            "residual-p90",
            "relief",
            "curvature",
            "curvature-amplitude",
            "shape-index",
            "asymmetry",
            "oddness",
            "agreement");

    private static final int TREES = 200;

    /// One line of the table.
    ///
    /// @param auc area under the curve over files
    /// @param lostOne of the others, how many score above the mask that 1 % of the masks lie below
    /// @param others how many there are
    record Line(String name, double auc, int lostOne, int others) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "| %s | %.4f | %d of %d |", name, auc, lostOne, others);
        }
    }

    private final List<Specimen> specimens;

    Ablation(List<Specimen> all) {
        specimens = all.stream().filter(s -> mask(s) || other(s)).toList();
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        lines.add(line("size only: the three extents, forest", forests(0, GlobalShape.EXTENTS)));
        lines.add(line("D2 shape distribution, forest", forests(GlobalShape.EXTENTS, GlobalShape.DISTANCES)));
        lines.add(line(
                "without landmarks: size, D2 and the distribution of curvature, forest",
                forests(0, Integer.MAX_VALUE)));
        lines.add(line(
                "without curvature", models(name -> !name.startsWith("curvature") && !name.startsWith("shape-index"))));
        lines.add(line("without regions: the fit as a whole", models(WHOLE::contains)));
        lines.add(line("everything", models(name -> true)));
        return lines;
    }

    private static boolean mask(Specimen s) {
        return Labels.mustRefuse(s.label()) && !s.label().equals("mould") && s.hasFace();
    }

    /// Things of a face's size.
    private static boolean other(Specimen s) {
        return !s.hasFace()
                && !s.disturbance().equals("found")
                && s.accepts().contains(Ruling.PASS)
                && s.global().length > 0;
    }

    private Line line(String name, double[] scores) {
        List<Judgements.Judgement> judged = new ArrayList<>();
        List<Double> masks = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            Specimen s = specimens.get(i);
            judged.add(new Judgements.Judgement(s.id(), s.label(), s.unit(), Ruling.PASS, scores[i], Map.of()));
            if (mask(s)) {
                masks.add(scores[i]);
            }
        }
        masks.sort(null);
        double threshold = masks.get(masks.size() / 100);
        int above = 0;
        int others = 0;
        for (int i = 0; i < scores.length; i++) {
            if (!mask(specimens.get(i))) {
                others++;
                above += scores[i] >= threshold ? 1 : 0;
            }
        }
        return new Line(name, new Judgements(judged).areaUnderCurve(), above, others);
    }

    private double[] models(Predicate<String> used) {
        return crossValidated(training -> {
            FaceModel model = Learning.uncalibrated(training, used);
            return s -> s.spots().stream()
                    .mapToDouble(spot -> model.score(spot.features()))
                    .max()
                    .orElse(-100);
        });
    }

    private double[] forests(int from, int to) {
        return crossValidated(training -> {
            List<double[]> rows = new ArrayList<>();
            List<Integer> classes = new ArrayList<>();
            for (Specimen s : training) {
                if (s.global().length > 0) {
                    rows.add(part(s, from, to));
                    classes.add(mask(s) ? 1 : 0);
                }
            }
            DataFrame frame = DataFrame.of(rows.toArray(double[][]::new))
                    .add(new IntVector(
                            "mask", classes.stream().mapToInt(Integer::intValue).toArray()));
            long[] seeds = LongStream.rangeClosed(1, TREES).toArray();
            RandomForest.Options options =
                    new RandomForest.Options(TREES, 0, SplitRule.GINI, 20, 500, 5, 1.0, null, seeds, null);
            RandomForest forest = RandomForest.fit(Formula.lhs("mask"), frame, options);
            return s -> {
                double[] posterior = new double[2];
                forest.predict(Tuple.of(frame.schema(), withClass(part(s, from, to))), posterior);
                return posterior[1];
            };
        });
    }

    private static Object[] withClass(double[] row) {
        Object[] all = new Object[row.length + 1];
        for (int i = 0; i < row.length; i++) {
            all[i] = row[i];
        }
        all[row.length] = 0;
        return all;
    }

    private static double[] part(Specimen s, int from, int to) {
        return Arrays.copyOfRange(s.global(), from, Math.min(to, s.global().length));
    }

    private interface Learner {
        ToDoubleFunction<Specimen> learn(List<Specimen> training);
    }

    private double[] crossValidated(Learner learner) {
        double[] scores = new double[specimens.size()];
        for (int fold = 0; fold < CrossValidation.FOLDS; fold++) {
            int k = fold;
            Predicate<Specimen> own = s -> Folds.of(s.unit(), CrossValidation.FOLDS, "cross-validation") == k;
            ToDoubleFunction<Specimen> score =
                    learner.learn(specimens.stream().filter(own.negate()).toList());
            for (int i = 0; i < scores.length; i++) {
                if (own.test(specimens.get(i))) {
                    scores[i] = score.applyAsDouble(specimens.get(i));
                }
            }
        }
        return scores;
    }
}
