package org.maskguard.io;

import java.util.Arrays;

/// A list of coordinates that grows with what is really there.
final class Floats {

    private final Memory memory;
    private final long most;
    private float[] items = new float[0];
    private int size;

    /// @param most how many there may be; beyond that the model is `too-large`
    Floats(Memory memory, long most) {
        this.memory = memory;
        this.most = Math.min(most, Integer.MAX_VALUE - 16);
    }

    int size() {
        return size;
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
            memory.replace(4L * items.length, 4 * capacity);
            items = Arrays.copyOf(items, (int) capacity);
        }
        return items;
    }

    void grown(int count) {
        size += count;
    }

    /// All of them, in an array of their number. The list must not be used after that.
    float[] toArray() throws Unreadable {
        if (items.length != size) {
            memory.replace(4L * items.length, 4L * size);
            items = Arrays.copyOf(items, size);
        }
        return items;
    }
}
