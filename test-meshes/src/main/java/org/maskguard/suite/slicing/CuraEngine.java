package org.maskguard.suite.slicing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// CuraEngine 4 with the definitions of Cura.
///
/// The engine knows only each setting's `default_value`: formulas are Cura's own work, so what follows from layer
/// height, line width and infill is worked out here.
///
/// @param resources Cura's folder with `definitions` and `extruders`
record CuraEngine(String version, Path resources) implements Slicer {

    private static final Pattern VERSION = Pattern.compile("version (\\S+)");
    private static final int NO_LIMIT = 1000;

    /// Where Debian's package `cura` has them.
    static final Path USUAL = Path.of("/usr/share/cura/resources");

    static Optional<CuraEngine> find(Path resources) {
        if (!Files.isRegularFile(definition(resources))) {
            return Optional.empty();
        }
        return SlicerRun.output("CuraEngine", "help").map(said -> {
            Matcher version = VERSION.matcher(said);
            return new CuraEngine(version.find() ? version.group(1) : "unknown", resources);
        });
    }

    @Override
    public String name() {
        return "CuraEngine";
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(
                "CURA_ENGINE_SEARCH_PATH", resources.resolve("definitions") + ":" + resources.resolve("extruders"));
    }

    @Override
    public List<String> command(Settings s, Path stl, Path job) {
        List<String> settings = new ArrayList<>();
        values(s).forEach((key, value) -> settings.addAll(List.of("-s", key + "=" + value)));
        List<String> line = new ArrayList<>(List.of("CuraEngine", "slice", "-m1"));
        line.addAll(List.of("-j", definition(resources).toString()));
        line.addAll(settings);
        line.add("-e0");
        line.addAll(settings);
        line.addAll(List.of("-o", job.toString(), "-l", stl.toString()));
        return line;
    }

    private static Path definition(Path resources) {
        return resources.resolve("definitions").resolve("fdmprinter.def.json");
    }

    private static Map<String, Object> values(Settings s) {
        Map<String, Object> v = new LinkedHashMap<>();
        v.put("machine_width", BED);
        v.put("machine_depth", BED);
        v.put("machine_height", NO_LIMIT);
        v.put("machine_nozzle_size", s.nozzle());
        for (String key : List.of("layer_height", "layer_height_0", "infill_sparse_thickness")) {
            v.put(key, s.layer());
        }
        for (String part : List.of("", "wall_", "skin_", "infill_", "skirt_brim_", "support_", "support_interface_")) {
            v.put(part + "line_width", s.width());
        }
        v.put("wall_line_width_0", s.width());
        v.put("wall_line_width_x", s.width());
        v.put("adhesion_type", "none");
        v.put("wall_line_count", s.walls());
        v.put("top_layers", s.solid());
        v.put("bottom_layers", s.solid());
        v.put("roofing_layer_count", 0);
        // Lines and grids: two directions share the density.
        v.put("infill_line_distance", s.infill() == 0 ? 0 : 2 * 100 * s.width() / s.infill());
        v.put("support_enable", s.supports().any());
        v.put("support_structure", s.supports() == Supports.TREE ? "tree" : "normal");
        v.put("support_line_distance", 20 * s.width() / 3);
        v.put("support_initial_layer_line_distance", 20 * s.width() / 3);
        v.put("relative_extrusion", s.relative());
        v.put("magic_spiralize", s.vase());
        return v;
    }
}
