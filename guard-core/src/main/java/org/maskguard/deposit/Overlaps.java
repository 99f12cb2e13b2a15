package org.maskguard.deposit;

import java.util.Arrays;

/// Which strands of a layer lie over which others, how far and in how many pixels. Reused from layer to layer.
final class Overlaps {

    private int[] above = new int[256];
    private int[] below = new int[256];
    private double[] under = new double[256];
    private int[] pixels = new int[256];
    private int[] slots = new int[1 << 10];
    private int size;
    private int last = -1;

    Overlaps() {
        Arrays.fill(slots, -1);
    }

    void add(int strand, int other, double mm) {
        if (last < 0 || above[last] != strand || below[last] != other) {
            last = find(strand, other, mm);
        }
        pixels[last]++;
        under[last] = Math.max(under[last], mm);
    }

    int size() {
        return size;
    }

    int above(int i) {
        return above[i];
    }

    int below(int i) {
        return below[i];
    }

    /// How far the top of the lower one lies under the top of the upper one, mm.
    double under(int i) {
        return under[i];
    }

    int pixels(int i) {
        return pixels[i];
    }

    /// The least distance that a share of all pixels does not exceed, mm; 0 where there are none.
    double least(double share) {
        Integer[] order = new Integer[size];
        long all = 0;
        for (int i = 0; i < size; i++) {
            order[i] = i;
            all += pixels[i];
        }
        Arrays.sort(order, (a, b) -> Double.compare(under[a], under[b]));
        long sum = 0;
        for (int i : order) {
            sum += pixels[i];
            if (sum >= share * all) {
                return under[i];
            }
        }
        return 0;
    }

    void clear() {
        size = 0;
        last = -1;
        Arrays.fill(slots, -1);
    }

    private int find(int strand, int other, double mm) {
        int slot = slot(strand, other);
        if (slots[slot] < 0) {
            if (2 * size >= slots.length) {
                slots = new int[2 * slots.length];
                Arrays.fill(slots, -1);
                for (int i = 0; i < size; i++) {
                    slots[slot(above[i], below[i])] = i;
                }
                slot = slot(strand, other);
            }
            if (size == above.length) {
                above = Arrays.copyOf(above, 2 * size);
                below = Arrays.copyOf(below, 2 * size);
                under = Arrays.copyOf(under, 2 * size);
                pixels = Arrays.copyOf(pixels, 2 * size);
            }
            above[size] = strand;
            below[size] = other;
            under[size] = mm;
            pixels[size] = 0;
            slots[slot] = size++;
        }
        return slots[slot];
    }

    private int slot(int strand, int other) {
        long key = (long) strand << 32 | other;
        int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 32) & slots.length - 1;
        while (slots[slot] >= 0 && (above[slots[slot]] != strand || below[slots[slot]] != other)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }
}
