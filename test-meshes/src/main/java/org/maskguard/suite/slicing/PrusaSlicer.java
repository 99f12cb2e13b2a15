package org.maskguard.suite.slicing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// PrusaSlicer 2.5 or newer, by its command line.
record PrusaSlicer(String version) implements Slicer {

    private static final Pattern VERSION = Pattern.compile("PrusaSlicer-(\\S+)");

    static Optional<PrusaSlicer> find() {
        return SlicerRun.output("prusa-slicer", "--help").map(said -> {
            Matcher version = VERSION.matcher(said);
            return new PrusaSlicer(version.find() ? version.group(1) : "unknown");
        });
    }

    @Override
    public String name() {
        return "PrusaSlicer";
    }

    @Override
    public List<String> command(Settings s, Path stl, Path job) {
        String width = Double.toString(s.width());
        List<String> line = new ArrayList<>(List.of("prusa-slicer", "--export-gcode", "--loglevel", "1"));
        line.addAll(List.of("-o", job.toString(), "--center", BED / 2 + "," + BED / 2));
        line.addAll(List.of("--bed-shape", "0x0,%1$dx0,%1$dx%1$d,0x%1$d".formatted(BED), "--max-print-height", "1000"));
        line.addAll(List.of("--nozzle-diameter", Double.toString(s.nozzle()), "--extrusion-width", width));
        line.addAll(List.of("--external-perimeter-extrusion-width", width, "--first-layer-extrusion-width", width));
        line.addAll(List.of("--layer-height", Double.toString(s.layer())));
        line.addAll(List.of("--first-layer-height", Double.toString(s.layer())));
        line.addAll(List.of("--perimeters", Integer.toString(s.walls()), "--fill-density", s.infill() + "%"));
        line.addAll(List.of("--top-solid-layers", Integer.toString(s.solid())));
        line.addAll(List.of("--bottom-solid-layers", Integer.toString(s.solid()), "--skirts", "0"));
        if (s.solid() == 0) {
            line.add("--no-ensure-vertical-shell-thickness");
        }
        if (s.supports().any()) {
            line.add("--support-material");
        }
        if (s.relative()) {
            line.addAll(List.of("--use-relative-e-distances", "--layer-gcode", "G92 E0"));
        }
        if (s.vase()) {
            line.add("--spiral-vase");
        }
        line.add(stl.toString());
        return line;
    }
}
