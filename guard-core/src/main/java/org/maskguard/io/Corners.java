package org.maskguard.io;

import java.util.Arrays;

/// A list of triangles, three vertex numbers each, that grows with what is really there.
final class Corners {

    private final Memory memory;
    private final int most;
    private int[] items = new int[0];
    private int size;

    /// @param triangles how many there may be; beyond that the model is `too-large`
    Corners(Memory memory, int triangles) {
        this.memory = memory;
        this.most = (int) Math.min(3L * triangles, (Integer.MAX_VALUE - 16) / 3 * 3);
    }

    int size() {
        return size;
    }

    void add(int a, int b, int c) throws Unreadable {
        if (size + 3 > items.length) {
            grow();
        }
        items[size] = a;
        items[size + 1] = b;
        items[size + 2] = c;
        size += 3;
    }

    /// All of them, in an array of their number. The list must not be used after that.
    int[] toArray() throws Unreadable {
        if (items.length != size) {
            memory.replace(4L * items.length, 4L * size);
            items = Arrays.copyOf(items, size);
        }
        return items;
    }

    private void grow() throws Unreadable {
        if (size + 3L > most) {
            throw new Unreadable("too-large", "", "The model has more than " + most / 3 + " triangles.");
        }
        long capacity = Math.min(most, Math.max(3072, items.length * 3L / 2));
        memory.replace(4L * items.length, 4 * capacity);
        items = Arrays.copyOf(items, (int) capacity);
    }
}
