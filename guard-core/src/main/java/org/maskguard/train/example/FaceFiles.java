package org.maskguard.train.example;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The files of `faces/manifest.csv` as they are, turned at random.
final class FaceFiles {
    private FaceFiles() {}

    static List<Example> list(Path faces, long seed, boolean heldOut) throws IOException {
        List<Example> examples = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(faces.resolve("manifest.csv"))) {
            for (NamedCsvRecord row : rows) {
                boolean held = !row.getField("train").equals("yes");
                if (heldOut || !held) {
                    examples.add(example(faces.resolve(row.getField("file")), seed, row, held));
                }
            }
        }
        return List.copyOf(examples);
    }

    private static Example example(Path file, long seed, NamedCsvRecord row, boolean heldOut) {
        String id = "faces/" + row.getField("file");
        Placement placement = Placement.anywhere(Dice.of(seed, id));
        return new Example(
                id,
                label(row),
                "found",
                row.getField("person"),
                "real",
                "rotation",
                heldOut,
                () -> new Example.Made(placement.apply(BenignSet.read(file)), Map.of()));
    }

    /// The manifest's label, but: whole figures at true size bear a life-size head, a nose alone is no face,
    /// and what is damaged or made of few facets need not be refused.
    private static String label(NamedCsvRecord row) {
        String label = row.getField("label");
        boolean lifelike = row.getField("realistic").equals("yes");
        if (label.equals("figurine") && row.getField("life_size").equals("yes")) {
            return "statue";
        }
        if (label.equals("face_surface") && row.getField("notes").contains("nose and a bit of the cheeks only")) {
            return "mask_other";
        }
        return label.equals("mask_human") && !lifelike ? "mask_rough" : label;
    }
}
