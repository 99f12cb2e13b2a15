package org.maskguard.suite.profiles;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A vendor's presets as PrusaSlicer ships them: one file of sections `[printer:NAME]`, `[print:NAME]` and
/// `[filament:NAME]`, each of which may inherit others.
final class VendorBundle {

    /// More presets than any inherits one after another: a circle.
    private static final int DEEPEST = 50;

    private final String vendor;
    private final Map<String, Map<String, String>> sections = new LinkedHashMap<>();

    private VendorBundle(String vendor) {
        this.vendor = vendor;
    }

    /// @throws IOException where the file cannot be read
    static VendorBundle read(Path ini) throws IOException {
        VendorBundle bundle = new VendorBundle(ini.getFileName().toString().replaceFirst("[.]ini$", ""));
        Map<String, String> section = new LinkedHashMap<>();
        for (String line : Files.readAllLines(ini, StandardCharsets.UTF_8)) {
            int equals = line.indexOf('=');
            if (line.startsWith("[") && line.endsWith("]")) {
                section = new LinkedHashMap<>();
                bundle.sections.put(line.substring(1, line.length() - 1), section);
            } else if (equals > 0 && !line.startsWith("#") && !line.startsWith(";")) {
                section.put(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            }
        }
        return bundle;
    }

    String vendor() {
        return vendor;
    }

    /// Names of the presets that a user can choose, in the order of the file.
    ///
    /// @param kind `printer`, `print` or `filament`
    List<String> presets(String kind) {
        return sections.keySet().stream()
                .filter(name -> name.startsWith(kind + ":") && !name.startsWith(kind + ":*"))
                .map(name -> name.substring(kind.length() + 1))
                .toList();
    }

    /// A preset with all that it inherits; what is named later counts more, and its own words most.
    ///
    /// @throws IOException where it, or one that it inherits, is not there
    Map<String, String> preset(String kind, String name) throws IOException {
        Map<String, String> flat = new TreeMap<>();
        gather(kind, name, flat, 0);
        flat.remove("inherits");
        return flat;
    }

    private void gather(String kind, String name, Map<String, String> into, int depth) throws IOException {
        Map<String, String> own = sections.get(kind + ":" + name);
        if (own == null || depth > DEEPEST) {
            throw new IOException("%s: no preset [%s:%s]".formatted(vendor, kind, name));
        }
        for (String parent : own.getOrDefault("inherits", "").split(";")) {
            if (!parent.isBlank()) {
                gather(kind, unquoted(parent), into, depth + 1);
            }
        }
        into.putAll(own);
    }

    /// The first of a list of names, which may stand in quotes.
    static String unquoted(String list) {
        String first = list.strip();
        if (first.startsWith("\"")) {
            int end = first.indexOf('"', 1);
            return end < 0 ? first.substring(1) : first.substring(1, end);
        }
        int end = first.indexOf(';');
        return (end < 0 ? first : first.substring(0, end)).strip();
    }
}
