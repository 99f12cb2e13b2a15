package org.maskguard.gcode;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maskguard.gcode.Configuration.Macro;

/// Klipper's `printer.cfg`: its macros, its filament, whether objects can be left out.
///
/// A macro of plain lines is expanded. One with expressions (`{…}`, `{%…%}`) cannot be: it draws where one of its lines
/// may extrude or calls a macro that may, and is harmless where none does. Where a macro renames the command that it
/// replaces (`rename_existing`), its calls of the old name mean that command.
public final class PrinterConfig {

    private static final Pattern SECTION = Pattern.compile("^\\[([^\\]]+)]\\s*([#;].*)?$");
    private static final Pattern OPTION = Pattern.compile("^([A-Za-z_][\\w ]*?)\\s*[:=]\\s*(.*)$");
    private static final Pattern EXTRUDES =
            Pattern.compile("(?im)^\\s*(\\{%.*%\\}\\s*)?(G0*[0-3]\\b[^;\\n]*E|G11\\b|[^;\\n]*MANUAL_STEPPER)");

    private PrinterConfig() {}

    /// What the text adds to a configuration. Sections and options that say nothing of shape are passed over.
    public static Configuration read(String text, Configuration base) {
        Map<String, String> bodies = new HashMap<>();
        Map<String, String> renamed = new HashMap<>();
        Configuration found = base;
        String section = "";
        String option = "";
        StringBuilder value = new StringBuilder();
        for (String raw : (text + "\n[end]\n").lines().toList()) {
            Matcher opening = SECTION.matcher(raw);
            boolean indented = !raw.isEmpty() && Character.isWhitespace(raw.charAt(0));
            Matcher assigned = OPTION.matcher(raw);
            if (opening.matches() || !indented && assigned.matches()) {
                found = take(section, option, value.toString(), found, bodies, renamed);
                value.setLength(0);
                option = "";
                if (opening.matches()) {
                    section = opening.group(1).strip();
                    if (section.equals("exclude_object")) {
                        found = found.withExcludesObjects(true);
                    }
                } else {
                    option = assigned.group(1).strip().toLowerCase(Locale.ROOT);
                    value.append(assigned.group(2)).append('\n');
                }
            } else if (indented) {
                value.append(raw).append('\n');
            }
        }
        renamed.forEach((name, old) -> bodies.computeIfPresent(
                name,
                (same, body) -> body.replaceAll("(?im)^(\\s*)" + Pattern.quote(old) + "(?![\\w.])", "$1" + name)));
        return found.withMacros(macros(bodies));
    }

    private static Configuration take(
            String section,
            String option,
            String value,
            Configuration found,
            Map<String, String> bodies,
            Map<String, String> renamed) {
        if (section.toLowerCase(Locale.ROOT).startsWith("gcode_macro ") && option.equals("gcode")) {
            bodies.put(name(section), value);
        }
        if (section.toLowerCase(Locale.ROOT).startsWith("gcode_macro ") && option.equals("rename_existing")) {
            renamed.put(name(section), value.strip());
        }
        if (section.equals("extruder")) {
            try {
                double number =
                        Double.parseDouble(value.replaceFirst("[#;].*", "").strip());
                if (option.equals("filament_diameter")) {
                    return found.withFilamentMm(number);
                }
                if (option.equals("min_extrude_temp")) {
                    return found.withColdBelow(number);
                }
            } catch (IllegalArgumentException e) {
                return found;
            }
        }
        return found;
    }

    private static String name(String section) {
        return section.substring("gcode_macro ".length()).strip().toUpperCase(Locale.ROOT);
    }

    private static Map<String, Macro> macros(Map<String, String> bodies) {
        Map<String, Macro> macros = new HashMap<>();
        bodies.forEach((name, body) -> {
            Macro macro = macro(name, bodies, 0);
            if (macro.kind() != Macro.Kind.HARMLESS || !isBuiltIn(name)) {
                macros.put(name, macro);
            }
        });
        return macros;
    }

    /// A harmless macro round one of the firmware's own commands does what that does.
    private static boolean isBuiltIn(String name) {
        if (name.matches("[GMT]\\d{1,4}")) {
            return Vocabulary.of(name.charAt(0), Integer.parseInt(name.substring(1))) != Vocabulary.Kind.UNKNOWN;
        }
        return Vocabulary.of(name) != Vocabulary.Kind.UNKNOWN;
    }

    private static Macro macro(String name, Map<String, String> bodies, int depth) {
        String body = bodies.get(name);
        if (!body.contains("{")) {
            return Macro.expanded(body.replaceAll("(?m)\\s[#].*$", ""));
        }
        return draws(body, name, bodies, depth) ? Macro.draws() : Macro.harmless();
    }

    private static boolean draws(String body, String name, Map<String, String> bodies, int depth) {
        if (EXTRUDES.matcher(body).find()) {
            return true;
        }
        if (depth > 16) {
            return true;
        }
        return body.lines()
                .map(line ->
                        line.strip().replaceFirst("\\{%.*?%\\}", "").strip().split("[\\s;]", 2)[0])
                .map(word -> word.toUpperCase(Locale.ROOT))
                .filter(word -> !word.equals(name) && bodies.containsKey(word))
                .anyMatch(word -> draws(bodies.get(word), word, bodies, depth + 1));
    }
}
