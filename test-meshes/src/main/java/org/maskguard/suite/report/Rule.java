package org.maskguard.suite.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.maskguard.suite.run.Result;

/// A pass rule with what was measured.
///
/// @param name of the level
/// @param says the rule in words
/// @param limit greatest share of files that passes, 0 to 1
/// @param files what happened, over files
/// @param units the same over independent units
public record Rule(String name, String says, double limit, Share files, Share units) {

    private static final double CLEAN = 0.01;
    private static final double CHANGED = 0.03;

    public boolean passed() {
        return files.trials() > 0 && files.value() <= limit;
    }

    /// The upper bound to quote: the larger of the two.
    public double bound() {
        return Math.max(files.high(), units.high());
    }

    /// All rules for which there are cases.
    public static List<Rule> all(List<Result> results) {
        List<Rule> rules = new ArrayList<>();
        List<Result> ordinary = kind(results, "ordinary");
        add(rules, "ordinary parts", "none refused", 0, ordinary, Result::falselyRefused);
        by(kind(results, "near-miss"))
                .forEach((name, group) ->
                        add(rules, "near misses: " + name, "none refused", 0, group, Result::falselyRefused));
        List<Result> masks =
                results.stream().filter(r -> r.entry().mustRefuse()).toList();
        List<Result> clean =
                masks.stream().filter(r -> r.entry().axis().equals("clean")).toList();
        add(rules, "clean masks and moulds", "at most 1 % missed", CLEAN, clean, Result::missed);
        Map<String, List<Result>> changed = new LinkedHashMap<>();
        masks.stream()
                .filter(r -> !r.entry().axis().equals("clean"))
                .forEach(r -> changed.computeIfAbsent(
                                r.entry().axis() + ": " + r.entry().level(), k -> new ArrayList<>())
                        .add(r));
        changed.forEach((name, group) -> add(rules, name, "at most 3 % missed", CHANGED, group, Result::missed));
        add(
                rules,
                "process",
                "every file judged, and twice the same",
                0,
                results,
                r -> r.answer().verdict().equals("failed"));
        return rules;
    }

    private static Map<String, List<Result>> by(List<Result> results) {
        Map<String, List<Result>> groups = new LinkedHashMap<>();
        for (Result r : results) {
            String name = r.entry().axis().equals("clean")
                    ? r.entry().making()
                    : r.entry().axis() + " " + r.entry().level();
            groups.computeIfAbsent(name, k -> new ArrayList<>()).add(r);
        }
        return groups;
    }

    private static void add(
            List<Rule> rules, String name, String says, double limit, List<Result> group, Predicate<Result> event) {
        if (!group.isEmpty()) {
            rules.add(new Rule(name, says, limit, Share.ofFiles(group, event), Share.ofUnits(group, event)));
        }
    }

    private static List<Result> kind(List<Result> results, String kind) {
        return results.stream().filter(r -> r.entry().kind().equals(kind)).toList();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s  %-34s %s: files %s, units %s", passed() ? "pass" : "FAIL", name, says, files, units);
    }
}
