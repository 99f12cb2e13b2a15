package org.maskguard.train.example;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.maskguard.io.Mesh;
import org.maskguard.landmark.Landmark;
import org.maskguard.surface.Vec;

/// A scanned, sculpted or modelled head among the data, with landmarks that were marked by eye.
///
/// @param file of the mesh
/// @param person whom it shows
/// @param label of the manifest
/// @param heldOut whether it must not be trained on
/// @param bags whether there is a mouth bag or an eye socket behind the skin, which is taken off
/// @param scale from the file's mm to life size: where the file's size is a guess, colossal or tiny
/// @param marks in the file's frame and size, mm: pronasale, sellion, menton (or the lowest of the chin that is
///     there) and both exocanthia, within some 3 mm
public record RealHead(
        Path file, String person, String label, boolean heldOut, boolean bags, double scale, Map<Landmark, Vec> marks) {

    private static final Set<String> LABELS = Set.of("face_surface", "head", "bust");

    /// The order of the columns of `heads.csv`.
    private static final List<Landmark> MARKED = List.of(
            Landmark.PRONASALE,
            Landmark.SELLION,
            Landmark.MENTON,
            Landmark.EXOCANTHION_RIGHT,
            Landmark.EXOCANTHION_LEFT);

    /// From sellion to gnathion the face of ICT-FaceKit leans back by this angle, rad; a marked head is set up
    /// likewise: what is called menton of it was marked by eye where the chin ends in the frontal view, which is
    /// the gnathion.
    private static final double LEAN = StrictMath.toRadians(1.0);

    /// An eye's middle is this part of the way from the middle line to the exocanthion (mean of ICT-FaceKit).
    private static final double EYE = 0.7;

    /// Heads of fewer triangles are smoothed, so that facets are no mark of a real head.
    private static final int COARSE = 7000;

    /// The usable rows of `faces/manifest.csv`: realistic, whole faces, and marked in `heads.csv`.
    ///
    /// @param faces the folder `faces`
    /// @param heldOut whether rows that must not be trained on are listed too
    /// @throws IOException where the manifest cannot be read
    public static List<RealHead> list(Path faces, boolean heldOut) throws IOException {
        Map<String, NamedCsvRecord> marked = readMarks();
        List<RealHead> heads = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(faces.resolve("manifest.csv"))) {
            for (NamedCsvRecord row : rows) {
                NamedCsvRecord marks = marked.get(row.getField("file"));
                boolean held = !row.getField("train").equals("yes");
                if (marks != null && usable(row) && (heldOut || !held)) {
                    heads.add(new RealHead(
                            faces.resolve(row.getField("file")),
                            row.getField("person"),
                            row.getField("label"),
                            held,
                            marks.getField("bags").equals("yes"),
                            Double.parseDouble(marks.getField("scale")),
                            marks(marks)));
                }
            }
        }
        return List.copyOf(heads);
    }

    /// The file's name without its ending.
    public String id() {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    /// Reads the mesh and sets it upright, life-size, the tip of the nose at the origin.
    public Head load() {
        return upright(BenignSet.read(file));
    }

    private Head upright(Mesh mesh) {
        Meshes.Turn turn = turn();
        Vec origin = marks.get(Landmark.PRONASALE);
        Mesh moved = Meshes.move(mesh, origin, turn, scale, new Vec(0, 0, 0));
        Mesh skin = refined(bags ? Visibility.outerSkin(moved) : moved);
        Map<Landmark, Vec> upright = new EnumMap<>(Landmark.class);
        marks.forEach((landmark, p) ->
                upright.put(landmark, turn.apply(p.minus(origin)).times(scale)));
        return new Head(
                id(),
                person,
                "real",
                heldOut,
                skin,
                new Mesh(new float[0], new int[0]),
                Map.copyOf(upright),
                eye(upright, Landmark.EXOCANTHION_LEFT),
                eye(upright, Landmark.EXOCANTHION_RIGHT));
    }

    private static Mesh refined(Mesh mesh) {
        Mesh fine = mesh;
        while (fine.triangles() < COARSE) {
            fine = Subdivision.loop(fine);
        }
        return fine;
    }

    private Meshes.Turn turn() {
        Vec rising =
                marks.get(Landmark.SELLION).minus(marks.get(Landmark.MENTON)).unit();
        Vec across = marks.get(Landmark.EXOCANTHION_LEFT).minus(marks.get(Landmark.EXOCANTHION_RIGHT));
        Vec x = across.minus(rising.times(across.dot(rising))).unit();
        Vec forward = x.cross(rising);
        Vec y = rising.times(StrictMath.cos(LEAN)).minus(forward.times(StrictMath.sin(LEAN)));
        return new Meshes.Turn(x, y, x.cross(y));
    }

    private static Vec eye(Map<Landmark, Vec> marks, Landmark exocanthion) {
        Vec sellion = marks.get(Landmark.SELLION);
        Vec corner = marks.get(exocanthion);
        return new Vec(sellion.x() + EYE * (corner.x() - sellion.x()), corner.y(), corner.z());
    }

    private static boolean usable(NamedCsvRecord row) {
        return LABELS.contains(row.getField("label"))
                && row.getField("realistic").equals("yes");
    }

    private static Map<Landmark, Vec> marks(NamedCsvRecord row) {
        Map<Landmark, Vec> marks = new EnumMap<>(Landmark.class);
        for (int i = 0; i < MARKED.size(); i++) {
            double x = Double.parseDouble(row.getField(3 + 3 * i));
            double y = Double.parseDouble(row.getField(4 + 3 * i));
            double z = Double.parseDouble(row.getField(5 + 3 * i));
            marks.put(MARKED.get(i), new Vec(x, y, z));
        }
        return Map.copyOf(marks);
    }

    private static Map<String, NamedCsvRecord> readMarks() throws IOException {
        Map<String, NamedCsvRecord> byFile = new HashMap<>();
        try (InputStream in = RealHead.class.getResourceAsStream("heads.csv");
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows) {
                byFile.put(row.getField("file"), row);
            }
        }
        return byFile;
    }
}
