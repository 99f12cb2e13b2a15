package org.maskguard.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maskguard.classify.Category;
import org.maskguard.classify.FaceJudge;
import org.maskguard.classify.FaceModel;
import org.maskguard.classify.Policy;
import org.maskguard.classify.Ruling;

/// Judges every specimen by a model that has seen neither its person or family nor, of masks, its way of making.
///
/// Weights, quantiles and calibration all come from the training part. The face shape is not part of it: it is learned
/// from the parametric faces alone, so of masks of those it has seen the population, never the person.
final class CrossValidation {

    static final int FOLDS = 5;

    private static final List<String> WAYS = List.of("cut", "distance", "depth");

    private final List<Specimen> specimens;
    private final Policy policy;

    CrossValidation(List<Specimen> specimens, Policy policy) {
        this.specimens = specimens;
        this.policy = policy;
    }

    /// What is said of each specimen, in their order.
    List<Judgements.Judgement> judge() {
        Judgements.Judgement[] out = new Judgements.Judgement[specimens.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            for (String way : WAYS) {
                List<Integer> own = new ArrayList<>();
                List<Specimen> others = new ArrayList<>();
                for (int i = 0; i < specimens.size(); i++) {
                    Specimen s = specimens.get(i);
                    boolean mine = Folds.of(s.unit(), FOLDS, "cross-validation") == fold;
                    if (mine && wayHeldOut(s).equals(way)) {
                        own.add(i);
                    } else if (!mine && !s.way().equals(way)) {
                        others.add(s);
                    }
                }
                FaceModel model = Learning.learn(others);
                for (int i : own) {
                    out[i] = judge(specimens.get(i), model, policy);
                }
            }
        }
        return List.of(out);
    }

    /// The way that is left out for a specimen: its own, or where it was not made in one of the three, one by its
    /// unit.
    private static String wayHeldOut(Specimen s) {
        return WAYS.contains(s.way()) ? s.way() : WAYS.get(Folds.of(s.unit(), WAYS.size(), "way"));
    }

    /// What a model says of a specimen: what [FaceJudge] would.
    static Judgements.Judgement judge(Specimen s, FaceModel model, Policy policy) {
        Ruling ruling = Ruling.PASS;
        double score = 0;
        Category category = Category.NONE;
        boolean raised = false;
        for (boolean concave : new boolean[] {false, true}) {
            if (concave && raised) {
                break;
            }
            for (Specimen.Spot spot : s.spots()) {
                if (spot.concave() != concave || spot.category() == Category.NONE) {
                    continue;
                }
                double p = model.probability(spot.features());
                Ruling here = FaceJudge.ruling(policy, model.refuseFrom(), spot.category(), p, spot.length());
                raised |= p >= policy.warnScore();
                boolean wearable = policy.ruling(spot.category()) == Ruling.REFUSE;
                if (here.ordinal() > ruling.ordinal()) {
                    ruling = here;
                    category = spot.category();
                }
                if (wearable) {
                    score = Math.max(score, p);
                }
            }
        }
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("source", s.source());
        columns.put("way", s.way());
        columns.put("disturbance", s.disturbance());
        columns.put("category", category.word());
        columns.put(
                "face-score",
                Double.toString(s.spots().stream()
                        .mapToDouble(spot -> model.probability(spot.features()))
                        .max()
                        .orElse(0)));
        return new Judgements.Judgement(s.id(), s.label(), s.unit(), ruling, score, columns);
    }
}
