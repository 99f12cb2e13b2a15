package org.maskguard.suite.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.maskguard.classify.Labels;
import org.maskguard.classify.Ruling;

/// What a manifest says of one case; one line of `manifest.csv`.
///
/// @param id never changes its meaning: seed, kind, family or making, number
/// @param file name below the suite's folder; it says nothing that can be relied on
/// @param kind `positive`, `line` (a warning is right), `near-miss` or `ordinary`
/// @param label of the table in [Labels]
/// @param accepts verdicts that are right, as `refuse` or `pass|warn`
/// @param unit independent unit: person or family
/// @param making how a mask was made, or the family of a part
/// @param axis what is varied: `clean`, `pose`, `scale`, ...
/// @param level of the axis, such as `tumbled`
/// @param format of the file
/// @param about further columns: sex, age, ancestry
/// @param why these verdicts are right
public record Entry(
        String id,
        String file,
        String kind,
        String label,
        String accepts,
        String unit,
        String making,
        String axis,
        String level,
        String format,
        Map<String, String> about,
        String why) {

    /// Columns that every manifest of the suite has, in this order.
    public static final List<String> COLUMNS = List.of(
            "id",
            "file",
            "kind",
            "label",
            "accepts",
            "unit",
            "making",
            "axis",
            "level",
            "format",
            "sex",
            "age",
            "ancestry",
            "why");

    /// The accepted verdicts of a label, as a manifest writes them.
    public static String accepted(String label) {
        return String.join(
                "|", Labels.accepts(label).stream().map(Ruling::word).sorted().toList());
    }

    /// The verdicts that are right.
    public Set<String> right() {
        return new TreeSet<>(List.of(accepts.split("\\|")));
    }

    /// Whether nothing but a refusal is right.
    public boolean mustRefuse() {
        return accepts.equals("refuse");
    }

    /// Whether a refusal is wrong.
    public boolean mustNotRefuse() {
        return !right().contains("refuse");
    }

    /// The values of all columns.
    public List<String> row() {
        return List.of(
                id,
                file,
                kind,
                label,
                accepts,
                unit,
                making,
                axis,
                level,
                format,
                about("sex"),
                about("age"),
                about("ancestry"),
                why);
    }

    /// A further column, or an empty text.
    public String about(String column) {
        return about.getOrDefault(column, "");
    }

    /// Reads a line of a manifest: only `file` and `label` are needed, as in any manifest of the project.
    public static Entry of(Map<String, String> columns) {
        String file = columns.get("file");
        String label = columns.get("label").toLowerCase(Locale.ROOT);
        String accepts = or(columns, "accepts", accepted(label));
        String kind = accepts.equals("refuse") ? "positive" : accepts.contains("refuse") ? "line" : "ordinary";
        Map<String, String> about = new LinkedHashMap<>();
        for (String name : List.of("sex", "age", "ancestry")) {
            about.put(name, or(columns, name, ""));
        }
        String unit = or(columns, "unit", or(columns, "person", or(columns, "family", file)));
        return new Entry(
                or(columns, "id", file),
                file,
                or(columns, "kind", kind),
                label,
                accepts,
                unit,
                or(columns, "making", label),
                or(columns, "axis", "clean"),
                or(columns, "level", "clean"),
                or(columns, "format", ""),
                about,
                or(columns, "why", ""));
    }

    private static String or(Map<String, String> columns, String name, String otherwise) {
        String value = columns.get(name);
        return value == null || value.isBlank() ? otherwise : value;
    }
}
