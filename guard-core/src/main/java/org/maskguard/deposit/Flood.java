package org.maskguard.deposit;

import java.util.Arrays;

/// Fills the free room round a solid from without, row by row: a row that gained cells has its four neighbours looked
/// at again.
final class Flood {

    private final Bits solid;
    private final Bits out;
    private final boolean[] waiting;
    private int[] queue = new int[1 << 12];
    private int head;
    private int size;

    Flood(Bits solid) {
        this.solid = solid;
        this.out = new Bits(solid.nx, solid.ny, solid.nz);
        this.waiting = new boolean[solid.ny * solid.nz];
    }

    Bits run() {
        int rows = waiting.length;
        for (int r = 0; r < rows; r++) {
            int y = r % solid.ny;
            int z = r / solid.ny;
            int at = r * solid.words;
            if (y == 0 || z == 0 || y == solid.ny - 1 || z == solid.nz - 1) {
                Arrays.fill(out.bits, at, at + solid.words, -1);
            }
            out.bits[at] |= 1;
            int end = solid.nx - 1;
            out.bits[at + (end >> 6)] |= 1L << end;
            push(r);
        }
        while (size > 0) {
            int r = queue[head];
            head = head + 1 & queue.length - 1;
            size--;
            waiting[r] = false;
            if (grow(r)) {
                int y = r % solid.ny;
                pushIf(y > 0, r - 1);
                pushIf(y < solid.ny - 1, r + 1);
                pushIf(r >= solid.ny, r - solid.ny);
                pushIf(r + solid.ny < rows, r + solid.ny);
            }
        }
        trim();
        return out;
    }

    /// Takes over what the neighbours have, and spreads it along the row.
    private boolean grow(int r) {
        int words = solid.words;
        int at = r * words;
        int y = r % solid.ny;
        boolean grew = false;
        long carry = 0;
        for (int w = 0; w < words; w++) {
            long free = ~solid.bits[at + w];
            long now = out.bits[at + w];
            long seed = now | carry;
            if (y > 0) {
                seed |= out.bits[at + w - words];
            }
            if (y < solid.ny - 1) {
                seed |= out.bits[at + w + words];
            }
            if (r >= solid.ny) {
                seed |= out.bits[at + w - words * solid.ny];
            }
            if (r + solid.ny < waiting.length) {
                seed |= out.bits[at + w + words * solid.ny];
            }
            long filled = along(seed & free, free);
            grew |= filled != now;
            out.bits[at + w] = filled;
            carry = filled >>> 63;
        }
        carry = 0;
        for (int w = words - 1; w >= 0; w--) {
            long free = ~solid.bits[at + w];
            long now = out.bits[at + w];
            if ((carry & free & ~now) != 0) {
                out.bits[at + w] = along(now | carry & free, free);
                grew = true;
            }
            carry = out.bits[at + w] << 63;
        }
        return grew;
    }

    /// Spreads seeds over the runs of free cells that they lie in, by doubling steps.
    private static long along(long seed, long free) {
        if (seed == 0) {
            return 0;
        }
        long up = seed;
        long down = seed;
        long wayUp = free;
        long wayDown = free;
        for (int step = 1; step < 64; step <<= 1) {
            up |= wayUp & up << step;
            wayUp &= wayUp << step;
            down |= wayDown & down >>> step;
            wayDown &= wayDown >>> step;
        }
        return up | down;
    }

    private void pushIf(boolean there, int r) {
        if (there) {
            push(r);
        }
    }

    private void push(int r) {
        if (waiting[r]) {
            return;
        }
        waiting[r] = true;
        if (size == queue.length) {
            int[] more = new int[2 * size];
            for (int i = 0; i < size; i++) {
                more[i] = queue[head + i & size - 1];
            }
            queue = more;
            head = 0;
        }
        queue[head + size++ & queue.length - 1] = r;
    }

    /// Cells beyond the end of a row are no cells.
    private void trim() {
        if ((solid.nx & 63) != 0) {
            long end = (1L << solid.nx) - 1;
            for (int i = solid.words - 1; i < out.bits.length; i += solid.words) {
                out.bits[i] &= end;
            }
        }
    }
}
