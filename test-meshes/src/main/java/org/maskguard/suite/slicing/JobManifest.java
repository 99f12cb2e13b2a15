package org.maskguard.suite.slicing;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The list of jobs, one row a job, by name; the file is rewritten whole after each job, so that a run that was
/// interrupted can go on. Safe to share between threads.
final class JobManifest {

    private final Path file;
    private final TreeMap<String, Map<String, String>> rows = new TreeMap<>();

    /// How a job turned out.
    ///
    /// @param kept share of the object's volume that the slicer kept, 0 to 1
    /// @param height share of its height
    /// @param beads lines of plastic of the object
    /// @param arcs that the post-processor made
    /// @param seconds of processor time of slicing
    record Result(
            Orientation orientation,
            double yaw,
            Placement placement,
            double kept,
            double height,
            int beads,
            int arcs,
            double seconds,
            long bytes) {}

    private JobManifest(Path file) {
        this.file = file;
    }

    /// Opens a list, or begins one.
    static JobManifest open(Path file) throws IOException {
        JobManifest manifest = new JobManifest(file);
        if (Files.exists(file)) {
            try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
                for (NamedCsvRecord row : reader) {
                    manifest.rows.put(row.getField("name"), row.getFieldsAsMap());
                }
            }
        }
        return manifest;
    }

    synchronized boolean has(String name) {
        return rows.containsKey(name);
    }

    synchronized int size() {
        return rows.size();
    }

    /// Adds a row and writes the list.
    synchronized void add(Map<String, String> row) throws IOException {
        rows.put(row.get("name"), row);
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        try (CsvWriter csv = CsvWriter.builder().build(whole)) {
            csv.writeRecord(row.keySet());
            for (Map<String, String> each : rows.values()) {
                csv.writeRecord(each.values());
            }
        }
        Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    static Map<String, String> row(String name, Thing thing, Slicer slicer, Settings settings, Result result) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("name", name);
        row.put("file", "jobs/" + name + ".gcode");
        row.put("mesh", "meshes/" + name + ".stl");
        row.put("label", thing.label());
        row.put("person", thing.person());
        row.put("family", thing.family());
        row.put("kind", thing.kind());
        row.put("source", thing.source());
        row.put("thing", thing.id());
        row.put("slicer", slicer.name());
        row.put("version", slicer.version());
        row.put("orientation", result.orientation().word());
        row.put("yaw", number(result.yaw()));
        row.put("scale", number(thing.scale()));
        row.put("sink_mm", number(result.placement().sink()));
        row.put("transform", result.placement().transform(Slicer.BED / 2.0));
        row.put("mesh_to_job", Slicer.BED / 2 + " " + Slicer.BED / 2 + " 0");
        row.put("layer", Double.toString(settings.layer()));
        row.put("walls", Integer.toString(settings.walls()));
        row.put("infill", Integer.toString(settings.infill()));
        row.put("solid", Integer.toString(settings.solid()));
        row.put("nozzle", Double.toString(settings.nozzle()));
        row.put("supports", settings.supports().word());
        row.put("relative_e", yes(settings.relative()));
        row.put("vase", yes(settings.vase()));
        row.put("arcs", Integer.toString(result.arcs()));
        row.put("kept_volume", number(result.kept()));
        row.put("kept_height", number(result.height()));
        row.put("beads", Integer.toString(result.beads()));
        row.put("bytes", Long.toString(result.bytes()));
        row.put("cpu_seconds", String.format(Locale.ROOT, "%.1f", result.seconds()));
        return row;
    }

    /// Shares under which a job no longer shows the object: the slicer dropped more than a fifth of it.
    static final double KEPT = 0.8;

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    private static String yes(boolean is) {
        return is ? "yes" : "no";
    }
}
