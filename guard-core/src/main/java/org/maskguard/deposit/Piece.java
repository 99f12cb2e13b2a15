package org.maskguard.deposit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Strands that hang together, as the set of cells of 1 mm that they pass through, in sparse bricks of 16 × 16 × 16
/// bits. Not for several threads.
final class Piece {

    /// Edge of a cell, mm.
    static final double CELL = 1;

    private static final int EDGE = 16;

    /// Added to cell numbers, so that they are positive.
    private static final int ORIGIN = 1 << 20;

    private final Map<Long, long[]> bricks = new HashMap<>();
    private final int[] box = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 0, 0};
    private boolean standing;
    private long loose;

    /// A cell's key, from coordinates in mm.
    static long cell(double x, double y, double z) {
        return number(x) << 42 | number(y) << 21 | number(z);
    }

    private static long number(double mm) {
        return (long) (mm / CELL + ORIGIN);
    }

    void add(long cell) {
        int x = (int) (cell >>> 42);
        int y = (int) (cell >>> 21 & 0x1FFFFF);
        int z = (int) (cell & 0x1FFFFF);
        long[] brick = bricks.computeIfAbsent(
                (long) (x >> 4) << 40 | (long) (y >> 4) << 20 | z >> 4, key -> new long[EDGE * EDGE * EDGE / 64]);
        int at = (z & 15) << 8 | (y & 15) << 4 | x & 15;
        brick[at >> 6] |= 1L << at;
        box[0] = Math.min(box[0], x);
        box[1] = Math.min(box[1], y);
        box[2] = Math.min(box[2], z);
        box[3] = Math.max(box[3], x);
        box[4] = Math.max(box[4], y);
        box[5] = Math.max(box[5], z);
    }

    /// Takes over all of another piece.
    void add(Piece other) {
        other.bricks.forEach((key, brick) -> {
            long[] mine = bricks.putIfAbsent(key, brick);
            if (mine != null) {
                for (int i = 0; i < brick.length; i++) {
                    mine[i] |= brick[i];
                }
            }
        });
        for (int i = 0; i < 3; i++) {
            box[i] = Math.min(box[i], other.box[i]);
            box[i + 3] = Math.max(box[i + 3], other.box[i + 3]);
        }
        standing |= other.standing;
        loose += other.loose;
    }

    /// Notes that it begins on the bed.
    void stand() {
        standing = true;
    }

    /// Whether any of it begins on the bed.
    boolean standing() {
        return standing;
    }

    /// Notes pixels in which it lies on, or under, something with a gap between.
    void loose(long pixels) {
        loose += pixels;
    }

    long loose() {
        return loose;
    }

    /// Bricks that hold any of it.
    int bricks() {
        return bricks.size();
    }

    long cells() {
        long sum = 0;
        for (long[] brick : bricks.values()) {
            for (long word : brick) {
                sum += Long.bitCount(word);
            }
        }
        return sum;
    }

    /// Extents along x, y and z, mm, ascending.
    double[] extents() {
        double[] extents = {(box[3] - box[0] + 1) * CELL, (box[4] - box[1] + 1) * CELL, (box[5] - box[2] + 1) * CELL};
        Arrays.sort(extents);
        return extents;
    }

    /// Height, mm.
    double height() {
        return (box[5] - box[2] + 1) * CELL;
    }

    /// Pieces as one dense block.
    ///
    /// @param rim cells that are free all round
    /// @return null where that is more than `most` cells, or nothing
    static Block block(Iterable<Piece> pieces, long most, int rim) {
        int[] box = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 0, 0};
        for (Piece piece : pieces) {
            for (int i = 0; i < 3; i++) {
                box[i] = Math.min(box[i], piece.box[i]);
                box[i + 3] = Math.max(box[i + 3], piece.box[i + 3]);
            }
        }
        long nx = box[3] - (long) box[0] + 1 + 2L * rim;
        long ny = box[4] - (long) box[1] + 1 + 2L * rim;
        long nz = box[5] - (long) box[2] + 1 + 2L * rim;
        if (nx <= 2L * rim || nx * ny > most || nx * ny * nz > most) {
            return null;
        }
        Bits bits = new Bits((int) nx, (int) ny, (int) nz);
        for (Piece piece : pieces) {
            piece.bricks.forEach((key, brick) -> {
                int x = (int) (key >> 40) << 4;
                int y = (int) (key >> 20 & 0xFFFFF) << 4;
                int z = (int) (key & 0xFFFFF) << 4;
                for (int w = 0; w < brick.length; w++) {
                    for (long left = brick[w]; left != 0; left &= left - 1) {
                        int at = w << 6 | Long.numberOfTrailingZeros(left);
                        bits.set(
                                x + (at & 15) - box[0] + rim,
                                y + (at >> 4 & 15) - box[1] + rim,
                                z + (at >> 8) - box[2] + rim);
                    }
                }
            });
        }
        return new Block(
                bits,
                (box[0] - rim - ORIGIN) * CELL,
                (box[1] - rim - ORIGIN) * CELL,
                (box[2] - rim - ORIGIN) * CELL,
                CELL);
    }
}
