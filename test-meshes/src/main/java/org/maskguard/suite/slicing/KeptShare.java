package org.maskguard.suite.slicing;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import org.maskguard.io.Mesh;

/// How much of an object a slicer kept: the share of its volume that a job's lines cover or enclose.
///
/// On some layers, spread over the height, the mesh's section (a non-zero winding number, so that bodies that overlap
/// are no holes) and the job's lines are drawn on a grid; what lies within half a millimetre of a line or of a place
/// that lines enclose is kept. Walls that were too thin to be drawn, layers that are missing and bodies that were left
/// out lower the share; infill does not matter. The first layer is left out: its outline may enclose what the object
/// does not.
final class KeptShare {

    private static final double CELL = 0.5;
    private static final int LAYERS = 40;
    private static final int MARGIN = 3;

    private final Mesh mesh;
    private final Beads beads;
    private final double layer;
    private final double left;
    private final double front;
    private final int width;
    private final int depth;
    private long inside;
    private long kept;

    /// @param centre of the bed along x and y, mm: where the mesh's x = y = 0 lies in the job
    private KeptShare(Mesh mesh, Beads beads, double layer, double centre) {
        this.mesh = mesh;
        this.beads = beads;
        this.layer = layer;
        double[] b = Placement.bounds(mesh);
        left = b[0] + centre - MARGIN * CELL;
        front = b[1] + centre - MARGIN * CELL;
        width = (int) Math.ceil((b[3] - b[0]) / CELL) + 2 * MARGIN;
        depth = (int) Math.ceil((b[4] - b[1]) / CELL) + 2 * MARGIN;
        int last = Math.max(1, (int) Math.floor(b[5] / layer));
        int step = Math.max(1, last / LAYERS);
        for (int number = Math.min(2, last); number <= last; number += step) {
            count(number, centre);
        }
    }

    /// From 0 to 1; NaN where the mesh has no inside on the layers that were looked at.
    static double of(Mesh mesh, Beads beads, double layer, double centre) {
        KeptShare share = new KeptShare(mesh, beads, layer, centre);
        return share.inside == 0 ? Double.NaN : share.kept / (double) share.inside;
    }

    private void count(int number, double centre) {
        BitSet section = section((number - 0.5) * layer, centre);
        if (section.isEmpty()) {
            return;
        }
        BitSet solid = solid(number);
        for (int cell = section.nextSetBit(0); cell >= 0; cell = section.nextSetBit(cell + 1)) {
            inside++;
            kept += near(solid, cell) ? 1 : 0;
        }
    }

    private boolean near(BitSet solid, int cell) {
        for (int dy = -width; dy <= width; dy += width) {
            for (int dx = -1; dx <= 1; dx++) {
                if (solid.get(Math.max(0, cell + dy + dx))) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Cells whose middle is inside the mesh; rows in which the surface does not close are left out.
    private BitSet section(double height, double centre) {
        double[][] crossings = new double[depth][16];
        int[] counts = new int[depth];
        int[] c = mesh.corners();
        float[] p = mesh.xyz();
        double[] cut = new double[4];
        for (int t = 0; t < c.length; t += 3) {
            if (!cut(p, c, t, height, cut)) {
                continue;
            }
            double y0 = (cut[1] + centre - front) / CELL - 0.5;
            double y1 = (cut[3] + centre - front) / CELL - 0.5;
            int rising = y1 > y0 ? 1 : -1;
            int from = (int) Math.ceil(Math.min(y0, y1));
            int to = (int) Math.ceil(Math.max(y0, y1));
            for (int row = from; row < to; row++) {
                double x = cut[0] + (row - y0) / (y1 - y0) * (cut[2] - cut[0]);
                if (counts[row] + 2 > crossings[row].length) {
                    crossings[row] = Arrays.copyOf(crossings[row], 2 * crossings[row].length);
                }
                crossings[row][counts[row]++] = (x + centre - left) / CELL - 0.5;
                crossings[row][counts[row]++] = rising;
            }
        }
        BitSet cells = new BitSet(width * depth);
        for (int row = 0; row < depth; row++) {
            fill(crossings[row], counts[row], row, cells);
        }
        return cells;
    }

    private void fill(double[] crossings, int count, int row, BitSet cells) {
        double[][] sorted = new double[count / 2][];
        int sum = 0;
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = new double[] {crossings[2 * i], crossings[2 * i + 1]};
            sum += (int) sorted[i][1];
        }
        if (sum != 0) {
            return;
        }
        Arrays.sort(sorted, (a, b) -> Double.compare(a[0], b[0]));
        int winding = 0;
        for (int i = 0; i + 1 < sorted.length; i++) {
            winding += (int) sorted[i][1];
            if (winding != 0) {
                int from = Math.max(0, (int) Math.ceil(sorted[i][0]));
                int to = Math.min(width - 1, (int) Math.floor(sorted[i + 1][0]));
                if (to >= from) {
                    cells.set(row * width + from, row * width + to + 1);
                }
            }
        }
    }

    /// Where a triangle crosses the height: x y of the end at which it goes up, then of the other.
    private static boolean cut(float[] p, int[] c, int t, double height, double[] out) {
        int found = 0;
        for (int k = 0; k < 3; k++) {
            int a = 3 * c[t + k];
            int b = 3 * c[t + (k + 1) % 3];
            if (p[a + 2] < height != p[b + 2] < height) {
                double part = (height - p[a + 2]) / ((double) p[b + 2] - p[a + 2]);
                int end = p[a + 2] < height ? 0 : 2;
                out[end] = p[a] + part * (p[b] - (double) p[a]);
                out[end + 1] = p[a + 1] + part * (p[b + 1] - (double) p[a + 1]);
                found++;
            }
        }
        return found == 2;
    }

    /// Cells that the layer's lines cover or enclose.
    private BitSet solid(int number) {
        BitSet lines = new BitSet(width * depth);
        for (int i = 0; i < beads.count(); i++) {
            if ((int) Math.ceil(beads.z(i) / layer - 0.05) == number) {
                draw(lines, i);
            }
        }
        BitSet outside = outside(lines);
        outside.flip(0, width * depth);
        return outside;
    }

    private void draw(BitSet lines, int bead) {
        double dx = beads.toX(bead) - beads.fromX(bead);
        double dy = beads.toY(bead) - beads.fromY(bead);
        int steps = (int) Math.ceil(Math.hypot(dx, dy) / (0.4 * CELL)) + 1;
        for (int i = 0; i <= steps; i++) {
            int column = (int) Math.floor((beads.fromX(bead) + dx * i / steps - left) / CELL);
            int row = (int) Math.floor((beads.fromY(bead) + dy * i / steps - front) / CELL);
            if (column >= 0 && column < width && row >= 0 && row < depth) {
                lines.set(row * width + column);
            }
        }
    }

    /// What can be reached from the border without crossing a line.
    private BitSet outside(BitSet lines) {
        BitSet reached = new BitSet(width * depth);
        ArrayDeque<Integer> next = new ArrayDeque<>();
        for (int cell = 0; cell < width * depth; cell++) {
            int column = cell % width;
            if (column == 0 || column == width - 1 || cell < width || cell >= width * (depth - 1)) {
                reach(cell, lines, reached, next);
            }
        }
        while (!next.isEmpty()) {
            int cell = next.remove();
            int column = cell % width;
            if (column > 0) {
                reach(cell - 1, lines, reached, next);
            }
            if (column < width - 1) {
                reach(cell + 1, lines, reached, next);
            }
            if (cell >= width) {
                reach(cell - width, lines, reached, next);
            }
            if (cell < width * (depth - 1)) {
                reach(cell + width, lines, reached, next);
            }
        }
        return reached;
    }

    private static void reach(int cell, BitSet lines, BitSet reached, ArrayDeque<Integer> next) {
        if (!lines.get(cell) && !reached.get(cell)) {
            reached.set(cell);
            next.add(cell);
        }
    }
}
