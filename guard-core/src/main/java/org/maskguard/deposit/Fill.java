package org.maskguard.deposit;

import java.util.Arrays;
import java.util.List;

/// How full each cell of space is, and which strand went through it last: sparse bricks of 16 × 16 × 16 cells, found by
/// a hash of their place.
///
/// Memory goes with the room that material takes, not with the number of beads: some 4 KiB for each brick that is
/// touched, so 65 MiB for 65 litres at 1 mm. Where that is not enough, cells become twice as large, once.
/// Not for several threads.
final class Fill {

    /// Cells along the edge of a brick.
    static final int EDGE = 16;

    /// What a full cell holds.
    static final int FULL = 255;

    private static final int CELLS = EDGE * EDGE * EDGE;

    /// Bricks of which strands are kept, at most: 128 MiB.
    private static final int MOST_WITH_STRANDS = 8_000;

    /// Bricks at most: 100 MiB.
    private static final int MOST = 25_000;

    /// The coarsest cell at which a face is still found, mm.
    private static final double COARSEST = 2;

    /// Added to cell numbers, so that they are positive: coordinates reach to 1e6 mm either way.
    private static final int ORIGIN = 1 << 20;

    private double cell;
    private double perCell;
    private double unitsPerMm3;

    private long[] keys = new long[1 << 10];
    private int[] slots = new int[1 << 10];
    private byte[][] bricks = new byte[256][];

    /// The strand that went through each cell last, 0 for none; null where there are too many cells to know.
    private int[][] strands = new int[256][];

    private long[] places = new long[256];
    private int count;

    private long lastKey = -1;
    private byte[] last;
    private int[] lastStrands;

    /// @param cell edge of a cell, mm
    Fill(double cell) {
        resize(cell);
        Arrays.fill(slots, -1);
    }

    /// Edge of a cell, mm.
    double cell() {
        return cell;
    }

    int bricks() {
        return count;
    }

    /// Number of the cell that holds a coordinate.
    int index(double mm) {
        return (int) (mm * perCell + ORIGIN);
    }

    /// Adds material at a place.
    ///
    /// @param strand that it belongs to, 0 where that is not known
    /// @throws TooLarge where even the coarsest cells take too much memory
    void add(double x, double y, double z, double mm3, int strand) throws TooLarge {
        int i = index(x);
        int j = index(y);
        int k = index(z);
        long key = key(i >> 4, j >> 4, k >> 4);
        byte[] brick = key == lastKey ? last : brick(key);
        int at = (k & 15) << 8 | (j & 15) << 4 | i & 15;
        int more = (int) (mm3 * unitsPerMm3) + 1;
        brick[at] = (byte) Math.min(FULL, (brick[at] & FULL) + more);
        if (strands != null) {
            lastStrands[at] = strand;
        }
        if (count > MOST) {
            coarsen();
        }
    }

    /// Takes all cells that hold anything.
    interface Visitor {
        /// @param first number of the brick's first cell along x, y and z
        /// @param cells x fastest, then y
        void brick(int firstX, int firstY, int firstZ, byte[] cells);
    }

    /// In the order in which the bricks were first touched.
    void visit(Visitor visitor) {
        for (int b = 0; b < count; b++) {
            long place = places[b];
            visitor.brick(
                    (int) (place >> 40 & 0xFFFFF) << 4,
                    (int) (place >> 20 & 0xFFFFF) << 4,
                    (int) (place & 0xFFFFF) << 4,
                    bricks[b]);
        }
    }

    /// Takes all cells and the strands that went through them last.
    interface StrandVisitor {
        /// @param first number of the brick's first cell along x, y and z
        /// @param strands of its cells, 0 for none, x fastest, then y
        void brick(int firstX, int firstY, int firstZ, int[] strands);
    }

    /// In the order in which the bricks were first touched; nothing where there are too many to know.
    void visitStrands(StrandVisitor visitor) {
        for (int b = 0; strands != null && b < count; b++) {
            long place = places[b];
            visitor.brick(
                    (int) (place >> 40 & 0xFFFFF) << 4,
                    (int) (place >> 20 & 0xFFFFF) << 4,
                    (int) (place & 0xFFFFF) << 4,
                    strands[b]);
        }
    }

    /// Keeps no strands from now on.
    void forgetStrands() {
        strands = null;
    }

    /// Adds all numbers of strands that are kept here, to be renamed.
    void known(List<int[]> known) {
        for (int b = 0; strands != null && b < count; b++) {
            known.add(strands[b]);
        }
    }

    /// The coordinate at which a cell begins, mm.
    double at(int index) {
        return (index - ORIGIN) * cell;
    }

    private void resize(double edge) {
        cell = edge;
        perCell = 1 / edge;
        unitsPerMm3 = FULL / (edge * edge * edge);
    }

    private static long key(int i, int j, int k) {
        return (long) i << 40 | (long) j << 20 | k;
    }

    private byte[] brick(long key) {
        int slot = slot(key);
        if (slots[slot] < 0) {
            if (2 * count >= slots.length) {
                rehash();
                slot = slot(key);
            }
            if (count == bricks.length) {
                bricks = Arrays.copyOf(bricks, 2 * count);
                places = Arrays.copyOf(places, 2 * count);
                strands = strands == null ? null : Arrays.copyOf(strands, 2 * count);
            }
            keys[slot] = key;
            slots[slot] = count;
            places[count] = key;
            strands = count < MOST_WITH_STRANDS ? strands : null;
            if (strands != null) {
                strands[count] = new int[CELLS];
            }
            bricks[count++] = new byte[CELLS];
        }
        lastKey = key;
        last = bricks[slots[slot]];
        lastStrands = strands == null ? null : strands[slots[slot]];
        return last;
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & slots.length - 1;
        while (slots[slot] >= 0 && keys[slot] != key) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private void rehash() {
        keys = new long[2 * keys.length];
        slots = new int[keys.length];
        Arrays.fill(slots, -1);
        for (int b = 0; b < count; b++) {
            int slot = slot(places[b]);
            keys[slot] = places[b];
            slots[slot] = b;
        }
    }

    private void coarsen() throws TooLarge {
        if (2 * cell > COARSEST) {
            throw new TooLarge("The job covers more room than can be looked at.");
        }
        strands = null;
        byte[][] fine = bricks;
        long[] where = places;
        int many = count;
        bricks = new byte[256][];
        places = new long[256];
        keys = new long[1 << 10];
        slots = new int[1 << 10];
        Arrays.fill(slots, -1);
        count = 0;
        lastKey = -1;
        double edge = cell;
        resize(2 * edge);
        double mm3 = edge * edge * edge / FULL;
        for (int b = 0; b < many; b++) {
            int i = (int) (where[b] >> 40 & 0xFFFFF) << 4;
            int j = (int) (where[b] >> 20 & 0xFFFFF) << 4;
            int k = (int) (where[b] & 0xFFFFF) << 4;
            for (int at = 0; at < CELLS; at++) {
                int units = fine[b][at] & FULL;
                if (units > 0) {
                    add(
                            (i + (at & 15) - ORIGIN + 0.5) * edge,
                            (j + (at >> 4 & 15) - ORIGIN + 0.5) * edge,
                            (k + (at >> 8) - ORIGIN + 0.5) * edge,
                            units * mm3,
                            0);
                }
            }
            fine[b] = null;
        }
    }
}
