package org.maskguard.suite.slicing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.maskguard.classify.Ruling;
import org.maskguard.train.Counted;

/// What came of judging meshes and the jobs made of them, as tables for people.
///
/// Jobs of which the slicer dropped more than a fifth are listed and left out. Jobs that the guard cannot read are
/// counted by themselves, and neither as refused nor as let through.
///
/// @param all every row of the manifest
/// @param by columns to count by
record AgreementText(List<Outcome> all, List<String> by) {

    private static final Map<String, String> KINDS = kinds();

    String tables() {
        StringBuilder out = new StringBuilder();
        List<Outcome> whole = all.stream().filter(outcome -> !outcome.dropped()).toList();
        List<Outcome> judged = whole.stream().filter(Outcome::judged).toList();
        out.append(String.format(
                Locale.ROOT,
                "%d jobs, %d left out since the slicer dropped more than a fifth, %d of the rest not judged%n",
                all.size(),
                all.size() - whole.size(),
                whole.size() - judged.size()));
        faults(out, whole);
        KINDS.forEach((kind, title) -> kind(out, title, of(whole, kind), of(judged, kind)));
        out.append("\nMesh and job have the same verdict\n");
        KINDS.forEach((kind, title) -> differ(out, title, of(judged, kind)));
        differ(out, "all", judged);
        for (String column : by) {
            by(out, column, judged);
        }
        landmarks(out, of(judged, "mask"));
        names(out, "Masks whose job was not refused", judged, o -> o.kind().equals("mask") && notRefused(o));
        names(out, "Benign jobs refused or warned of", judged, o -> !o.kind().equals("mask") && noticed(o));
        names(out, "Mesh and job differ", judged, o -> !o.agrees());
        names(out, "Left out: more than a fifth dropped", all, Outcome::dropped);
        return out.toString().stripTrailing();
    }

    private static void faults(StringBuilder out, List<Outcome> whole) {
        Map<String, Long> codes = whole.stream()
                .filter(outcome -> !outcome.judged())
                .collect(Collectors.groupingBy(outcome -> outcome.job().fault(), TreeMap::new, Collectors.counting()));
        codes.forEach((code, count) -> out.append(String.format(Locale.ROOT, "  not judged: %s %d%n", code, count)));
    }

    private static void kind(StringBuilder out, String title, List<Outcome> whole, List<Outcome> judged) {
        if (whole.isEmpty()) {
            return;
        }
        out.append(String.format(Locale.ROOT, "%n%s%n", title));
        if (whole.getFirst().kind().equals("mask")) {
            line(out, "mesh not refused", whole, o -> o.mesh().ruling() != Ruling.REFUSE);
            line(out, "job not refused", judged, AgreementText::notRefused);
            return;
        }
        line(out, "mesh refused", whole, o -> o.mesh().ruling() == Ruling.REFUSE);
        line(out, "mesh warned of", whole, o -> o.mesh().ruling() == Ruling.WARN);
        line(out, "job refused", judged, o -> o.job().ruling() == Ruling.REFUSE);
        line(out, "job warned of", judged, o -> o.job().ruling() == Ruling.WARN);
    }

    private static void differ(StringBuilder out, String title, List<Outcome> judged) {
        if (!judged.isEmpty()) {
            line(out, title + ": differ", judged, o -> !o.agrees());
        }
    }

    private static void by(StringBuilder out, String column, List<Outcome> judged) {
        Map<String, List<Outcome>> groups = judged.stream()
                .collect(Collectors.groupingBy(o -> o.column(column), TreeMap::new, Collectors.toList()));
        groups.forEach((value, group) -> {
            out.append(String.format(Locale.ROOT, "%n%s = %s%n", column, value));
            List<Outcome> masks = of(group, "mask");
            List<Outcome> benign =
                    group.stream().filter(o -> !o.kind().equals("mask")).toList();
            if (!masks.isEmpty()) {
                line(out, "masks not refused", masks, AgreementText::notRefused);
            }
            if (!benign.isEmpty()) {
                line(out, "benign refused", benign, o -> o.job().ruling() == Ruling.REFUSE);
                line(out, "benign warned of", benign, o -> o.job().ruling() == Ruling.WARN);
            }
            line(out, "differ from mesh", group, o -> !o.agrees());
        });
    }

    private static void landmarks(StringBuilder out, List<Outcome> masks) {
        distances(
                out,
                "as the manifest places the mesh",
                masks.stream().mapToDouble(Outcome::placed).toArray());
        distances(
                out,
                "after the best shift",
                masks.stream().mapToDouble(Outcome::shifted).toArray());
    }

    private static void distances(StringBuilder out, String how, double[] mm) {
        double[] sorted =
                Arrays.stream(mm).filter(value -> !Double.isNaN(value)).sorted().toArray();
        if (sorted.length > 0) {
            out.append(String.format(
                    Locale.ROOT,
                    "%nLandmarks of mesh and job, %s: mean %.2f mm, 95 %% within %.2f, worst %.2f (%d masks)",
                    how,
                    Arrays.stream(sorted).average().orElseThrow(),
                    sorted[(int) Math.ceil(0.95 * sorted.length) - 1],
                    sorted[sorted.length - 1],
                    sorted.length));
        }
    }

    private static void line(StringBuilder out, String what, List<Outcome> of, Predicate<Outcome> happened) {
        Counted counted = Counted.of(of.stream()
                .map(outcome -> new Counted.Event(outcome.unit(), happened.test(outcome)))
                .toList());
        out.append(String.format(Locale.ROOT, "  %-36s jobs %s, units %s%n", what, counted.files(), counted.units()));
    }

    private static void names(StringBuilder out, String title, List<Outcome> of, Predicate<Outcome> which) {
        List<Outcome> some = of.stream().filter(which).toList();
        if (some.isEmpty()) {
            return;
        }
        out.append(String.format(Locale.ROOT, "%n%n%s:", title));
        for (Outcome o : some) {
            out.append(String.format(
                    Locale.ROOT,
                    "%n  %s  mesh %s %.3f, job %s %.3f  %s, %s, layer %s, supports %s, vase %s, kept %s  %s",
                    o.column("name"),
                    o.mesh().ruling().word(),
                    o.mesh().score(),
                    o.job().ruling().word(),
                    o.job().score(),
                    o.column("slicer"),
                    o.column("orientation"),
                    o.column("layer"),
                    o.column("supports"),
                    o.column("vase"),
                    o.column("kept_volume"),
                    o.column("thing")));
        }
    }

    private static List<Outcome> of(List<Outcome> some, String kind) {
        return some.stream().filter(outcome -> outcome.kind().equals(kind)).toList();
    }

    private static boolean notRefused(Outcome outcome) {
        return outcome.job().ruling() != Ruling.REFUSE;
    }

    private static boolean noticed(Outcome outcome) {
        return outcome.job().ruling() == Ruling.REFUSE || outcome.job().ruling() == Ruling.WARN;
    }

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("mask", "Masks");
        kinds.put("found", "Benign, in their own size");
        kinds.put("rescaled", "Benign, at the size of a face (second extent 110, 150, 200 mm)");
        return kinds;
    }
}
