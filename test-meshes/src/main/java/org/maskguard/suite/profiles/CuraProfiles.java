package org.maskguard.suite.profiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.maskguard.suite.slicing.SlicerRun;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The printers among Cura's definitions.
///
/// Cura itself fills the `{placeholders}` in start and end, and CuraEngine does not: they are filled here as Cura does,
/// with the values of settings, those that are formulas with the definition's plain value; what Cura does not know
/// stays as it is. Where there are two extruders the second one does the infill.
final class CuraProfiles {

    /// Where Debian's package `cura` has them.
    static final Path USUAL = Path.of("/usr/share/cura/resources");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z0-9_]+)(?:,\\s*([a-z0-9_]+))?\\}");

    /// What Cura knows beside settings.
    private static final Map<String, String> KNOWN = Map.of(
            "initial_extruder_nr",
            "0",
            "time",
            "12:00:00",
            "date",
            "01-01-2026",
            "day",
            "Thu",
            "print_temperature",
            "200",
            "print_bed_temperature",
            "60",
            "jobname",
            "cube");

    /// What the second extruder does is set here, and what hides the rest of a job is not asked for.
    private static final Set<String> OURS = Set.of("infill_extruder_nr", "adhesion_type", "prime_tower_enable");

    private final Path resources;
    private final Map<Path, JsonNode> read = new LinkedHashMap<>();
    private final Map<String, String> common = new TreeMap<>();

    private CuraProfiles(Path resources) {
        this.resources = resources;
    }

    /// @param resources Cura's folder with `definitions` and `extruders`
    static List<Profile> of(Path resources) throws IOException {
        return new CuraProfiles(resources).profiles();
    }

    private List<Profile> profiles() throws IOException {
        gatherSettings(json(definition("fdmprinter")).path("settings"));
        gatherSettings(
                json(resources.resolve("definitions/fdmextruder.def.json")).path("settings"));
        List<Path> files;
        try (Stream<Path> all = Files.list(resources.resolve("definitions"))) {
            files = all.filter(file -> file.toString().endsWith(".def.json"))
                    .sorted()
                    .toList();
        }
        List<Profile> profiles = new ArrayList<>();
        for (Path file : files) {
            JsonNode definition = json(file);
            if (definition.path("metadata").path("visible").asBoolean(false) && isPrinter(definition)) {
                profiles.add(profile(file, definition));
            }
        }
        return profiles;
    }

    private boolean isPrinter(JsonNode definition) throws IOException {
        for (JsonNode at = definition; at.has("inherits"); at = json(definition(text(at, "inherits")))) {
            if (text(at, "inherits").equals("fdmprinter")) {
                return true;
            }
        }
        return false;
    }

    private Profile profile(Path file, JsonNode definition) throws IOException {
        Map<String, String> machine = new TreeMap<>();
        Map<String, String> trains = new TreeMap<>();
        gather(definition, machine, trains);
        List<Map<String, String>> extruders = new ArrayList<>();
        for (String train : trains.values()) {
            Map<String, String> extruder = new TreeMap<>();
            Path there = resources.resolve("extruders/" + train + ".def.json");
            if (Files.exists(there)) {
                // Cura 4.13 itself ships printers whose extruders it does not: the slicer says what it makes of that.
                gather(json(there), extruder, new TreeMap<>());
            }
            extruders.add(extruder);
        }
        boolean changes = extruders.size() > 1;
        machine.put("machine_extruder_count", Integer.toString(Math.max(1, extruders.size())));
        StringBuilder gcode = new StringBuilder();
        List<String> settings = settings(machine, Map.of(), gcode);
        List<String> command = new ArrayList<>(List.of("CuraEngine", "slice", "-m1", "-j", file.toString()));
        command.addAll(settings);
        command.addAll(List.of("-s", "infill_extruder_nr=" + (changes ? 1 : 0), "-s", "adhesion_type=none"));
        for (int i = 0; i < Math.max(1, extruders.size()); i++) {
            command.add("-e" + i);
            command.addAll(settings(extruders.isEmpty() ? Map.of() : extruders.get(i), machine, gcode));
            command.addAll(List.of("-s", "infill_extruder_nr=" + (changes ? 1 : 0)));
        }
        Map<String, String> environment = Map.of(
                "CURA_ENGINE_SEARCH_PATH", resources.resolve("definitions") + ":" + resources.resolve("extruders"));
        String maker = text(definition.path("metadata"), "manufacturer");
        return new Profile("Cura", maker, text(definition, "name"), gcode.toString(), (stl, job, scratch) -> {
            List<String> whole = new ArrayList<>(command);
            whole.addAll(List.of("-e0", "-l", stl.toString(), "-o", job.toString()));
            return new SlicerRun(whole, environment);
        });
    }

    /// Settings as arguments; those that are G-code are filled, and noted.
    private List<String> settings(Map<String, String> own, Map<String, String> machine, StringBuilder gcode) {
        List<String> arguments = new ArrayList<>();
        own.forEach((key, value) -> {
            if (OURS.contains(key)) {
                return;
            }
            boolean isGcode = key.endsWith("_gcode") || key.endsWith("_code");
            String filled = isGcode ? filled(value, own, machine) : value;
            if (isGcode || key.endsWith("_flavor") || key.startsWith("machine_extruder_")) {
                gcode.append(key).append('=').append(filled).append('\n');
            }
            arguments.add("-s");
            arguments.add(key + "=" + filled);
        });
        return arguments;
    }

    private String filled(String template, Map<String, String> own, Map<String, String> machine) {
        return PLACEHOLDER.matcher(template).replaceAll(match -> {
            String key = match.group(1);
            String value = own.getOrDefault(key, machine.getOrDefault(key, common.getOrDefault(key, KNOWN.get(key))));
            return Matcher.quoteReplacement(value == null ? match.group() : value);
        });
    }

    /// What a definition overrides, its ancestors' words first.
    private void gather(JsonNode definition, Map<String, String> settings, Map<String, String> trains)
            throws IOException {
        if (definition.has("inherits") && !text(definition, "inherits").matches("fdmprinter|fdmextruder")) {
            gather(json(definition(text(definition, "inherits"))), settings, trains);
        }
        definition.path("overrides").propertyStream().forEach(entry -> {
            String value = value(entry.getValue());
            if (value != null) {
                settings.put(entry.getKey(), value);
            }
        });
        JsonNode named = definition.path("metadata").path("machine_extruder_trains");
        named.propertyStream()
                .forEach(entry -> trains.put(entry.getKey(), entry.getValue().asString()));
    }

    private void gatherSettings(JsonNode settings) {
        settings.propertyStream().forEach(entry -> {
            String value = value(entry.getValue());
            if (value != null) {
                common.put(entry.getKey(), value);
            }
            gatherSettings(entry.getValue().path("children"));
        });
    }

    /// A plain value, or null where there is only a formula.
    private static String value(JsonNode setting) {
        JsonNode formula = setting.path("value");
        if (formula.isNumber() || formula.isBoolean()) {
            return formula.asString();
        }
        if (formula.isString() && formula.asString().matches("(?s)'[^']*'|\"[^\"]*\"|-?[0-9.]+")) {
            return formula.asString().replaceAll("^['\"]|['\"]$", "");
        }
        JsonNode plain = setting.path("default_value");
        return plain.isMissingNode() || plain.isContainer() ? null : plain.asString();
    }

    private Path definition(String name) {
        Path printer = resources.resolve("definitions/" + name + ".def.json");
        return Files.exists(printer) ? printer : resources.resolve("extruders/" + name + ".def.json");
    }

    private JsonNode json(Path file) throws IOException {
        JsonNode known = read.get(file);
        if (known == null) {
            try {
                known = JsonMapper.shared().readTree(Files.readString(file));
            } catch (JacksonException bad) {
                throw new IOException(file + ": " + bad.getOriginalMessage(), bad);
            }
            read.put(file, known);
        }
        return known;
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).asString("");
    }
}
