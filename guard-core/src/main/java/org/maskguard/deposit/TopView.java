package org.maskguard.deposit;

import java.util.Arrays;

/// What lies on top at each place, seen from above: the strand that was laid there last, and its height.
///
/// Pixels of an eighth of a millimetre, in tiles that exist only where something was laid: 8 KiB for each 16 mm², so
/// 20 MB for a plate of 200 × 200 mm that is full. Not for several threads.
final class TopView {

    /// Pixels along a millimetre. The gap between a wall and what only stands beside it is half a line wide, 0.2
    /// mm.
    static final int PER_MM = 8;

    /// Pixels along the edge of a tile.
    private static final int EDGE = 32;

    private static final int BITS = 5;

    /// Tiles at most: 100 MiB.
    private static final int MOST = 12_800;

    /// Added to pixel numbers, so that they are positive: coordinates reach to 1e6 mm either way.
    private static final int ORIGIN = 1 << 24;

    private long[] keys = new long[1 << 10];
    private int[] slots = new int[1 << 10];
    private int[][] strands = new int[256][];
    private float[][] heights = new float[256][];
    private int count;

    private long lastKey = -1;
    private int last = -1;

    TopView() {
        Arrays.fill(slots, -1);
    }

    /// Number of the pixel that holds a coordinate.
    static int pixel(double mm) {
        return (int) (mm * PER_MM + ORIGIN);
    }

    /// Whether more was laid than is kept.
    boolean full() {
        return count >= MOST;
    }

    /// The strand on top of a pixel, 0 where there is none.
    int strand(int x, int y) {
        int tile = tile(x, y, false);
        return tile < 0 ? 0 : strands[tile][at(x, y)];
    }

    /// Height of what is on top of a pixel, mm.
    float height(int x, int y) {
        int tile = tile(x, y, false);
        return tile < 0 ? 0 : heights[tile][at(x, y)];
    }

    void lay(int x, int y, int strand, float height) {
        int tile = tile(x, y, true);
        strands[tile][at(x, y)] = strand;
        heights[tile][at(x, y)] = height;
    }

    private static int at(int x, int y) {
        return (y & EDGE - 1) << BITS | x & EDGE - 1;
    }

    private int tile(int x, int y, boolean make) {
        long key = (long) (x >> BITS) << 32 | y >> BITS;
        if (key == lastKey) {
            return last;
        }
        int slot = slot(key);
        if (slots[slot] < 0) {
            if (!make) {
                return -1;
            }
            if (2 * count >= slots.length) {
                rehash();
                slot = slot(key);
            }
            if (count == strands.length) {
                strands = Arrays.copyOf(strands, 2 * count);
                heights = Arrays.copyOf(heights, 2 * count);
            }
            keys[slot] = key;
            slots[slot] = count;
            strands[count] = new int[EDGE * EDGE];
            heights[count++] = new float[EDGE * EDGE];
        }
        lastKey = key;
        last = slots[slot];
        return last;
    }

    private int slot(long key) {
        int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 32) & slots.length - 1;
        while (slots[slot] >= 0 && keys[slot] != key) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private void rehash() {
        long[] oldKeys = keys;
        int[] oldSlots = slots;
        keys = new long[2 * oldKeys.length];
        slots = new int[keys.length];
        Arrays.fill(slots, -1);
        for (int i = 0; i < oldSlots.length; i++) {
            if (oldSlots[i] >= 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                slots[slot] = oldSlots[i];
            }
        }
    }
}
