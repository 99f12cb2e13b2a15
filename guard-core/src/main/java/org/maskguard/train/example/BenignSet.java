package org.maskguard.train.example;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.maskguard.io.Limits;
import org.maskguard.io.Mesh;
import org.maskguard.io.MeshReader;
import org.maskguard.io.Unreadable;
import org.maskguard.surface.Vec;

/// Things that makers print and that are no masks: each file as found, and scaled to the size of a face.
final class BenignSet {

    /// A thing of a face's size: second-largest extents, mm.
    private static final double[] SIZES = {110, 150, 200};

    /// Below this third extent, in the file's unit, a thing is a flat sheet and not rescaled.
    private static final double FLAT = 1e-6;

    private BenignSet() {}

    /// Examples of every row of the manifest, by file.
    static List<Example> list(Path benign, long seed, boolean heldOut) throws IOException {
        List<Example> examples = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(benign.resolve("manifest.csv"))) {
            for (NamedCsvRecord row : rows) {
                if (heldOut || row.getField("train").equals("yes")) {
                    addSizes(benign, seed, row, examples);
                }
            }
        }
        return List.copyOf(examples);
    }

    private static void addSizes(Path benign, long seed, NamedCsvRecord row, List<Example> examples) {
        Path file = benign.resolve(row.getField("file"));
        examples.add(example(row, "found", () -> new Example.Made(read(file), Map.of())));
        if (extents(row)[0] <= FLAT) {
            return;
        }
        for (double size : SIZES) {
            String word = "extent-" + (int) size;
            Dice dice = Dice.of(seed, row.getField("file") + "/" + word);
            Placement placement = Placement.anywhere(dice);
            examples.add(example(row, word, () -> new Example.Made(rescaled(read(file), size, placement), Map.of())));
        }
    }

    private static Example example(NamedCsvRecord row, String size, Supplier<Example.Made> maker) {
        return new Example(
                row.getField("file") + "/" + size,
                row.getField("label"),
                "found",
                row.getField("family"),
                "benign",
                size,
                !row.getField("train").equals("yes"),
                maker);
    }

    private static double[] extents(NamedCsvRecord row) {
        double[] extents = {
            Double.parseDouble(row.getField("extent_x")),
            Double.parseDouble(row.getField("extent_y")),
            Double.parseDouble(row.getField("extent_z"))
        };
        Arrays.sort(extents);
        return extents;
    }

    /// Centred, its second-largest extent as given, turned and moved.
    private static Mesh rescaled(Mesh mesh, double size, Placement placement) {
        double[] b = Meshes.bounds(mesh);
        double[] extents = {b[3] - b[0], b[4] - b[1], b[5] - b[2]};
        Arrays.sort(extents);
        Vec centre = new Vec(0.5 * (b[0] + b[3]), 0.5 * (b[1] + b[4]), 0.5 * (b[2] + b[5]));
        double factor = size / extents[1];
        return Meshes.move(mesh, centre, placement.turn(), factor, placement.shift());
    }

    static Mesh read(Path file) {
        try {
            return MeshReader.read(file, Limits.DEFAULT).mesh();
        } catch (Unreadable broken) {
            throw new UncheckedIOException(new IOException(file + ": " + broken.getMessage(), broken));
        }
    }
}
