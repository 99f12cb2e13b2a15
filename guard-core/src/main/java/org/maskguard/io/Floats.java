package org.maskguard.io;

import java.util.Arrays;

/// A list of coordinates that grows with what is really there.
final class Floats {

    private final long most;
    private float[] items;
    private int size;

    /// @param most how many there may be; beyond that the model is `too-large`
    Floats(int capacity, long most) {
        this.most = Math.min(most, Integer.MAX_VALUE - 16);
        this.items = new float[capacity];
    }

    int size() {
        return size;
    }

    float get(int index) {
        return items[index];
    }

    void add(float x, float y, float z) throws Unreadable {
        if (size + 3 > items.length) {
            reserve(3);
        }
        items[size] = x;
        items[size + 1] = y;
        items[size + 2] = z;
        size += 3;
    }

    /// The array behind, with room for `count` more after [#size()]; to be followed by [#grown(int)].
    float[] reserve(int count) throws Unreadable {
        long needed = (long) size + count;
        if (needed > most) {
            throw new Unreadable("too-large", "", "The model has more than " + most / 3 + " vertices.");
        }
        if (needed > items.length) {
            long capacity = Math.min(most, Math.max(needed, Math.max(3072, items.length * 3L / 2)));
            Memory.demand(4 * (items.length + capacity));
            items = Arrays.copyOf(items, (int) capacity);
        }
        return items;
    }

    void grown(int count) {
        size += count;
    }

    /// All of them, in an array of their number. The list must not be used after that.
    float[] toArray() {
        return items.length == size ? items : Arrays.copyOf(items, size);
    }
}
