package org.maskguard.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.maskguard.classify.Labels;
import org.maskguard.classify.Ruling;
import org.maskguard.classify.Verdict;
import org.maskguard.train.Judgements.Judgement;

/// The page of the final measurement, Markdown.
///
/// @param judged by [HeldOut]
/// @param guard that judged
public record HeldOutPage(Judgements judged, Verdict.GuardVersion guard) {

    private static final String HEAD = """
            # Model card: rows that were kept back

            Made by `./maskguard evaluate --held-out DIR`, guard %s, model `%s`. It trains nothing: the model that ships
            judged %,d things as `scan` would. Masks are %d of each real head in each row, of different designs, in three
            ways by turns, and one of each drawn person. Rates come with counts and exact 95 %% intervals in per cent;
            units are persons or families, of which one counts when any of its files does. Quote the larger upper bound.

            Each run is counted in docs/model-card.md. What is changed after a look at this page has been trained on it.
            """;

    /// The whole page, with a line feed at its end.
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add(head());
        masks(
                lines,
                masksOf("real"),
                "Masks of real heads that were kept back",
                "Nothing has seen these heads, neither the face shape nor the weights.",
                Map.of("head", Judgement::unit));
        masks(
                lines,
                masksOf("ict", "makehuman"),
                "Masks of people drawn anew from the parametric faces",
                "No training has seen these people, but the face shape knows both populations: easier than strangers.",
                Map.of("parametric face", j -> j.columns().get("source")));
        faceFiles(lines);
        benign(lines, "as found", judged.where(j -> benign(j) && found(j)));
        benign(lines, "scaled to a second extent of 110, 150 and 200 mm", judged.where(j -> benign(j) && !found(j)));
        return String.join("\n", lines).stripTrailing() + "\n";
    }

    private String head() {
        Map<String, Long> perHead = masksOf("real").all().stream()
                .collect(Collectors.groupingBy(
                        j -> j.unit() + "/" + j.columns().get("disturbance"), Collectors.counting()));
        long most = perHead.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return String.format(
                Locale.ROOT, HEAD, guard.version(), guard.model(), judged.all().size(), most);
    }

    private Judgements masksOf(String... sources) {
        List<String> these = List.of(sources);
        return judged.where(
                j -> j.file().startsWith("mask/") && these.contains(j.columns().get("source")));
    }

    private static boolean benign(Judgement j) {
        return j.columns().get("source").equals("benign");
    }

    private static boolean found(Judgement j) {
        return j.columns().get("disturbance").equals("found");
    }

    private static void masks(
            List<String> lines,
            Judgements of,
            String title,
            String remark,
            Map<String, Function<Judgement, String>> groups) {
        lines.add("## " + title + "\n");
        if (of.all().isEmpty()) {
            lines.add("There are none in this data.\n");
            return;
        }
        lines.add(remark + "\n");
        misses(lines, of, "disturbance", j -> j.columns().get("disturbance"));
        misses(lines, of, "way of making", j -> j.columns().get("way"));
        groups.forEach((what, group) -> misses(lines, of, what, group));
        names(lines, "Not refused", of.where(Judgement::missed));
    }

    private static void misses(List<String> lines, Judgements of, String what, Function<Judgement, String> group) {
        lines.add("| " + what + " | people | not refused, files | not refused, people |");
        lines.add("|---|---|---|---|");
        lines.add(miss("all", of));
        of.by(group).forEach((name, members) -> lines.add(miss(name, members)));
        lines.add("");
    }

    private static String miss(String name, Judgements of) {
        Counted misses = of.misses();
        return "| %s | %d | %s | %s |".formatted(name, misses.units().trials(), misses.files(), misses.units());
    }

    private void faceFiles(List<String> lines) {
        Judgements files = judged.where(j -> !benign(j) && !j.file().startsWith("mask/"));
        lines.add("## Files of faces, heads and look-alikes, as found\n");
        lines.add("| file | label | verdict | category | score | right |");
        lines.add("|---|---|---|---|---|---|");
        for (Judgement j : files.all()) {
            boolean right = Labels.accepts(j.label()).contains(j.ruling());
            lines.add(String.format(
                    Locale.ROOT,
                    "| `%s` | %s | %s | %s | %.3f | %s |",
                    j.file(),
                    j.label(),
                    j.ruling().word(),
                    j.columns().get("category"),
                    j.score(),
                    (right ? "yes: " : "**no**: ") + accepted(j.label())));
        }
        lines.add("");
        lines.add("- not refused of what must be: %s".formatted(files.misses().files()));
        lines.add("- refused of what must not be: %s\n"
                .formatted(files.falseRefusals().files()));
    }

    private static String accepted(String label) {
        return Labels.accepts(label).stream().map(Ruling::word).collect(Collectors.joining(" or "));
    }

    private static void benign(List<String> lines, String how, Judgements of) {
        lines.add("## Things that are no masks, " + how + "\n");
        lines.add("| label | refused, files | refused, families | falsely warned of | could not be judged |");
        lines.add("|---|---|---|---|---|");
        lines.add(things("all", of));
        new TreeMap<>(of.by(Judgement::label)).forEach((label, members) -> lines.add(things(label, members)));
        lines.add("");
        names(lines, "Refused", of.where(Judgement::falselyRefused));
        names(lines, "Falsely warned of", of.where(Judgement::falselyWarned));
        names(lines, "Could not be judged", of.where(j -> j.ruling() == Ruling.UNREADABLE));
    }

    private static String things(String label, Judgements of) {
        Counted refused = of.falseRefusals();
        return "| %s | %s | %s | %s | %d |"
                .formatted(
                        label,
                        refused.files(),
                        refused.units(),
                        of.falseWarnings().files(),
                        of.where(j -> j.ruling() == Ruling.UNREADABLE).all().size());
    }

    private static void names(List<String> lines, String title, Judgements of) {
        if (of.all().isEmpty()) {
            return;
        }
        lines.add(title + ":\n");
        for (Judgement j : of.all()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "- `%s` (%s): %s, %s, score %.3f",
                    j.file(),
                    j.label(),
                    j.ruling().word(),
                    j.columns().get("category"),
                    j.score()));
        }
        lines.add("");
    }
}
