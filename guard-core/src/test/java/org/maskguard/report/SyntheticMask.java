package org.maskguard.report;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.maskguard.classify.Category;
import org.maskguard.classify.Face;
import org.maskguard.io.Mesh;
import org.maskguard.landmark.Landmark;
import org.maskguard.surface.Vec;
import org.maskguard.wear.Wear;

/// A face-like mask made of formulas: an ellipsoid's front with nose, eye pits, eyeballs, lips and chin, shelled.
///
/// The face looks along the file's −y, its chin points down −z, as a mask stands on a printer's bed.
///
/// @param wall thickness, mm; 0 for a sheet
/// @param step distance of neighbouring vertices, mm
record SyntheticMask(double wall, double step) {

    static final SyntheticMask STANDARD = new SyntheticMask(2.4, 1);

    private static final double HALF_WIDTH = 72;
    private static final double HALF_HEIGHT = 98;
    private static final double DEPTH = 82;

    /// Height of the surface towards the viewer over the face's plane: x to the face's left, y up, 0 between nose
    /// and mouth; NaN outside the outline.
    static double height(double x, double y) {
        double rim = 1 - square(x / HALF_WIDTH) - square((y - 12) / HALF_HEIGHT);
        if (rim < 0.1) {
            return Double.NaN;
        }
        double side = Math.abs(x);
        double z = DEPTH * Math.sqrt(rim);
        double down = Math.clamp((48 - y) / 40, 0, 1);
        double nose = (3 + 19 * down) * ramp(y, 58, 14) * (1 - ramp(y, 5, 12));
        z += nose * Math.exp(-square(x / (6 + 6 * down)));
        z += 6 * bump(side - 13, y - 6, 6, 6);
        z += 4 * bump(side - 24, y - 60, 20, 8);
        z -= 10 * bump(side - 31, y - 40, 15, 9);
        z += 5 * bump(side - 31, y - 40, 8, 6);
        z -= 5 * bump(side - 16, y - 40, 6, 6);
        z -= 4 * bump(x, y - 48, 12, 8);
        z += 4.5 * bump(x, y + 21, 20, 5) - 4 * bump(x, y + 28.5, 24, 2.5) + 5 * bump(x, y + 36, 18, 6);
        z -= 4 * bump(x, y + 47, 22, 5);
        z += 8 * bump(x, y + 60, 18, 11);
        return z;
    }

    /// The mask in the file's frame, mm.
    Mesh mesh() {
        int columns = (int) (2 * HALF_WIDTH / step) + 1;
        int rows = (int) (2 * HALF_HEIGHT / step) + 1;
        int layer = columns * rows;
        float[] xyz = new float[3 * layer * (wall > 0 ? 2 : 1)];
        boolean[] there = new boolean[layer];
        for (int i = 0; i < layer; i++) {
            double x = i % columns * step - HALF_WIDTH;
            double y = i / columns * step - HALF_HEIGHT + 12;
            double z = height(x, y);
            there[i] = !Double.isNaN(z);
            put(xyz, i, toFile(x, y, there[i] ? z : 0));
            if (wall > 0) {
                put(xyz, layer + i, toFile(x * 0.97, y * 0.97, there[i] ? z - wall : 0));
            }
        }
        return new Mesh(xyz, corners(there, columns, rows));
    }

    Face face(Category category, boolean concave) {
        Map<Landmark, Vec> at = landmarks();
        return new Face(
                category,
                0.998,
                concave,
                at,
                Samples.measurements(at, 134),
                new Vec(0, -1, 0),
                new Vec(0, 0, 1),
                new Wear(wall, 0.97, 61, 0.92, true, wall == 0, true));
    }

    static Map<Landmark, Vec> landmarks() {
        Map<Landmark, Vec> at = new EnumMap<>(Landmark.class);
        at.put(Landmark.GLABELLA, on(0, 58));
        at.put(Landmark.SELLION, on(0, 46));
        at.put(Landmark.PRONASALE, on(0, 9));
        at.put(Landmark.SUBNASALE, on(0, -6));
        at.put(Landmark.STOMION, on(0, -28.5));
        at.put(Landmark.LABIALE_SUPERIUS, on(0, -21));
        at.put(Landmark.LABIALE_INFERIUS, on(0, -37));
        at.put(Landmark.POGONION, on(0, -60));
        at.put(Landmark.MENTON, on(0, -72));
        pair(at, Landmark.ENDOCANTHION_LEFT, Landmark.ENDOCANTHION_RIGHT, 17, 40);
        pair(at, Landmark.EXOCANTHION_LEFT, Landmark.EXOCANTHION_RIGHT, 45, 41);
        pair(at, Landmark.ALARE_LEFT, Landmark.ALARE_RIGHT, 18, 7);
        pair(at, Landmark.CHEILION_LEFT, Landmark.CHEILION_RIGHT, 25, -28.5);
        return at;
    }

    private static void pair(Map<Landmark, Vec> at, Landmark left, Landmark right, double x, double y) {
        at.put(left, on(x, y));
        at.put(right, on(-x, y));
    }

    private static Vec on(double x, double y) {
        return toFile(x, y, height(x, y));
    }

    /// The face's left is the file's +x when it looks along −y with +z up.
    private static Vec toFile(double x, double y, double z) {
        return new Vec(x, -z, y + HALF_HEIGHT);
    }

    private int[] corners(boolean[] there, int columns, int rows) {
        int layer = columns * rows;
        boolean[] cells = new boolean[layer];
        for (int a = 0; a < layer - columns - 1; a++) {
            cells[a] = a % columns + 1 < columns
                    && there[a]
                    && there[a + 1]
                    && there[a + columns]
                    && there[a + columns + 1];
        }
        int[] corners = new int[36 * layer];
        int n = 0;
        for (int a = 0; a < layer; a++) {
            if (!cells[a]) {
                continue;
            }
            int b = a + 1;
            int c = a + columns + 1;
            int d = a + columns;
            n = quad(corners, n, a, b, c, d);
            if (wall > 0) {
                n = quad(corners, n, layer + d, layer + c, layer + b, layer + a);
                n = a >= columns && cells[a - columns] ? n : quad(corners, n, b, a, layer + a, layer + b);
                n = cells[a + 1] ? n : quad(corners, n, c, b, layer + b, layer + c);
                n = cells[a + columns] ? n : quad(corners, n, d, c, layer + c, layer + d);
                n = a > 0 && cells[a - 1] ? n : quad(corners, n, a, d, layer + d, layer + a);
            }
        }
        return Arrays.copyOf(corners, n);
    }

    private static int quad(int[] corners, int n, int a, int b, int c, int d) {
        int[] six = {a, b, c, a, c, d};
        System.arraycopy(six, 0, corners, n, 6);
        return n + 6;
    }

    private static void put(float[] xyz, int vertex, Vec v) {
        xyz[3 * vertex] = (float) v.x();
        xyz[3 * vertex + 1] = (float) v.y();
        xyz[3 * vertex + 2] = (float) v.z();
    }

    /// 0 above `from`, rising to 1 over `width` below it.
    private static double ramp(double y, double from, double width) {
        double t = Math.clamp((from - y) / width, 0, 1);
        return t * t * (3 - 2 * t);
    }

    private static double bump(double x, double y, double wide, double high) {
        return Math.exp(-square(x / wide) - square(y / high));
    }

    private static double square(double v) {
        return v * v;
    }
}
