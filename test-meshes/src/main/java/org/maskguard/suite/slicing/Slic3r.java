package org.maskguard.suite.slicing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Slic3r 1.3, by its command line.
record Slic3r(String version) implements Slicer {

    static Optional<Slic3r> find() {
        return SlicerRun.output("slic3r", "--version").map(said -> new Slic3r(said.strip()));
    }

    @Override
    public String name() {
        return "Slic3r";
    }

    @Override
    public List<String> command(Settings s, Path stl, Path job) {
        List<String> line = new ArrayList<>(List.of("slic3r", "--no-gui", "-j", "1", "-o", job.toString()));
        line.addAll(List.of("--print-center", BED / 2 + "," + BED / 2));
        line.addAll(List.of("--nozzle-diameter", Double.toString(s.nozzle())));
        line.addAll(List.of("--extrusion-width", Double.toString(s.width())));
        line.addAll(List.of("--external-perimeter-extrusion-width", Double.toString(s.width())));
        line.addAll(List.of("--layer-height", Double.toString(s.layer())));
        line.addAll(List.of("--first-layer-height", Double.toString(s.layer())));
        line.addAll(List.of("--perimeters", Integer.toString(s.walls())));
        line.addAll(List.of("--fill-density", Integer.toString(s.infill())));
        line.addAll(List.of("--top-solid-layers", Integer.toString(s.solid())));
        line.addAll(List.of("--bottom-solid-layers", Integer.toString(s.solid())));
        // Its only way of telling supports from the object.
        line.addAll(List.of("--skirts", "0", "--gcode-comments"));
        if (s.supports().any()) {
            line.add("--support-material");
        }
        if (s.relative()) {
            line.add("--use-relative-e-distances");
        }
        if (s.vase()) {
            line.add("--spiral-vase");
        }
        line.add(stl.toString());
        return line;
    }
}
