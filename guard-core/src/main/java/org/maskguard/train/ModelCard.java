package org.maskguard.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.maskguard.classify.FaceFeatures;
import org.maskguard.classify.FaceModel;
import org.maskguard.classify.Labels;
import org.maskguard.classify.Ruling;
import org.maskguard.landmark.Landmark;
import org.maskguard.train.Judgements.Judgement;

/// The measured half of the model card: every figure that comes out of one training run.
final class ModelCard {

    private static final List<String> WAYS = List.of("cut", "distance", "depth");

    private final List<Specimen> specimens;
    private final List<Specimen> withoutIct;
    private final Judgements judged;
    private final FaceModel model;
    private final long seed;
    private final String digest;
    private final Map<String, List<String>> groups;
    private final StringBuilder out = new StringBuilder();

    /// @param withoutIct those of [Training#masksOfIct], seen by a shape that was learned without ICT-FaceKit
    /// @param groups sex, age and ancestry by unit, where they are known
    ModelCard(
            List<Specimen> specimens,
            List<Specimen> withoutIct,
            List<Judgement> judged,
            FaceModel model,
            long seed,
            String digest,
            Map<String, List<String>> groups) {
        this.specimens = specimens;
        this.withoutIct = withoutIct;
        this.judged = new Judgements(judged);
        this.model = model;
        this.seed = seed;
        this.digest = digest;
        this.groups = groups;
    }

    String text() {
        head();
        masks();
        people();
        landmarks();
        benign("As found", j -> j.columns().get("disturbance").equals("found"));
        benign(
                "Scaled to a second extent of 110, 150 and 200 mm",
                j -> j.columns().get("disturbance").startsWith("extent-"));
        lookAlikes();
        calibration();
        operatingPoints();
        ablation();
        weights();
        return out.toString();
    }

    private void head() {
        out.append("# Model card: measurements\n\n");
        line("Made by `./maskguard train --data DIR --seed %d`; model `sha256:%s`.", seed, digest);
        line("");
        line(
                "Every figure is cross-validated in %d parts by person and family: weights, feature limits and"
                        + " calibration come from the other parts alone, and of masks also from the other two ways of"
                        + " making them. The face shape has seen the two parametric populations, never a person. Rates"
                        + " come with counts and exact 95 %% intervals in per cent; units are persons or families.",
                CrossValidation.FOLDS);
        line("");
    }

    private void masks() {
        line("## Masks that must be refused");
        line("");
        Map<String, Judgements> rows =
                judged.where(this::isMask).by(j -> j.columns().get("disturbance"));
        line("| disturbance | people | not refused, files | not refused, people |");
        line("|---|---|---|---|");
        rows.forEach((row, of) -> line(
                "| %s | %d | %s | %s |",
                row,
                of.misses().units().trials(),
                of.misses().files(),
                of.misses().units()));
        line("");
        line("By way of making (the way was held out) and by source, all disturbances:");
        line("");
        line("| | not refused, files | not refused, people |");
        line("|---|---|---|");
        for (String column : List.of("way", "source")) {
            judged.where(this::isMask)
                    .by(j -> j.columns().get(column))
                    .forEach((value, of) -> line(
                            "| %s | %s | %s |",
                            value, of.misses().files(), of.misses().units()));
        }
        line("");
    }

    /// By what the sources tell of the people; the words are those of MakeHuman's artists, not of a population.
    private void people() {
        line("By sex, age and ancestry of the MakeHuman people, all disturbances:");
        line("");
        line("| group | not refused, files | not refused, people |");
        line("|---|---|---|");
        Map<String, List<Judgement>> byGroup = new TreeMap<>();
        for (Judgement j : judged.where(this::isMask).all()) {
            for (String group : groups.getOrDefault(j.unit(), List.of())) {
                byGroup.computeIfAbsent(group, g -> new ArrayList<>()).add(j);
            }
        }
        byGroup.forEach((group, of) -> {
            Counted misses = new Judgements(of).misses();
            line("| %s | %s | %s |", group, misses.files(), misses.units());
        });
        line("");
    }

    private boolean isMask(Judgement j) {
        return j.label().equals("mask_human")
                && WAYS.contains(j.columns().get("way"))
                && j.file().startsWith("mask/");
    }

    private void landmarks() {
        line("## Landmarks");
        line("");
        line("Mean distance from the true place, mm, over clean and turned masks whose face was found:");
        line("");
        Map<String, List<Specimen>> bySource = new TreeMap<>();
        for (Specimen s : specimens) {
            if (s.id().startsWith("mask/")) {
                bySource.computeIfAbsent(s.source(), k -> new ArrayList<>()).add(s);
            }
        }
        List<LandmarkErrors> errors =
                bySource.values().stream().map(LandmarkErrors::of).toList();
        line("| landmark | %s |", String.join(" | ", bySource.keySet()));
        line("|---|%s", "---|".repeat(errors.size()));
        for (Landmark landmark : Landmark.values()) {
            line(
                    "| %s | %s |",
                    landmark.word(),
                    String.join(
                            " | ", errors.stream().map(e -> e.mean(landmark)).toList()));
        }
        line("");
        strangers();
    }

    /// The same masks by two shapes.
    private void strangers() {
        Set<String> shown = withoutIct.stream().map(Specimen::id).collect(Collectors.toSet());
        LandmarkErrors without = LandmarkErrors.of(withoutIct);
        LandmarkErrors shipped = LandmarkErrors.of(
                specimens.stream().filter(s -> shown.contains(s.id())).toList());
        line(
                "Masks of %d ICT people by a shape that was learned from MakeHuman alone, beside the one that ships, mm:",
                withoutIct.stream().map(Specimen::unit).distinct().count());
        line("");
        line("| landmark | no ICT face in the shape | masks | shipped shape | masks |");
        line("|---|---|---|---|---|");
        for (Landmark landmark : Landmark.values()) {
            line(
                    "| %s | %s | %d | %s | %d |",
                    landmark.word(),
                    without.mean(landmark),
                    without.count(landmark),
                    shipped.mean(landmark),
                    shipped.count(landmark));
        }
        line("");
    }

    private void benign(String title, Predicate<Judgement> which) {
        Judgements all = judged.where(j -> j.columns().get("source").equals("benign") && which.test(j));
        line("## Things that are no masks: %s", title.toLowerCase(Locale.ROOT));
        line("");
        line("| label | refused, files | refused, families | warned of, files |");
        line("|---|---|---|---|");
        line(
                "| all | %s | %s | %d |",
                all.falseRefusals().files(), all.falseRefusals().units(), warned(all));
        new TreeMap<>(all.by(Judgement::label))
                .forEach((label, of) -> line(
                        "| %s | %s | %s | %d |",
                        label, of.falseRefusals().files(), of.falseRefusals().units(), warned(of)));
        line("");
        names(all.where(Judgement::falselyRefused), "Refused");
    }

    private static long warned(Judgements of) {
        return of.all().stream().filter(j -> j.ruling() == Ruling.WARN).count();
    }

    private void lookAlikes() {
        Judgements others = judged.where(j -> !j.columns().get("source").equals("benign") && !isMask(j));
        line("## Heads, look-alikes and altered masks");
        line("");
        line("| thing | label | pass | warn | refuse | right |");
        line("|---|---|---|---|---|---|");
        Map<String, Judgements> kinds = new LinkedHashMap<>(others.by(j -> kind(j) + " | " + j.label()));
        kinds.forEach((kind, of) -> {
            Map<Ruling, Integer> n = of.confusion().values().iterator().next();
            line(
                    "| %s | %d | %d | %d | %s |",
                    kind,
                    n.getOrDefault(Ruling.PASS, 0),
                    n.getOrDefault(Ruling.WARN, 0),
                    n.getOrDefault(Ruling.REFUSE, 0),
                    String.join(
                            " or ",
                            Labels.accepts(of.all().getFirst().label()).stream()
                                    .map(Ruling::word)
                                    .toList()));
        });
        line("");
        names(others.where(j -> j.missed() && j.file().startsWith("faces/")), "Real masks and faces not refused");
        names(others.where(Judgement::falselyRefused), "Refused");
    }

    private static String kind(Judgement j) {
        String[] parts = j.file().split("/");
        return parts[0].equals("faces") ? "real files" : parts[0];
    }

    private void names(Judgements of, String title) {
        if (of.all().isEmpty()) {
            return;
        }
        line("%s:", title);
        line("");
        of.all().forEach(j -> line("- `%s` (%s), score %.3f", j.file(), j.label(), j.score()));
        line("");
    }

    private void calibration() {
        line("## Calibration");
        line("");
        line("Of the things whose best place scored so, worn or not, this share has a human face:");
        line("");
        line("| score | things | faces | mean score | share |");
        line("|---|---|---|---|---|");
        double[] edges = {0, 0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98, 1.0001};
        for (int b = 0; b + 1 < edges.length; b++) {
            double low = edges[b];
            double high = edges[b + 1];
            Judgements in = judged.where(j -> faceScore(j) >= low && faceScore(j) < high);
            int n = in.all().size();
            if (n > 0) {
                long faces = in.all().stream().filter(this::onFace).count();
                double mean = in.all().stream()
                        .mapToDouble(Judgement::score)
                        .average()
                        .orElse(0);
                line(
                        "| %.2f to %.2f | %d | %d | %.3f | %.3f |",
                        low, Math.min(1, high), n, faces, mean, faces / (double) n);
            }
        }
        line("");
    }

    /// The best score of any place, wearable or not.
    private static double faceScore(Judgement j) {
        return Double.parseDouble(j.columns().get("face-score"));
    }

    private boolean onFace(Judgement j) {
        return !j.columns().get("source").equals("benign") && !j.label().equals("blank_shell");
    }

    /// What other thresholds would give.
    private void operatingPoints() {
        line("## Operating points");
        line("");
        line(
                "Area under the curve of the score, everything that must be refused against everything that must not: %.4f.",
                judged.areaUnderCurve());
        line("");
        line(
                "A policy that names no threshold refuses from %.3f: midway, in log odds, between the score that 1 %% of the"
                        + " masks lie below and the highest of what could be worn but is no face, each scored by models that had"
                        + " not seen it (`train/Threshold`). In the tables above every part uses the threshold of its own"
                        + " training part.",
                model.refuseFrom());
        line("");
        line("| refuse from | not refused of what must be | refused of what must not be |");
        line("|---|---|---|");
        for (double threshold : new double[] {0.1, 0.2, 0.3, 0.5, 0.7, 0.9, 0.95, 0.98}) {
            Judgements must = judged.where(j -> Labels.mustRefuse(j.label()));
            Judgements mustNot = judged.where(j -> !Labels.accepts(j.label()).contains(Ruling.REFUSE));
            int missed = must.where(j -> j.score() < threshold).all().size();
            int refused = mustNot.where(j -> j.score() >= threshold).all().size();
            line(
                    "| %.2f | %s | %s |",
                    threshold,
                    new Rate(missed, must.all().size()),
                    new Rate(refused, mustNot.all().size()));
        }
        line("");
    }

    private void ablation() {
        line("## What carries the decision");
        line("");
        line(
                "Masks against benign things scaled to a face's size and blank shells, cross-validated by person and family:");
        line("");
        line("| what is looked at | area under the curve | others above all but 1 %% of the masks |");
        line("|---|---|---|");
        new Ablation(specimens).lines().forEach(l -> line("%s", l));
        line("");
    }

    private void weights() {
        line("## Weights");
        line("");
        line("Of the features after each was set to mean 0 and deviation 1:");
        line("");
        line("| feature | weight |");
        line("|---|---|");
        for (int i = 0; i < FaceFeatures.NAMES.length; i++) {
            line("| %s | %.3f |", FaceFeatures.NAMES[i], model.weights()[i]);
        }
        line("");
    }

    private void line(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
