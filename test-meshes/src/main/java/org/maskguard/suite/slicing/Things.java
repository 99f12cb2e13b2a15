package org.maskguard.suite.slicing;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.maskguard.io.Limits;
import org.maskguard.io.Mesh;
import org.maskguard.io.MeshReader;
import org.maskguard.io.Unreadable;
import org.maskguard.train.example.Decimation;
import org.maskguard.train.example.ExampleSet;
import org.maskguard.train.example.MaskDesign;
import org.maskguard.train.example.MaskMaker;
import org.maskguard.train.example.Subject;

/// What there is to slice: masks of many people, and benign files. Nothing that is held out is opened.
///
/// @param data folder with `param`, `faces` and `benign`
/// @param seed of all chance
record Things(Path data, long seed) {

    /// People drawn from each parametric face.
    private static final int DRAWN = 24;

    /// A mask is brought down to this many triangles: as many as those that people download have, and few enough
    /// that a
    /// slicer is quick.
    private static final int MASK_TRIANGLES = 3000;

    /// Walls thinner than two lines of a 0.6 mm nozzle, mm, are left out by slicers.
    private static final double THINNEST = 1.6;

    private static final double MASK_SINK = 2;

    /// Second extents of a thing of a face's size, mm: those of the model card.
    private static final double[] FACE_SIZES = {110, 150, 200};

    private static final double SMALLEST = 20;
    private static final double LARGEST = 250;
    private static final double LARGEST_RESCALED = 380;
    private static final double FLATTEST_RESCALED = 5;
    private static final int MOST_TRIANGLES = 20_000;

    /// Masks, those of one person far apart from each other; the first few of a longer list are those of a shorter
    /// one.
    List<Thing> masks(int count) throws IOException {
        ExampleSet set = ExampleSet.open(data, seed);
        List<List<Subject>> sources = List.of(set.realPeople(false), set.ictPeople(DRAWN), set.makeHumanPeople(DRAWN));
        List<Subject> people = new ArrayList<>();
        for (int i = 0; i < DRAWN; i++) {
            for (List<Subject> source : sources) {
                if (i < source.size()) {
                    people.add(source.get(i));
                }
            }
        }
        List<MaskMaker> makers = MaskMaker.all();
        List<Thing> masks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int round = i / people.size();
            masks.add(mask(people.get(i % people.size()), makers.get((i + round) % makers.size()), round));
        }
        return masks;
    }

    private Thing mask(Subject subject, MaskMaker maker, int number) {
        long own = new SplittableRandom(seed ^ 31L * subject.id().hashCode() + number).nextLong();
        MaskDesign drawn = MaskDesign.draw(own);
        MaskDesign design = drawn.withWall(Math.max(THINNEST, drawn.wall()));
        return new Thing(
                "mask/" + maker.way() + "/" + subject.id() + "/" + number,
                "mask",
                "mask_human",
                subject.unit(),
                "",
                subject.source(),
                Placement.Y_UP,
                1,
                MASK_SINK,
                () -> Decimation.to(maker.make(subject.head().get(), design), MASK_TRIANGLES));
    }

    /// Benign files that fit a printer as they are, from 20 to 250 mm in their largest extent.
    List<Thing> found() throws IOException {
        List<Thing> things = new ArrayList<>();
        for (NamedCsvRecord row : benignRows()) {
            double[] extents = extents(row);
            if (extents[2] >= SMALLEST && extents[2] <= LARGEST && extents[0] > 1) {
                things.add(benign(row, "found", 1));
            }
        }
        return things;
    }

    /// Benign files at the size of a face: second extent 110, 150 or 200 mm by turns.
    List<Thing> rescaled() throws IOException {
        List<Thing> things = new ArrayList<>();
        for (NamedCsvRecord row : benignRows()) {
            double[] extents = extents(row);
            double scale = FACE_SIZES[things.size() % FACE_SIZES.length] / extents[1];
            if (extents[2] * scale <= LARGEST_RESCALED && extents[0] * scale >= FLATTEST_RESCALED) {
                things.add(benign(row, "rescaled", scale));
            }
        }
        return things;
    }

    private Thing benign(NamedCsvRecord row, String kind, double scale) {
        Path file = data.resolve("benign").resolve(row.getField("file"));
        return new Thing(
                row.getField("file") + "/" + kind,
                kind,
                row.getField("label"),
                "",
                row.getField("family"),
                "benign",
                Placement.UPRIGHT,
                scale,
                0,
                () -> read(file));
    }

    /// Rows that may be trained on and are not too fine, in random order, families by turns so that the first few
    /// are
    /// of many.
    private List<NamedCsvRecord> benignRows() throws IOException {
        Map<String, List<NamedCsvRecord>> families = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(data.resolve("benign").resolve("manifest.csv"))) {
            for (NamedCsvRecord row : rows) {
                if (row.getField("train").equals("yes")
                        && Integer.parseInt(row.getField("triangles")) <= MOST_TRIANGLES) {
                    families.computeIfAbsent(row.getField("family"), name -> new ArrayList<>())
                            .add(row);
                }
            }
        }
        List<NamedCsvRecord> turns = new ArrayList<>();
        families.values().forEach(family -> Collections.shuffle(family, new Random(seed)));
        for (int i = 0; !families.isEmpty(); i++) {
            int turn = i;
            families.values().removeIf(family -> family.size() <= turn);
            families.values().forEach(family -> turns.add(family.get(turn)));
        }
        return turns;
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

    private static Mesh read(Path file) {
        try {
            return MeshReader.read(file, Limits.DEFAULT).mesh();
        } catch (Unreadable bad) {
            throw new UncheckedIOException(new IOException(file + ": " + bad.getMessage(), bad));
        }
    }
}
