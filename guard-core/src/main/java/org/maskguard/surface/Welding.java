package org.maskguard.surface;

import java.util.Arrays;
import org.maskguard.io.CoordinateHash;
import org.maskguard.io.Mesh;

/// Finds the vertices of a mesh that have exactly the same coordinates; -0 counts as 0.
///
/// Open addressing with linear probing, over the coordinates where they lie: besides its result it takes 6 to 16
/// bytes a distinct vertex. Results depend on the order of the vertices alone. Safe to use from any thread.
public final class Welding {

    private static final int SMALLEST = 1 << 10;

    /// How full the table may become.
    private static final double FULL = 0.7;

    private final float[] xyz;
    private int[] slots;
    private int shift;
    private int room;
    private int distinct;

    private Welding(float[] xyz, int expected) {
        this.xyz = xyz;
        allocate(Integer.highestOneBit((int) Math.clamp((long) (expected / FULL), SMALLEST, 1 << 29)) << 1);
    }

    /// For each vertex the number of the first vertex with the same coordinates; never larger than its own number.
    public static int[] first(Mesh mesh) {
        int vertices = mesh.vertices();
        Welding table = new Welding(mesh.xyz(), Math.min(vertices, mesh.triangles() / 2 + mesh.triangles() / 16));
        int[] first = new int[vertices];
        for (int v = 0; v < vertices; v++) {
            first[v] = table.firstOf(v);
        }
        return first;
    }

    /// The same triangles in the same order, with each distinct vertex that they use kept once.
    public static Mesh weld(Mesh mesh) {
        int[] number = first(mesh);
        int[] corners = new int[mesh.corners().length];
        int used = numberUsed(number, mesh.corners(), corners);
        return new Mesh(gather(mesh.xyz(), number, used), corners);
    }

    /// Numbers the vertices in the order of their first use. On return `first[v]` of a used first vertex v holds
    /// `-1 - its new number`.
    private static int numberUsed(int[] first, int[] from, int[] to) {
        int used = 0;
        for (int i = 0; i < from.length; i++) {
            int v = first[from[i]];
            if (v < 0) {
                to[i] = -1 - v;
                continue;
            }
            int known = first[v];
            if (known >= 0) {
                known = -1 - used++;
                first[v] = known;
            }
            to[i] = -1 - known;
        }
        return used;
    }

    private static float[] gather(float[] xyz, int[] number, int used) {
        float[] kept = new float[3 * used];
        for (int v = 0; v < number.length; v++) {
            if (number[v] < 0) {
                System.arraycopy(xyz, 3 * v, kept, 3 * (-1 - number[v]), 3);
            }
        }
        return kept;
    }

    private int firstOf(int v) {
        float x = xyz[3 * v];
        float y = xyz[3 * v + 1];
        float z = xyz[3 * v + 2];
        int mask = slots.length - 1;
        int slot = CoordinateHash.of(x, y, z) >>> shift;
        while (slots[slot] >= 0) {
            int o = 3 * slots[slot];
            if (xyz[o] == x && xyz[o + 1] == y && xyz[o + 2] == z) {
                return slots[slot];
            }
            slot = (slot + 1) & mask;
        }
        slots[slot] = v;
        if (++distinct > room) {
            grow();
        }
        return v;
    }

    private void grow() {
        int[] old = slots;
        allocate(old.length << 1);
        int mask = slots.length - 1;
        for (int v : old) {
            if (v >= 0) {
                int slot = CoordinateHash.of(xyz[3 * v], xyz[3 * v + 1], xyz[3 * v + 2]) >>> shift;
                while (slots[slot] >= 0) {
                    slot = (slot + 1) & mask;
                }
                slots[slot] = v;
            }
        }
    }

    private void allocate(int size) {
        slots = new int[size];
        Arrays.fill(slots, -1);
        shift = 32 - Integer.numberOfTrailingZeros(size);
        room = (int) (size * FULL);
    }
}
