package org.maskguard.deposit;

import java.util.Arrays;

/// Which strands of a layer touch which others, or rest on them with a gap between, and in how many places. Reused from
/// layer to layer.
final class Contacts {

    private int[] above = new int[256];
    private int[] below = new int[256];
    private int[] touching = new int[256];
    private int[] resting = new int[256];
    private int[] slots = new int[1 << 10];

    /// Slots of other generations are free.
    private int[] generations = new int[1 << 10];

    private int generation = 1;
    private int size;

    /// Notes one more place in which a strand touches another.
    ///
    /// @return how many these are
    int touch(int strand, int other) {
        int i = find(strand, other);
        return ++touching[i];
    }

    /// Notes more places in which a strand rests on another with a gap between.
    void rest(int strand, int other, int places) {
        int i = find(strand, other);
        resting[i] += places;
    }

    /// Pairs of strands so far; a strand's pairs follow one another.
    int size() {
        return size;
    }

    int above(int i) {
        return above[i];
    }

    int below(int i) {
        return below[i];
    }

    int touching(int i) {
        return touching[i];
    }

    int resting(int i) {
        return resting[i];
    }

    void clear() {
        size = 0;
        generation++;
    }

    private int find(int strand, int other) {
        int slot = slot(strand, other);
        if (generations[slot] == generation) {
            return slots[slot];
        }
        if (2 * size >= slots.length) {
            slots = new int[2 * slots.length];
            generations = new int[slots.length];
            for (int i = 0; i < size; i++) {
                take(slot(above[i], below[i]), i);
            }
            slot = slot(strand, other);
        }
        if (size == above.length) {
            above = Arrays.copyOf(above, 2 * size);
            below = Arrays.copyOf(below, 2 * size);
            touching = Arrays.copyOf(touching, 2 * size);
            resting = Arrays.copyOf(resting, 2 * size);
        }
        above[size] = strand;
        below[size] = other;
        touching[size] = 0;
        resting[size] = 0;
        take(slot, size);
        return size++;
    }

    private void take(int slot, int i) {
        slots[slot] = i;
        generations[slot] = generation;
    }

    private int slot(int strand, int other) {
        long key = (long) strand << 32 | other;
        int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 32) & slots.length - 1;
        while (generations[slot] == generation && (above[slots[slot]] != strand || below[slots[slot]] != other)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }
}
