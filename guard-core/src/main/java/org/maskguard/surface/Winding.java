package org.maskguard.surface;

import org.maskguard.io.CoordinateHash;
import org.maskguard.io.Mesh;

/// Whether neighbouring triangles of a mesh are wound alike, judged on a sample of its edges.
final class Winding {

    /// One edge in so many is looked at.
    private static final int SAMPLE = 16;

    /// Share of sampled edges between two triangles that may be wound against each other. Random winding gives .5.
    private static final double TOLERATED = 0.1;

    private final Mesh mesh;
    private final long[] keys;
    private final byte[] uses;

    private Winding(Mesh mesh) {
        this.mesh = mesh;
        int expected = Math.max(64, 3 * mesh.triangles() / SAMPLE);
        keys = new long[Integer.highestOneBit(expected) << 2];
        uses = new byte[keys.length];
    }

    /// True for closed and open surfaces alike, inside out or not, soup or not, as long as they are all of one
    /// mind.
    /// A mesh in which no two triangles share an edge counts as consistent.
    static boolean isConsistent(Mesh mesh) {
        Winding winding = new Winding(mesh);
        winding.collect();
        return winding.share() <= TOLERATED;
    }

    private void collect() {
        long[] hash = new long[3];
        int filled = 0;
        for (int t = 0; t < mesh.triangles() && filled < keys.length / 2; t++) {
            for (int k = 0; k < 3; k++) {
                hash[k] = hashOfCorner(3 * t + k);
            }
            for (int k = 0; k < 3; k++) {
                filled += record(hash[k], hash[(k + 1) % 3]);
            }
        }
    }

    /// Counts the two directions of an edge in the two halves of a byte.
    private int record(long from, long to) {
        long key = (from + to) * 0x9E3779B97F4A7C15L;
        if (from == to || ((key >>> 32) & (SAMPLE - 1)) != 0) {
            return 0;
        }
        int slot = (int) (key >>> 36) & (keys.length - 1);
        while (uses[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        int fresh = uses[slot] == 0 ? 1 : 0;
        int shift = from < to ? 0 : 4;
        if (((uses[slot] >>> shift) & 7) < 7) {
            uses[slot] += (byte) (1 << shift);
        }
        keys[slot] = key;
        return fresh;
    }

    private double share() {
        int alike = 0;
        int against = 0;
        for (byte use : uses) {
            if (use == 0x11) {
                alike++;
            } else if (use == 0x02 || use == 0x20) {
                against++;
            }
        }
        return against / (double) Math.max(1, alike + against);
    }

    private long hashOfCorner(int corner) {
        int v = 3 * mesh.corners()[corner];
        float[] xyz = mesh.xyz();
        long h = CoordinateHash.of(xyz[v], xyz[v + 1], xyz[v + 2]);
        return (h * 0xC2B2AE3D27D4EB4FL) ^ CoordinateHash.of(xyz[v + 1], xyz[v + 2], xyz[v]);
    }
}
