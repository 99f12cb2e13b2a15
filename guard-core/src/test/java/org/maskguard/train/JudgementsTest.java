package org.maskguard.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maskguard.classify.Labels;
import org.maskguard.classify.Ruling;
import org.maskguard.train.Judgements.Judgement;

class JudgementsTest {

    @ParameterizedTest
    @CsvSource({
        "mask_human, REFUSE, false, false, false",
        "mask_human, WARN, true, false, false",
        "mask_human, PASS, true, false, false",
        "mask_human, UNREADABLE, true, false, false",
        "mask_rough, WARN, false, false, false",
        "mask_rough, PASS, false, false, false",
        "partial_mask, REFUSE, false, true, false",
        "head, WARN, false, false, false",
        "head, REFUSE, false, true, false",
        "mask_stylised, REFUSE, false, false, false",
        "gear, PASS, false, false, false",
        "gear, WARN, false, false, true",
        "gear, REFUSE, false, true, false",
        "nothing_known, REFUSE, false, true, false"
    })
    void whatIsRightIsToldByTheLabel(String label, Ruling ruling, boolean missed, boolean refused, boolean warned) {
        Judgement j = judgement(label, "u", ruling, 0);
        assertThat(j.missed()).as("missed").isEqualTo(missed);
        assertThat(j.falselyRefused()).as("falsely refused").isEqualTo(refused);
        assertThat(j.falselyWarned()).as("falsely warned of").isEqualTo(warned);
    }

    @Test
    void ratesAreCountedAmongTheThingsTheyAreAbout() {
        Judgements all = new Judgements(List.of(
                judgement("mask_human", "anna", Ruling.REFUSE, 0.9),
                judgement("mask_human", "anna", Ruling.WARN, 0.6),
                judgement("mould", "bert", Ruling.REFUSE, 0.9),
                judgement("mask_rough", "bert", Ruling.PASS, 0.1),
                judgement("head", "carl", Ruling.REFUSE, 0.9),
                judgement("gear", "gears", Ruling.WARN, 0.6),
                judgement("gear", "gears", Ruling.PASS, 0)));
        assertThat(all.misses()).isEqualTo(new Counted(new Rate(1, 3), new Rate(1, 2)));
        assertThat(all.falseRefusals()).isEqualTo(new Counted(new Rate(1, 3), new Rate(1, 2)));
        assertThat(all.falseWarnings()).isEqualTo(new Counted(new Rate(1, 2), new Rate(1, 1)));
    }

    @Test
    void theConfusionTableCountsEveryThingOnceByLabel() {
        Judgements all = new Judgements(List.of(
                judgement("vase", "a", Ruling.PASS, 0),
                judgement("gear", "b", Ruling.PASS, 0),
                judgement("gear", "c", Ruling.WARN, 0),
                judgement("gear", "d", Ruling.PASS, 0)));
        assertThat(all.confusion().keySet()).containsExactly("gear", "vase");
        assertThat(all.confusion().get("gear")).isEqualTo(Map.of(Ruling.PASS, 2, Ruling.WARN, 1));
        assertThat(all.confusion().get("vase")).isEqualTo(Map.of(Ruling.PASS, 1));
    }

    @Test
    void groupsKeepTheOrderInWhichTheyAppear() {
        Judgements all = new Judgements(List.of(
                judgement("vase", "z", Ruling.PASS, 0),
                judgement("gear", "a", Ruling.PASS, 0),
                judgement("vase", "z", Ruling.WARN, 0)));
        Map<String, Judgements> groups = all.by(Judgement::unit);
        assertThat(groups.keySet()).containsExactly("z", "a");
        assertThat(groups.get("z").all()).hasSize(2);
        assertThat(all.where(Judgement::falselyWarned).all()).hasSize(1);
    }

    @Test
    void theAreaUnderTheCurveIsTheShareOfPairsInOrderTiesHalf() {
        String[] labels = {"mask_human", "mould", "gear", "head", "mask_rough", "mask_stylised"};
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            List<Judgement> all = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                String label = labels[random.nextInt(labels.length)];
                double score = (random.nextInt(8) + (Labels.mustRefuse(label) ? 2 : 0)) / 10.0;
                all.add(judgement(label, "u" + i, Ruling.PASS, score));
            }
            assertThat(new Judgements(all).areaUnderCurve()).as("seed %d", seed).isCloseTo(byPairs(all), within(1e-12));
        }
    }

    @Test
    void withoutEitherKindThereIsNoCurve() {
        assertThat(new Judgements(List.of(judgement("gear", "u", Ruling.PASS, 0))).areaUnderCurve())
                .isNaN();
        assertThat(new Judgements(List.of(judgement("mould", "u", Ruling.PASS, 0))).areaUnderCurve())
                .isNaN();
        assertThat(new Judgements(List.of()).areaUnderCurve()).isNaN();
    }

    private static double byPairs(List<Judgement> all) {
        double right = 0;
        int pairs = 0;
        for (Judgement a : all) {
            for (Judgement b : all) {
                if (Labels.mustRefuse(a.label()) && !Labels.accepts(b.label()).contains(Ruling.REFUSE)) {
                    right += a.score() > b.score() ? 1 : a.score() == b.score() ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        return right / pairs;
    }

    private static Judgement judgement(String label, String unit, Ruling ruling, double score) {
        return new Judgement(label + "-" + unit, label, unit, ruling, score, Map.of());
    }
}
