package org.maskguard.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.maskguard.classify.Labels;
import org.maskguard.classify.Ruling;

/// Labelled things and what was said of them: confusion table, misses, false refusals, false warnings, area under the
/// curve. Immutable.
public final class Judgements {

    /// One thing.
    ///
    /// @param file what it is called
    /// @param unit person or family
    /// @param score 0 to 1
    /// @param columns what else the manifest says of it
    public record Judgement(
            String file, String label, String unit, Ruling ruling, double score, Map<String, String> columns) {

        /// A thing that must be refused and was not.
        public boolean missed() {
            return Labels.mustRefuse(label) && ruling != Ruling.REFUSE;
        }

        /// A thing that was refused although it must not be.
        public boolean falselyRefused() {
            return ruling == Ruling.REFUSE && !Labels.accepts(label).contains(Ruling.REFUSE);
        }

        /// A thing that was warned of although it must pass.
        public boolean falselyWarned() {
            return ruling == Ruling.WARN && !Labels.accepts(label).contains(Ruling.WARN) && !Labels.mustRefuse(label);
        }
    }

    private final List<Judgement> all;

    public Judgements(List<Judgement> all) {
        this.all = List.copyOf(all);
    }

    public List<Judgement> all() {
        return all;
    }

    /// Those for which something holds.
    public Judgements where(Predicate<Judgement> what) {
        return new Judgements(all.stream().filter(what).toList());
    }

    /// Groups by what a function says of each, in the order in which the groups first appear.
    public Map<String, Judgements> by(Function<Judgement, String> group) {
        Map<String, List<Judgement>> groups =
                all.stream().collect(Collectors.groupingBy(group, LinkedHashMap::new, Collectors.toList()));
        Map<String, Judgements> out = new LinkedHashMap<>();
        groups.forEach((name, members) -> out.put(name, new Judgements(members)));
        return out;
    }

    /// How many things of each label got each verdict, labels in alphabetical order.
    public Map<String, Map<Ruling, Integer>> confusion() {
        Map<String, Map<Ruling, Integer>> table = new TreeMap<>();
        for (Judgement j : all) {
            table.computeIfAbsent(j.label(), l -> new EnumMap<>(Ruling.class)).merge(j.ruling(), 1, Integer::sum);
        }
        return table;
    }

    /// Misses among the things that must be refused.
    public Counted misses() {
        return count(j -> Labels.mustRefuse(j.label()), Judgement::missed);
    }

    /// Refusals among the things that must not be refused.
    public Counted falseRefusals() {
        return count(j -> !Labels.accepts(j.label()).contains(Ruling.REFUSE), Judgement::falselyRefused);
    }

    /// Warnings among the things that must pass.
    public Counted falseWarnings() {
        return count(
                j -> !Labels.accepts(j.label()).contains(Ruling.WARN) && !Labels.mustRefuse(j.label()),
                Judgement::falselyWarned);
    }

    private Counted count(Predicate<Judgement> of, Predicate<Judgement> happened) {
        return Counted.of(all.stream()
                .filter(of)
                .map(j -> new Counted.Event(j.unit(), happened.test(j)))
                .toList());
    }

    /// Area under the curve of the score, things that must be refused against things that must not; ties count
    /// half.
    /// NaN where one of the two is missing.
    public double areaUnderCurve() {
        List<double[]> scores = new ArrayList<>();
        for (Judgement j : all) {
            boolean must = Labels.mustRefuse(j.label());
            if (must || !Labels.accepts(j.label()).contains(Ruling.REFUSE)) {
                scores.add(new double[] {j.score(), must ? 1 : 0});
            }
        }
        scores.sort(Comparator.comparingDouble(s -> s[0]));
        double ranks = 0;
        long positive = 0;
        int i = 0;
        while (i < scores.size()) {
            int j = i;
            while (j < scores.size() && scores.get(j)[0] == scores.get(i)[0]) {
                j++;
            }
            for (int k = i; k < j; k++) {
                if (scores.get(k)[1] == 1) {
                    ranks += (i + j + 1) / 2.0;
                    positive++;
                }
            }
            i = j;
        }
        long negative = scores.size() - positive;
        return (ranks - positive * (positive + 1) / 2.0) / (positive * (double) negative);
    }
}
