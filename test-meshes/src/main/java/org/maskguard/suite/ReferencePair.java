package org.maskguard.suite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.maskguard.io.Mesh;
import org.maskguard.suite.geometry.Sheet;

/// The two files that every guard can be tried with: what must be refused, and its twin that must not.
///
/// As virus scanners have EICAR. The first is a plain average face shell of life size, the second has the same
/// outline, size and wall and no features. Both are made from heights of 0.1 mm that ship in `reference.txt`, so that
/// they stay the same bytes when the detector learns anew; a test knows their digests. They change with a new name
/// only.
public final class ReferencePair {

    static final FaceGrid GRID = new FaceGrid(32, 36);

    private static final String HEIGHTS = "reference.txt";
    private static final double TENTH = 0.1;
    private static final double WALL = 2;

    private ReferencePair() {}

    /// Both, the one to be refused first.
    public static List<Sample> both() {
        return List.of(refused(), passed());
    }

    /// The face shell.
    public static Sample refused() {
        return new Sample("maskguard-test-refuse", "mask_human", () -> shell(0));
    }

    /// The shell without features.
    public static Sample passed() {
        return new Sample("maskguard-test-pass", "blank_shell", () -> shell(1));
    }

    private static Mesh shell(int block) {
        return Placed.onBed(Sheet.thickened(GRID.sheet(heights(block)), WALL, 1));
    }

    /// Each line holds a row of the grid, lowest first, from the middle to the left edge; the right side mirrors
    /// it.
    private static double[] heights(int block) {
        List<String> rows =
                lines().stream().filter(line -> !line.startsWith("#")).toList();
        double[] heights = new double[GRID.nodes()];
        int half = GRID.columns() / 2;
        for (int row = 0; row <= GRID.rows(); row++) {
            String[] tenths = rows.get(block * (GRID.rows() + 1) + row).split(" ");
            int middle = row * (GRID.columns() + 1) + half;
            for (int column = 0; column <= half; column++) {
                double height = TENTH * Integer.parseInt(tenths[column]);
                heights[middle + column] = height;
                heights[middle - column] = height;
            }
        }
        return heights;
    }

    private static List<String> lines() {
        try (InputStream in = ReferencePair.class.getResourceAsStream(HEIGHTS)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
