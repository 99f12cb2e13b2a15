package org.maskguard.io;

import java.util.Arrays;

/// The vertices of triangles that come as bare coordinates, each kept once, numbered in the order in which they came;
/// -0 counts as 0, and of the two the one that came first is kept.
///
/// A closed surface has one vertex for two triangles, while a file without shared vertices names six: keeping each once
/// takes a third of the memory, and everything after has a sixth of the vertices to look at. Open addressing with
/// linear probing; a vertex lies next to those that came with it, so that comparing it costs little. Not for several
/// threads at a time.
final class Vertices {

    /// How full the table may become.
    private static final double FULL = 0.7;

    private final Memory memory;
    private final Floats xyz;
    private float[] points = new float[0];
    private int[] slots = new int[0];
    private int shift;
    private int room;
    private int size;

    /// @param expected how many there will be, about
    /// @param most how many there can be; beyond that the model is `too-large`
    Vertices(Memory memory, long expected, long most) throws Unreadable {
        this.memory = memory;
        this.xyz = new Floats(memory, Math.multiplyExact(3, most));
        points = xyz.reserve((int) Math.min(3 * Math.min(expected, most), Integer.MAX_VALUE - 16));
        allocate((int) Math.clamp((long) (expected / FULL), 256, 1 << 29));
    }

    /// The number of a vertex.
    int add(float x, float y, float z) throws Unreadable {
        int mask = slots.length - 1;
        int slot = CoordinateHash.of(x, y, z) >>> shift;
        while (slots[slot] >= 0) {
            int at = 3 * slots[slot];
            if (points[at] == x && points[at + 1] == y && points[at + 2] == z) {
                return slots[slot];
            }
            slot = (slot + 1) & mask;
        }
        points = xyz.reserve(3);
        points[3 * size] = x;
        points[3 * size + 1] = y;
        points[3 * size + 2] = z;
        xyz.grown(3);
        slots[slot] = size++;
        if (size > room) {
            grow();
        }
        return size - 1;
    }

    /// Adds vertices one after another.
    ///
    /// @param from their coordinates, x y z after one another
    /// @param count how many of these count
    /// @param numbers takes the vertices' numbers, from `to` on
    void addAll(float[] from, int count, int[] numbers, int to) throws Unreadable {
        for (int i = 0, k = to; i < count; i += 3, k++) {
            numbers[k] = add(from[i], from[i + 1], from[i + 2]);
        }
    }

    /// Coordinates, x y z after one another. The list must not be used after that.
    float[] toArray() throws Unreadable {
        memory.replace(4L * slots.length, 0);
        slots = new int[0];
        return xyz.toArray();
    }

    private void grow() throws Unreadable {
        allocate(slots.length + 1);
        int mask = slots.length - 1;
        for (int i = 0; i < size; i++) {
            int slot = CoordinateHash.of(points[3 * i], points[3 * i + 1], points[3 * i + 2]) >>> shift;
            while (slots[slot] >= 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = i;
        }
    }

    private void allocate(int least) throws Unreadable {
        int length = Integer.highestOneBit(least - 1) << 1;
        memory.replace(4L * slots.length, 4L * length);
        slots = new int[length];
        Arrays.fill(slots, -1);
        shift = 32 - Integer.numberOfTrailingZeros(length);
        room = (int) (length * FULL);
    }
}
