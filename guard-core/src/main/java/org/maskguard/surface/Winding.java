package org.maskguard.surface;

import org.maskguard.io.CoordinateHash;
import org.maskguard.io.Mesh;

/// Whether neighbouring triangles of a mesh are wound alike, judged on a sample of its edges.
final class Winding {

    /// One edge in so many is looked at.
    private static final int SAMPLE = 16;

    private static final int SAMPLE_BITS = 4;

    /// Share of sampled edges between two triangles that may be wound against each other. Random winding gives .5.
    private static final double TOLERATED = 0.1;

    private final Mesh mesh;
    private final long[] keys;
    private final byte[] uses;
    private final int[] hashes;

    private Winding(Mesh mesh) {
        this.mesh = mesh;
        int expected = Math.max(64, 3 * mesh.triangles() / SAMPLE);
        keys = new long[Integer.highestOneBit(expected) << 2];
        uses = new byte[keys.length];
        hashes = hashes(mesh.xyz());
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
        int[] corners = mesh.corners();
        int filled = 0;
        for (int i = 0; i < corners.length && filled < keys.length / 2; i += 3) {
            int a = hashes[corners[i]];
            int b = hashes[corners[i + 1]];
            int c = hashes[corners[i + 2]];
            filled += record(a, b) + record(b, c) + record(c, a);
        }
    }

    /// Counts the two directions of an edge in the two halves of a byte.
    private int record(int from, int to) {
        int both = (from + to) * 0x9E3779B9;
        if (both >>> 32 - SAMPLE_BITS != 0 || from == to) {
            return 0;
        }
        return enter(from, to);
    }

    private int enter(int from, int to) {
        long least = Math.min(from, to);
        long key = (least << 32 | (Math.max(from, to) & 0xFFFFFFFFL)) * 0x9E3779B97F4A7C15L;
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

    /// Vertices are known by their hashes alone: the few that fall together by chance change no share.
    private static int[] hashes(float[] xyz) {
        int[] hashes = new int[xyz.length / 3];
        for (int v = 0; v < hashes.length; v++) {
            hashes[v] = CoordinateHash.of(xyz[3 * v], xyz[3 * v + 1], xyz[3 * v + 2]);
        }
        return hashes;
    }
}
