package org.maskguard.slicer.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An INI file as lines, of which one can be changed and the others stay as they were.
///
/// Sections are named as in `[print:0.20mm]`; what stands before the first is the section ``. Of two sections of one
/// name the first counts. Not thread-safe.
final class IniText {

    private final List<List<String>> lines = new ArrayList<>();
    private final Map<String, List<String>> sections = new LinkedHashMap<>();
    private final String lineEnd;

    IniText(String text) {
        lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        List<String> open = open("");
        for (String line : text.split("\r?\n", -1)) {
            if (line.startsWith("[") && line.stripTrailing().endsWith("]")) {
                String whole = line.stripTrailing();
                open = open(whole.substring(1, whole.length() - 1));
            }
            open.add(line);
        }
    }

    /// The names of the sections, in their order.
    List<String> sections() {
        return List.copyOf(sections.keySet());
    }

    /// The value of a key, or null.
    String get(String section, String key) {
        List<String> lines = sections.getOrDefault(section, List.of());
        int at = find(lines, key);
        return at < 0 ? null : valueOf(lines.get(at));
    }

    /// Changes or adds a key in a section that is there.
    void set(String section, String key, String value) {
        List<String> lines = sections.get(section);
        int at = find(lines, key);
        String line = key + " = " + value;
        if (at >= 0) {
            lines.set(at, line);
        } else {
            lines.add(placeOf(lines, key), line);
        }
    }

    @Override
    public String toString() {
        return String.join(lineEnd, lines.stream().flatMap(List::stream).toList());
    }

    private List<String> open(String name) {
        List<String> section = new ArrayList<>();
        lines.add(section);
        sections.putIfAbsent(name, section);
        return section;
    }

    /// Slicers write keys in the order of the alphabet: before the first that comes later, else behind the last.
    private static int placeOf(List<String> lines, String key) {
        int last = lines.isEmpty() || keyOf(lines.getFirst()) != null ? 0 : 1;
        for (int i = 0; i < lines.size(); i++) {
            String here = keyOf(lines.get(i));
            if (here != null && here.compareTo(key) > 0) {
                return i;
            }
            last = here == null ? last : i + 1;
        }
        return last;
    }

    private static int find(List<String> lines, String key) {
        for (int i = 0; i < lines.size(); i++) {
            if (key.equals(keyOf(lines.get(i)))) {
                return i;
            }
        }
        return -1;
    }

    private static String keyOf(String line) {
        int equals = line.indexOf('=');
        return equals < 0 || line.startsWith("#") || line.startsWith(";") || line.startsWith("[")
                ? null
                : line.substring(0, equals).strip();
    }

    private static String valueOf(String line) {
        return line.substring(line.indexOf('=') + 1).strip();
    }
}
