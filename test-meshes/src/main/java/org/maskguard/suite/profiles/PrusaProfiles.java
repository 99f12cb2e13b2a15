package org.maskguard.suite.profiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.maskguard.suite.slicing.SlicerRun;

/// The printers in PrusaSlicer's bundles of vendors, each with the print and filament that it names itself, and the
/// program's own defaults in each of its dialects.
///
/// PrusaSlicer itself slices, so that its templates are filled by the language's own interpreter. A printer with
/// several nozzles changes tools: the second one does the infill.
final class PrusaProfiles {

    /// Where Debian's package has them.
    static final Path USUAL = Path.of("/usr/share/PrusaSlicer/profiles");

    private static final List<String> FLAVORS = List.of(
            "reprap",
            "reprapfirmware",
            "repetier",
            "teacup",
            "makerware",
            "marlin",
            "marlin2",
            "sailfish",
            "mach3",
            "machinekit",
            "smoothie",
            "no-extrusion");

    /// What tells presets apart to whoever chooses one, and programs that are not here.
    private static final Set<String> LEFT_OUT = Set.of(
            "compatible_printers",
            "compatible_printers_condition",
            "compatible_prints",
            "compatible_prints_condition",
            "default_filament_profile",
            "default_print_profile",
            "default_sla_material_profile",
            "default_sla_print_profile",
            "printer_model",
            "printer_variant",
            "post_process",
            "thumbnails");

    /// What the program writes when a user asks for a pause, a change of colour or one thing after another.
    private static final List<String> ON_DEMAND =
            List.of("pause_print_gcode", "color_change_gcode", "between_objects_gcode", "template_custom_gcode");

    private PrusaProfiles() {}

    /// @param folder with a file `VENDOR.ini` each
    static List<Profile> of(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".ini"))
                    .sorted()
                    .toList();
        }
        List<Profile> profiles = new ArrayList<>();
        for (String flavor : FLAVORS) {
            Map<String, String> settings = new TreeMap<>(Map.of("gcode_flavor", flavor));
            profiles.add(profile("PrusaSlicer", "defaults, " + flavor, settings));
        }
        for (Path file : files) {
            VendorBundle bundle = VendorBundle.read(file);
            for (String name : bundle.presets("printer")) {
                Map<String, String> settings = settings(bundle, name);
                if (!"SLA".equals(settings.get("printer_technology"))) {
                    profiles.add(profile(bundle.vendor(), name, settings));
                }
            }
        }
        return profiles;
    }

    /// Printer, print and filament as one list of settings.
    static Map<String, String> settings(VendorBundle bundle, String printer) throws IOException {
        Map<String, String> machine = bundle.preset("printer", printer);
        Map<String, String> settings = new TreeMap<>();
        for (String kind : List.of("print", "filament")) {
            List<String> there = bundle.presets(kind);
            String named = VendorBundle.unquoted(machine.getOrDefault("default_" + kind + "_profile", ""));
            String chosen = there.contains(named) || there.isEmpty() ? named : there.getFirst();
            if (!chosen.isEmpty()) {
                settings.putAll(bundle.preset(kind, chosen));
            }
        }
        settings.putAll(machine);
        LEFT_OUT.forEach(settings::remove);
        askForMore(settings);
        return settings;
    }

    /// Pauses and changes of colour come with the tenth layer, other tools with the infill.
    private static void askForMore(Map<String, String> settings) {
        StringBuilder more = new StringBuilder();
        for (String key : ON_DEMAND) {
            String text = settings.getOrDefault(key, "");
            if (!text.isEmpty() && !text.contains("{") && !text.contains("[")) {
                more.append("{if layer_num==10}\\n").append(text).append("\\n{endif}");
            }
        }
        if (!more.isEmpty()) {
            settings.merge("layer_gcode", more.toString(), (own, added) -> own + "\\n" + added);
        }
        if (settings.getOrDefault("nozzle_diameter", "").contains(",")) {
            settings.put("infill_extruder", "2");
            settings.put("wipe_tower", "0");
        }
    }

    private static Profile profile(String maker, String name, Map<String, String> settings) {
        StringBuilder gcode = new StringBuilder();
        settings.forEach((key, value) -> {
            boolean speaks = key.endsWith("_gcode") || key.startsWith("use_") || key.endsWith("_flavor");
            if (speaks || key.equals("infill_extruder") || key.equals("single_extruder_multi_material")) {
                gcode.append(key).append('=').append(value).append('\n');
            }
        });
        return new Profile("PrusaSlicer", maker, name, gcode.toString(), (stl, job, scratch) -> {
            Path ini = scratch.resolveSibling(scratch.getFileName() + ".ini");
            List<String> lines = new ArrayList<>();
            settings.forEach((key, value) -> lines.add(key + " = " + value));
            Files.write(ini, lines);
            List<String> command = List.of(
                    "prusa-slicer",
                    "--export-gcode",
                    "--loglevel",
                    "1",
                    "--load",
                    ini.toString(),
                    "-o",
                    job.toString(),
                    stl.toString());
            return new SlicerRun(command, Map.of());
        });
    }
}
