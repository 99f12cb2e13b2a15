package org.maskguard.suite.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.maskguard.suite.run.Result;

/// How well a guard's scores tell masks from what must not be refused.
///
/// @param points false-refusal rate and hit rate at each threshold, from the highest threshold down
/// @param area under the curve; NaN where there are no scores
public record Curve(List<double[]> points, double area) {

    /// From results with a score for which a refusal is either the only right verdict or wrong.
    public static Curve of(List<Result> results) {
        List<Result> scored = results.stream()
                .filter(r -> !Double.isNaN(r.answer().score()))
                .filter(r -> r.entry().mustRefuse() || r.entry().mustNotRefuse())
                .sorted(Comparator.comparingDouble((Result r) -> -r.answer().score()))
                .toList();
        double positives = scored.stream().filter(r -> r.entry().mustRefuse()).count();
        double negatives = scored.size() - positives;
        List<double[]> points = new ArrayList<>(List.of(new double[] {0, 0}));
        double hits = 0;
        double falls = 0;
        double area = 0;
        for (int i = 0; i < scored.size(); ) {
            double score = scored.get(i).answer().score();
            double before = hits;
            double fallsBefore = falls;
            while (i < scored.size() && scored.get(i).answer().score() == score) {
                hits += scored.get(i).entry().mustRefuse() ? 1 : 0;
                falls += scored.get(i).entry().mustRefuse() ? 0 : 1;
                i++;
            }
            area += (falls - fallsBefore) * (hits + before) / 2;
            points.add(new double[] {falls / Math.max(1, negatives), hits / Math.max(1, positives)});
        }
        boolean empty = positives == 0 || negatives == 0;
        return new Curve(List.copyOf(points), empty ? Double.NaN : area / positives / negatives);
    }
}
