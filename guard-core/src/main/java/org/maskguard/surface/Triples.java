package org.maskguard.surface;

import java.util.Arrays;

/// Triangles over few vertices, each kept once, with how often it came in either winding.
final class Triples {

    private int[] corners;
    private int[] net;
    private int[] slots;
    private int size;

    Triples(int expected) {
        int length = Integer.highestOneBit(Math.max(64, expected)) << 1;
        corners = new int[3 * length];
        net = new int[length];
        slots = new int[2 * length];
        Arrays.fill(slots, -1);
    }

    /// Counts a triangle; its three corners must differ.
    void add(int a, int b, int c) {
        int low = Math.min(a, Math.min(b, c));
        int next = low == a ? b : low == b ? c : a;
        int last = low == a ? c : low == b ? a : b;
        int winding = next < last ? 1 : -1;
        int slot = slotOf(low, Math.min(next, last), Math.max(next, last));
        if (slots[slot] < 0) {
            slots[slot] = size;
            corners[3 * size] = low;
            corners[3 * size + 1] = Math.min(next, last);
            corners[3 * size + 2] = Math.max(next, last);
            size++;
        }
        net[slots[slot]] += winding;
        if (size == net.length) {
            grow();
        }
    }

    /// The triangles in the order in which they first came, wound as most of each were.
    ///
    /// @param cancel whether to leave out those that came as often in one winding as in the other
    int[] kept(boolean cancel) {
        int[] kept = new int[3 * size];
        int n = 0;
        for (int i = 0; i < size; i++) {
            if (cancel && net[i] == 0) {
                continue;
            }
            kept[n++] = corners[3 * i];
            kept[n++] = corners[3 * i + (net[i] < 0 ? 2 : 1)];
            kept[n++] = corners[3 * i + (net[i] < 0 ? 1 : 2)];
        }
        return Arrays.copyOf(kept, n);
    }

    private int slotOf(int a, int b, int c) {
        long h = (a * 0x9E3779B97F4A7C15L + b) * 0xC2B2AE3D27D4EB4FL + c;
        int mask = slots.length - 1;
        int slot = (int) ((h * 0x165667B19E3779F9L) >>> 32) & mask;
        while (slots[slot] >= 0) {
            int i = 3 * slots[slot];
            if (corners[i] == a && corners[i + 1] == b && corners[i + 2] == c) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        corners = Arrays.copyOf(corners, 2 * corners.length);
        net = Arrays.copyOf(net, 2 * net.length);
        slots = new int[2 * slots.length];
        Arrays.fill(slots, -1);
        for (int i = 0; i < size; i++) {
            slots[slotOf(corners[3 * i], corners[3 * i + 1], corners[3 * i + 2])] = i;
        }
    }
}
