package org.maskguard.deposit;

import java.util.List;

/// Where beads run, seen from above: for each cell of a square millimetre the latest few that cross it.
///
/// Memory goes with the area of the plate that is laid on, 60 KiB for each 16 × 16 mm, and is bounded.
/// Not for several threads.
final class PlanView {

    /// Beads that a cell remembers: three a layer of three layers; where there are more, the oldest is forgotten.
    static final int DEPTH = 9;

    /// Numbers of a bead: its ends' x and y, its height, and its width, all mm.
    static final int NUMBERS = 6;

    /// Beads of a curve that together are no longer than this count as one, mm.
    private static final float SHORT = 0.8f;

    /// Cells along the edge of a tile.
    private static final int EDGE = 16;

    private static final int BITS = 4;

    /// Tiles along the edge of all that is known: 4 m.
    private static final int SPAN = 256;

    /// Tiles at most: 96 MiB, for 0.4 square metres.
    private static final int MOST = 1600;

    /// Added to cell numbers, so that they are positive: coordinates reach to 1e6 mm either way.
    private static final int ORIGIN = 1 << 20;

    /// Numbers of tiles, from 1 on; 0 where there is none.
    private final int[] tiles = new int[SPAN * SPAN];

    private final float[][] numbers = new float[MOST + 1][];
    private final int[][] strands = new int[MOST + 1][];
    private final int[][] shared = new int[MOST + 1][];
    private final byte[][] next = new byte[MOST + 1][];
    private int count;
    private boolean full;
    private int firstX = -1;
    private int firstY;

    /// Of the cell that was looked up last.
    private float[] cellNumbers;

    private int[] cellStrands;
    private int cellAt;

    /// Number of the cell that holds a coordinate.
    static int cell(double mm) {
        return (int) (mm + ORIGIN);
    }

    /// Whether more was laid than is kept.
    boolean full() {
        return full;
    }

    /// A handle of a cell, for what follows.
    ///
    /// @return -1 where nothing was laid near it
    int find(int x, int y) {
        int tx = (x >> BITS) - firstX;
        int ty = (y >> BITS) - firstY;
        if ((tx | ty) < 0 || tx >= SPAN || ty >= SPAN) {
            return -1;
        }
        int tile = tiles[ty * SPAN + tx];
        return tile == 0 ? -1 : tile << 2 * BITS | (y & EDGE - 1) << BITS | x & EDGE - 1;
    }

    /// One strand with which all of the cell's hang together; 0 where that is not so, or not known.
    int shared(int cell) {
        return shared[cell >> 2 * BITS][cell & EDGE * EDGE - 1];
    }

    void share(int cell, int strand) {
        shared[cell >> 2 * BITS][cell & EDGE * EDGE - 1] = strand;
    }

    /// Takes a cell for [#strand] and [#number].
    void open(int cell) {
        cellNumbers = numbers[cell >> 2 * BITS];
        cellStrands = strands[cell >> 2 * BITS];
        cellAt = (cell & EDGE * EDGE - 1) * DEPTH;
    }

    /// The strand of a bead in the open cell, 0 where there are no more.
    int strand(int i) {
        return cellStrands[cellAt + i];
    }

    /// Writes another strand in its place that hangs together with it.
    void rename(int i, int strand) {
        cellStrands[cellAt + i] = strand;
    }

    /// A number of a bead in the open cell.
    float number(int i, int which) {
        return cellNumbers[(cellAt + i) * NUMBERS + which];
    }

    /// Notes a bead in a cell. Where it goes on from the latest one there and both are short, they become one.
    ///
    /// @return the cell's handle; -1 where there is no room
    int lay(int x, int y, int strand, float[] bead) {
        int cell = find(x, y);
        if (cell < 0) {
            cell = make(x, y);
            if (cell < 0) {
                return -1;
            }
        }
        int tile = cell >> 2 * BITS;
        int at = cell & EDGE * EDGE - 1;
        int now = next[tile][at];
        int before = at * DEPTH + (now == 0 ? DEPTH : now) - 1;
        float[] all = numbers[tile];
        int from = before * NUMBERS;
        if (strands[tile][before] == strand && all[from + 2] == bead[0] && all[from + 3] == bead[1]) {
            float dx = bead[2] - all[from];
            float dy = bead[3] - all[from + 1];
            if (dx * dx + dy * dy < SHORT * SHORT) {
                all[from + 2] = bead[2];
                all[from + 3] = bead[3];
                return cell;
            }
        }
        next[tile][at] = (byte) (now + 1 == DEPTH ? 0 : now + 1);
        strands[tile][at * DEPTH + now] = strand;
        System.arraycopy(bead, 0, all, (at * DEPTH + now) * NUMBERS, NUMBERS);
        return cell;
    }

    /// Adds all numbers of strands that are kept here, to be renamed.
    void known(List<int[]> known) {
        for (int tile = 1; tile <= count; tile++) {
            known.add(strands[tile]);
            known.add(shared[tile]);
        }
    }

    private int make(int x, int y) {
        if (firstX < 0) {
            firstX = (x >> BITS) - SPAN / 2;
            firstY = (y >> BITS) - SPAN / 2;
        }
        int tx = (x >> BITS) - firstX;
        int ty = (y >> BITS) - firstY;
        if ((tx | ty) < 0 || tx >= SPAN || ty >= SPAN || count == MOST) {
            full = true;
            return -1;
        }
        tiles[ty * SPAN + tx] = ++count;
        strands[count] = new int[EDGE * EDGE * DEPTH];
        numbers[count] = new float[EDGE * EDGE * DEPTH * NUMBERS];
        shared[count] = new int[EDGE * EDGE];
        next[count] = new byte[EDGE * EDGE];
        return find(x, y);
    }
}
