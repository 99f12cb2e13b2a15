package org.maskguard.train;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import org.maskguard.classify.Category;
import org.maskguard.classify.FaceModel;
import org.maskguard.classify.Labels;

/// From which score on is refused: midway between the masks and what could be worn but is no face.
///
/// In log odds, between the score that 1 % of the masks lie below and the highest of the other things: where two sets
/// are as far apart as these, that is where a stranger of either is least likely to fall on the wrong side. Never under
/// even odds, and never over nine in ten. All scores come from models that had not seen the unit.
final class Threshold {

    /// Share of the masks that the threshold does not look at: hard heads must not pull it down for all.
    private static final double LOST = 0.01;

    private static final double LEAST = 0.5;

    private static final double MOST = 0.9;

    private Threshold() {}

    /// Adds the best score of a mask, or of what has no face but could be worn or cast as if it had.
    static void addBest(FaceModel model, Specimen s, List<Double> others, List<Double> masks) {
        if (s.hasFace()) {
            if (Labels.mustRefuse(s.label())) {
                best(model, s, Specimen.Spot::isTheFace).forEach(masks::add);
            }
        } else {
            best(model, s, Threshold::worn).forEach(others::add);
        }
    }

    private static boolean worn(Specimen.Spot spot) {
        return spot.category() == Category.MASK || spot.category() == Category.MOULD;
    }

    private static DoubleStream best(FaceModel model, Specimen s, Predicate<Specimen.Spot> which) {
        return s.spots().stream().filter(which).mapToDouble(spot -> model.score(spot.features())).max().stream();
    }

    /// @param others best scores of other things; none: even odds
    /// @param masks best scores of masks; none: even odds
    /// @return a probability
    static double between(List<Double> others, List<Double> masks, double slope, double offset) {
        if (others.isEmpty() || masks.isEmpty()) {
            return LEAST;
        }
        double highest = others.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        double low = masks.stream().sorted().toList().get((int) (LOST * (masks.size() - 1)));
        double odds = slope * (highest + low) / 2 + offset;
        return Math.clamp(1 / (1 + Math.exp(-odds)), LEAST, MOST);
    }
}
