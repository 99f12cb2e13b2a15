package org.maskguard.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.maskguard.classify.Category;
import org.maskguard.classify.Policy;
import org.maskguard.landmark.Landmark;

class ModelCardTest {

    private static final List<String> WAYS = List.of("cut", "distance", "depth");

    /// The shipped shape is measured on the very masks that the other one saw, not on more.
    @Test
    void landmarksOfAShapeWithoutIctStandBesideThoseOfTheShippedOne() {
        Random random = new Random(1);
        List<Specimen> specimens = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            specimens.add(mask("ict", i, random, i < 12 ? 1.0 : 9.0));
            specimens.add(mask("makehuman", i, random, 1.5));
            specimens.add(thing(i, random));
        }
        List<Specimen> withoutIct = IntStream.range(0, 12)
                .mapToObj(i -> mask("ict", i, random, 3.0 + i % 2))
                .toList();
        String card = new ModelCard(
                        specimens,
                        withoutIct,
                        new CrossValidation(specimens, Policy.DEFAULT).judge(),
                        Learning.learn(specimens),
                        1,
                        "0",
                        Map.of())
                .text();
        assertThat(card).contains("Masks of 12 ICT people");
        for (Landmark landmark : Landmark.values()) {
            assertThat(card.lines())
                    .contains("| %s | 5.8 | 1.5 |".formatted(landmark.word()))
                    .contains("| %s | 3.5 | 12 | 1.0 | 12 |".formatted(landmark.word()));
        }
    }

    private static Specimen mask(String source, int person, Random random, double error) {
        double[] errors = new double[Landmark.values().length];
        Arrays.fill(errors, error);
        Specimen.Spot spot = new Specimen.Spot(features(1, random), Category.MASK, false, 118, 0.9, error, errors);
        String way = WAYS.get(person % 3);
        String unit = source + "-" + person;
        return new Specimen(
                "mask/%s/%s/0/clean".formatted(way, unit),
                "mask_human",
                way,
                unit,
                source,
                "clean",
                global(random),
                List.of(spot),
                1);
    }

    private static Specimen thing(int family, Random random) {
        String unit = "family-" + family;
        return new Specimen(
                unit,
                "part",
                "found",
                unit,
                "benign",
                "extent-150",
                global(random),
                List.of(MadeUp.spot(features(-1, random), Double.NaN)),
                1);
    }

    private static double[] features(double kind, Random random) {
        double[] features = new double[MadeUp.FEATURES];
        features[0] = kind + 0.5 * random.nextGaussian();
        return features;
    }

    private static double[] global(Random random) {
        return random.doubles(GlobalShape.EXTENTS + 8).toArray();
    }
}
