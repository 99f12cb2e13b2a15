package org.maskguard.deposit;

import java.util.Arrays;
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

    void set(int x, int y, int z) {
        bits[row(y, z) + (x >> 6)] |= 1L << x;
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

    /// Cells with one that is in within a distance.
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

    /// Cells that are in with seven others as a cube of 2 × 2 × 2, of which they are the first: what is thinner
    /// vanishes.
    Bits cores() {
        Bits out = new Bits(nx, ny, nz);
        for (int z = 0; z + 1 < nz; z++) {
            for (int y = 0; y + 1 < ny; y++) {
                int a = row(y, z);
                int b = row(y + 1, z);
                int c = row(y, z + 1);
                int d = row(y + 1, z + 1);
                long after = 0;
                for (int w = words - 1; w >= 0; w--) {
                    long all = bits[a + w] & bits[b + w] & bits[c + w] & bits[d + w];
                    out.bits[a + w] = all & (all >>> 1 | after << 63);
                    after = all;
                }
            }
        }
        return out;
    }

    /// Cells that are in here and there.
    Bits and(Bits other) {
        Bits out = new Bits(nx, ny, nz);
        for (int i = 0; i < bits.length; i++) {
            out.bits[i] = bits[i] & other.bits[i];
        }
        return out;
    }

    /// What is in, and all that is enclosed when a lid lies on layer `z`.
    Bits filledUnder(int z) {
        Bits lidded = new Bits(nx, ny, nz);
        System.arraycopy(bits, 0, lidded.bits, 0, bits.length);
        int from = row(0, z);
        int to = from + ny * words;
        Arrays.fill(lidded.bits, from, to, -1);
        Bits filled = lidded.outside().inverted();
        System.arraycopy(bits, from, filled.bits, from, to - from);
        return filled;
    }

    /// Everything that a path of free cells, face to face, joins to the rim.
    Bits outside() {
        return new Flood(this).run();
    }
}
