package org.maskguard.surface;

import java.util.Arrays;
import org.maskguard.io.CoordinateHash;

/// A growing set of points, each kept once, numbered in the order in which they were added; -0 counts as 0.
/// Not safe for use by several threads at a time.
final class Points {

    private float[] xyz;
    private int[] slots;
    private int size;

    Points(int expected) {
        xyz = new float[3 * Math.max(16, expected)];
        slots = emptySlots(Integer.highestOneBit(Math.max(16, expected)) << 1);
    }

    int size() {
        return size;
    }

    /// The points so far, x y z after one another.
    float[] xyz() {
        return Arrays.copyOf(xyz, 3 * size);
    }

    /// The number of a point, which is added when it is new.
    int add(float x, float y, float z) {
        int slot = slotOf(x, y, z);
        if (slots[slot] >= 0) {
            return slots[slot];
        }
        if (3 * size == xyz.length) {
            xyz = Arrays.copyOf(xyz, 2 * xyz.length);
        }
        xyz[3 * size] = x;
        xyz[3 * size + 1] = y;
        xyz[3 * size + 2] = z;
        slots[slot] = size++;
        if (3L * size > 2L * slots.length) {
            grow();
        }
        return size - 1;
    }

    private int slotOf(float x, float y, float z) {
        int mask = slots.length - 1;
        int slot = CoordinateHash.of(x, y, z) & mask;
        while (slots[slot] >= 0) {
            int o = 3 * slots[slot];
            if (xyz[o] == x && xyz[o + 1] == y && xyz[o + 2] == z) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        slots = emptySlots(2 * slots.length);
        for (int i = 0; i < size; i++) {
            slots[slotOf(xyz[3 * i], xyz[3 * i + 1], xyz[3 * i + 2])] = i;
        }
    }

    private static int[] emptySlots(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, -1);
        return slots;
    }
}
