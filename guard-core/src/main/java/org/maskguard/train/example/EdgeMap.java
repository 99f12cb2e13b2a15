package org.maskguard.train.example;

import java.util.Arrays;

/// From a pair of numbers to a number: open addressing, for the edges of a mesh. Not thread-safe.
final class EdgeMap {
    static final int ABSENT = -1;

    private long[] keys;
    private int[] values;
    private int size;

    EdgeMap(int expected) {
        int capacity = Integer.highestOneBit(Math.max(16, 2 * expected)) << 1;
        keys = new long[capacity];
        Arrays.fill(keys, -1);
        values = new int[capacity];
    }

    /// The value of the directed pair, [#ABSENT] where there is none.
    int get(int a, int b) {
        int at = find(key(a, b));
        return keys[at] < 0 ? ABSENT : values[at];
    }

    void put(int a, int b, int value) {
        if (2 * size > keys.length) {
            grow();
        }
        long key = key(a, b);
        int at = find(key);
        if (keys[at] < 0) {
            keys[at] = key;
            size++;
        }
        values[at] = value;
    }

    private static long key(int a, int b) {
        return ((long) a << 32) | b;
    }

    private int find(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int at = (int) (mixed >>> 32) & (keys.length - 1);
        while (keys[at] >= 0 && keys[at] != key) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[2 * oldKeys.length];
        Arrays.fill(keys, -1);
        values = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] >= 0) {
                int at = find(oldKeys[i]);
                keys[at] = oldKeys[i];
                values[at] = oldValues[i];
            }
        }
    }
}
