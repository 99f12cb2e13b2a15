package org.maskguard.deposit;

import java.util.stream.IntStream;

/// A dense block of cells, each in or out: rows of bits along x, then y, then z.
///
/// Whoever makes one leaves a rim of cells that are out, as wide as what is done with it reaches. Operations work on
/// words of 64 cells; the result does not depend on the number of threads.
final class Bits {

    final int nx;
    final int ny;
    final int nz;

    /// Words of a row.
    final int words;

    final long[] bits;

    Bits(int nx, int ny, int nz) {
        this.nx = nx;
        this.ny = ny;
        this.nz = nz;
        this.words = (nx + 63) >> 6;
        this.bits = new long[Math.toIntExact((long) words * ny * nz)];
    }

    int row(int y, int z) {
        return (z * ny + y) * words;
    }

    boolean get(int x, int y, int z) {
        return (bits[row(y, z) + (x >> 6)] >>> x & 1) != 0;
    }

    void set(int x, int y, int z) {
        bits[row(y, z) + (x >> 6)] |= 1L << x;
    }

    void clear(int x, int y, int z) {
        bits[row(y, z) + (x >> 6)] &= ~(1L << x);
    }

    long count() {
        long sum = 0;
        for (long word : bits) {
            sum += Long.bitCount(word);
        }
        return sum;
    }

    /// All that is out is in, and the reverse; what lies beyond `nx` in the last word of a row stays out.
    Bits inverted() {
        Bits out = new Bits(nx, ny, nz);
        long end = (nx & 63) == 0 ? -1 : (1L << nx) - 1;
        for (int i = 0; i < bits.length; i++) {
            out.bits[i] = ~bits[i];
            if (i % words == words - 1) {
                out.bits[i] &= end;
            }
        }
        return out;
    }

    /// Cells with one that is in within a distance; two spheres' halves smooth the ball's corners.
    ///
    /// @param radius in cells
    Bits dilated(double radius) {
        int reach = (int) radius;
        int[] extents = new int[(2 * reach + 1) * (2 * reach + 1)];
        for (int dz = -reach; dz <= reach; dz++) {
            for (int dy = -reach; dy <= reach; dy++) {
                double left = radius * radius - dy * dy - dz * dz;
                extents[(dz + reach) * (2 * reach + 1) + dy + reach] = left < 0 ? -1 : (int) Math.sqrt(left);
            }
        }
        Bits out = new Bits(nx, ny, nz);
        IntStream.range(0, nz).parallel().forEach(z -> {
            long[] wide = new long[words];
            for (int dz = Math.max(-reach, -z); dz <= Math.min(reach, nz - 1 - z); dz++) {
                for (int y = 0; y < ny; y++) {
                    spread(y, z, dz, reach, extents, wide, out);
                }
            }
        });
        return out;
    }

    /// ORs the row (y, z + dz), widened as far as each distance allows, into the rows of layer z round it.
    private void spread(int y, int z, int dz, int reach, int[] extents, long[] wide, Bits out) {
        int from = row(y, z + dz);
        boolean empty = true;
        for (int w = 0; w < words; w++) {
            wide[w] = bits[from + w];
            empty &= wide[w] == 0;
        }
        if (empty) {
            return;
        }
        int extent = 0;
        for (int dy = reach; dy >= 0; dy--) {
            int want = extents[(dz + reach) * (2 * reach + 1) + dy + reach];
            if (want < 0) {
                continue;
            }
            for (; extent < want; extent++) {
                widen(wide);
            }
            if (y + dy < ny) {
                or(out, out.row(y + dy, z), wide);
            }
            if (dy > 0 && y - dy >= 0) {
                or(out, out.row(y - dy, z), wide);
            }
        }
    }

    private static void widen(long[] row) {
        long before = 0;
        for (int w = 0; w < row.length; w++) {
            long here = row[w];
            long after = w + 1 < row.length ? row[w + 1] : 0;
            row[w] = here | here << 1 | here >>> 1 | before >>> 63 | after << 63;
            before = here;
        }
    }

    private static void or(Bits out, int at, long[] row) {
        for (int w = 0; w < row.length; w++) {
            out.bits[at + w] |= row[w];
        }
    }

    /// The morphological closing: gaps up to twice the radius are bridged, outer surfaces stay where they are.
    ///
    /// @param radius in cells; the rim must be wider
    Bits closed(double radius) {
        return dilated(radius).inverted().dilated(radius).inverted();
    }

    /// Everything that a path of free cells, face to face, joins to the rim.
    Bits outside() {
        return new Flood(this).run();
    }
}
