package org.maskguard.train;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.maskguard.classify.Labels;
import org.maskguard.classify.Ruling;
import org.maskguard.train.Judgements.Judgement;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What was counted, as tables for people or as JSON.
///
/// @param by columns to count by
public record EvaluationText(Judgements judged, List<String> by) {

    /// Tables, and every miss and false refusal by name.
    public String tables() {
        StringBuilder out = new StringBuilder();
        out.append(String.format(
                Locale.ROOT, "%-24s %8s %8s %8s %11s   right%n", "label", "pass", "warn", "refuse", "unreadable"));
        judged.confusion().forEach((label, row) -> out.append(confusion(label, row)));
        out.append(String.format(Locale.ROOT, "%narea under the curve  %.4f%n", judged.areaUnderCurve()));
        counts(out, judged);
        for (String column : by) {
            judged.by(j -> j.columns().getOrDefault(column, "")).forEach((value, group) -> {
                out.append(String.format(Locale.ROOT, "%n%s = %s%n", column, value));
                counts(out, group);
            });
        }
        names(out, "missed", judged.where(Judgement::missed));
        names(out, "falsely refused", judged.where(Judgement::falselyRefused));
        names(out, "falsely warned of", judged.where(Judgement::falselyWarned));
        return out.toString().stripTrailing();
    }

    private static String confusion(String label, Map<Ruling, Integer> row) {
        return String.format(
                Locale.ROOT,
                "%-24s %8d %8d %8d %11d   %s%n",
                label,
                row.getOrDefault(Ruling.PASS, 0),
                row.getOrDefault(Ruling.WARN, 0),
                row.getOrDefault(Ruling.REFUSE, 0),
                row.getOrDefault(Ruling.UNREADABLE, 0),
                String.join(
                        ", ", Labels.accepts(label).stream().map(Ruling::word).toList()));
    }

    private static void counts(StringBuilder out, Judgements of) {
        line(out, "misses", of.misses());
        line(out, "false refusals", of.falseRefusals());
        line(out, "false warnings", of.falseWarnings());
    }

    private static void line(StringBuilder out, String what, Counted counted) {
        if (counted.files().trials() > 0) {
            out.append(
                    String.format(Locale.ROOT, "%-15s files %s, units %s%n", what, counted.files(), counted.units()));
        }
    }

    private static void names(StringBuilder out, String what, Judgements of) {
        if (!of.all().isEmpty()) {
            out.append(String.format(Locale.ROOT, "%n%s:%n", what));
            of.all()
                    .forEach(j -> out.append(String.format(
                            Locale.ROOT,
                            "  %-10s %.3f  %s  (%s)%n",
                            j.ruling().word(),
                            j.score(),
                            j.file(),
                            j.label())));
        }
    }

    /// One JSON object.
    public String json() {
        JsonMapper mapper = JsonMapper.shared();
        ObjectNode root = mapper.createObjectNode();
        root.put("schema", 1);
        root.put("auc", judged.areaUnderCurve());
        ObjectNode confusion = root.putObject("confusion");
        judged.confusion().forEach((label, row) -> {
            ObjectNode node = confusion.putObject(label);
            row.forEach((ruling, n) -> node.put(ruling.word(), n));
        });
        put(root, judged);
        ObjectNode groups = root.putObject("by");
        for (String column : by) {
            ObjectNode node = groups.putObject(column);
            judged.by(j -> j.columns().getOrDefault(column, ""))
                    .forEach((value, group) -> put(node.putObject(value), group));
        }
        ArrayNode wrong = root.putArray("wrong");
        for (Judgement j : judged.all()) {
            if (j.missed() || j.falselyRefused() || j.falselyWarned()) {
                wrong.addObject()
                        .put("file", j.file())
                        .put("label", j.label())
                        .put("verdict", j.ruling().word())
                        .put("score", j.score());
            }
        }
        return root.toString();
    }

    private static void put(ObjectNode node, Judgements of) {
        put(node.putObject("misses"), of.misses());
        put(node.putObject("false_refusals"), of.falseRefusals());
        put(node.putObject("false_warnings"), of.falseWarnings());
    }

    private static void put(ObjectNode node, Counted counted) {
        put(node.putObject("files"), counted.files());
        put(node.putObject("units"), counted.units());
    }

    private static void put(ObjectNode node, Rate rate) {
        node.put("events", rate.events())
                .put("trials", rate.trials())
                .put("low", rate.low())
                .put("high", rate.high());
    }
}
