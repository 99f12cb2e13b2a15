package org.maskguard.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.maskguard.classify.Category;
import org.maskguard.classify.FaceModel;
import org.maskguard.classify.Policy;
import org.maskguard.classify.Ruling;

class CrossValidationTest {

    private static final List<String> WAYS = List.of("cut", "distance", "depth");

    /// Most units follow a rule; six go against it, and each of them carries a mark of its own. Who has seen one of
    /// them
    /// knows it by its mark, who has not goes by the rule and is wrong.
    @Test
    void noUnitIsJudgedByAModelThatHasSeenIt() {
        Random random = new Random(1);
        List<Specimen> specimens = new ArrayList<>();
        List<Specimen> contrary = new ArrayList<>();
        for (int unit = 0; unit < 80; unit++) {
            boolean face = unit % 2 == 0;
            boolean against = unit < 6;
            for (int i = 0; i < 6; i++) {
                double[] features = new double[MadeUp.FEATURES];
                features[0] = (face == against ? -1 : 1) + 0.2 * random.nextGaussian();
                features[1 + unit % (MadeUp.FEATURES - 1)] = against ? 1 : 0;
                String name = "unit-" + unit;
                Specimen s = face ? MadeUp.mask(name, WAYS.get(i % 3), features) : MadeUp.thing(name, features);
                specimens.add(s);
                if (against) {
                    contrary.add(s);
                }
            }
        }
        FaceModel all = Learning.learn(specimens);
        assertThat(judged(contrary, all)).as("by a model that has seen all").isGreaterThan(0.99);
        Judgements honest = crossValidated(specimens)
                .where(j -> contrary.stream().anyMatch(s -> s.unit().equals(j.unit())));
        assertThat(honest.areaUnderCurve()).as("by models that have not").isLessThan(0.1);
    }

    /// Every way of making leaves a mark: who has seen the way knows it.
    @Test
    void noMaskIsJudgedByAModelThatHasSeenItsWayOfMaking() {
        List<Specimen> specimens = new ArrayList<>();
        for (int unit = 0; unit < 60; unit++) {
            double[] mark = new double[MadeUp.FEATURES];
            mark[unit % 3] = 1;
            specimens.add(MadeUp.mask("person-" + unit, WAYS.get(unit % 3), mark));
            specimens.add(MadeUp.thing("family-" + unit, new double[MadeUp.FEATURES]));
        }
        assertThat(judged(specimens, Learning.learn(specimens)))
                .as("by a model that has seen all")
                .isGreaterThan(0.999);
        assertThat(crossValidated(specimens).areaUnderCurve())
                .as("by models that have not")
                .isBetween(0.2, 0.8);
    }

    @Test
    void whatHoldsForEverybodyIsLearnedAllTheSame() {
        Random random = new Random(2);
        List<Specimen> specimens = new ArrayList<>();
        for (int unit = 0; unit < 60; unit++) {
            double[] face = random.doubles(MadeUp.FEATURES).toArray();
            double[] other = random.doubles(MadeUp.FEATURES).toArray();
            face[7] += 3;
            specimens.add(MadeUp.mask("person-" + unit, WAYS.get(unit % 3), face));
            specimens.add(MadeUp.thing("family-" + unit, other));
        }
        Judgements judged = crossValidated(specimens);
        assertThat(judged.areaUnderCurve()).isGreaterThan(0.98);
        assertThat(judged.all()).hasSameSizeAs(specimens);
        for (int i = 0; i < specimens.size(); i++) {
            assertThat(judged.all().get(i).file()).isEqualTo(specimens.get(i).id());
            assertThat(judged.all().get(i).unit()).isEqualTo(specimens.get(i).unit());
            assertThat(judged.all().get(i).columns())
                    .containsEntry("way", specimens.get(i).way());
        }
    }

    @Test
    void aRaisedFaceDecidesAndHollowOnesAreNotAsked() {
        Specimen.Spot raised = spot(2, Category.HEAD, false);
        Specimen.Spot hollow = spot(9, Category.MOULD, true);
        assertThat(judge(raised, hollow).ruling()).isEqualTo(Ruling.WARN);
        assertThat(judge(spot(-2, Category.HEAD, false), hollow).ruling()).isEqualTo(Ruling.REFUSE);
        assertThat(judge(hollow).columns()).containsEntry("category", "mould");
    }

    @Test
    void thingsWithoutPlacesPass() {
        Judgements.Judgement judgement = judge();
        assertThat(judgement.ruling()).isEqualTo(Ruling.PASS);
        assertThat(judgement.score()).isZero();
    }

    private static Judgements.Judgement judge(Specimen.Spot... spots) {
        Specimen s = MadeUp.specimen("part", "u", "found", "benign", List.of(spots));
        return CrossValidation.judge(s, first(), Policy.DEFAULT);
    }

    private static Specimen.Spot spot(double score, Category category, boolean concave) {
        double[] features = new double[MadeUp.FEATURES];
        features[0] = score;
        return new Specimen.Spot(features, category, concave, 118, 0.9, 0, new double[17]);
    }

    /// A model whose score is the first feature.
    private static FaceModel first() {
        double[] weights = new double[MadeUp.FEATURES + 1];
        weights[0] = 1;
        double[] low = new double[MadeUp.FEATURES];
        Arrays.fill(low, -99);
        double[] high = new double[MadeUp.FEATURES];
        Arrays.fill(high, 99);
        double[] ones = new double[MadeUp.FEATURES];
        Arrays.fill(ones, 1);
        return new FaceModel(low, high, new double[MadeUp.FEATURES], ones, weights, 1, 0, 0.5);
    }

    private static Judgements crossValidated(List<Specimen> specimens) {
        return new Judgements(new CrossValidation(specimens, Policy.DEFAULT).judge());
    }

    private static double judged(List<Specimen> specimens, FaceModel model) {
        return new Judgements(specimens.stream()
                        .map(s -> new Judgements.Judgement(
                                s.id(),
                                s.label(),
                                s.unit(),
                                Ruling.PASS,
                                model.score(s.spots().getFirst().features()),
                                Map.of()))
                        .toList())
                .areaUnderCurve();
    }
}
