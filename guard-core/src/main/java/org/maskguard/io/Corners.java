package org.maskguard.io;

import java.util.Arrays;

/// A list of triangles, three vertex numbers each, that grows with what is really there.
final class Corners {

    private final int most;
    private int[] items = new int[0];
    private int size;

    /// @param triangles how many there may be; beyond that the model is `too-large`
    Corners(int triangles) {
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

    int[] toArray() {
        return items.length == size ? items : Arrays.copyOf(items, size);
    }

    private void grow() throws Unreadable {
        if (size + 3L > most) {
            throw new Unreadable("too-large", "", "The model has more than " + most / 3 + " triangles.");
        }
        long capacity = Math.min(most, Math.max(3072, items.length * 3L / 2));
        Memory.demand(4 * (items.length + capacity));
        items = Arrays.copyOf(items, (int) capacity);
    }
}
