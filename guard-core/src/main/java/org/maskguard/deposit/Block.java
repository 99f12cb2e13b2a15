package org.maskguard.deposit;

/// The box of all cells that hold anything, as a dense block.
///
/// @param cells that hold anything
/// @param originX where the first cell begins, mm
/// @param cell edge of a cell, mm
record Block(Bits cells, double originX, double originY, double originZ, double cell) {

    /// @param least of [Fill#FULL] that a cell must hold to be in
    /// @param most cells of the block; where there are more, they become twice as large, once
    /// @param rim cells that are free all round
    /// @return null where nothing holds anything
    static Block of(Fill fill, int least, long most, int rim) throws TooLarge {
        int[] box = box(fill);
        if (box[0] > box[3]) {
            return null;
        }
        for (int shift = 0; shift < 2; shift++) {
            long nx = (box[3] >> shift) - (box[0] >> shift) + 1 + 2L * rim;
            long ny = (box[4] >> shift) - (box[1] >> shift) + 1 + 2L * rim;
            long nz = (box[5] >> shift) - (box[2] >> shift) + 1 + 2L * rim;
            if (nx * ny <= most && nx * ny * nz <= most) {
                return of(fill, least, box, shift, rim, new Bits((int) nx, (int) ny, (int) nz));
            }
        }
        throw new TooLarge("The job spans more room than any printer has whose jobs can be looked at.");
    }

    private static Block of(Fill fill, int least, int[] box, int shift, int rim, Bits bits) {
        int offX = (box[0] >> shift) - rim;
        int offY = (box[1] >> shift) - rim;
        int offZ = (box[2] >> shift) - rim;
        fill.visit((x, y, z, cells) -> {
            for (int at = 0; at < cells.length; at++) {
                if ((cells[at] & Fill.FULL) >= least) {
                    bits.set(
                            (x + (at & 15) >> shift) - offX,
                            (y + (at >> 4 & 15) >> shift) - offY,
                            (z + (at >> 8) >> shift) - offZ);
                }
            }
        });
        return new Block(
                bits,
                fill.at(offX << shift),
                fill.at(offY << shift),
                fill.at(offZ << shift),
                fill.cell() * (1 << shift));
    }

    /// Number of the layer of cells that holds a height.
    int layer(double z) {
        return (int) Math.floor((z - originZ) / cell);
    }

    /// Least and greatest numbers of cells along x, y and z.
    private static int[] box(Fill fill) {
        int big = Integer.MAX_VALUE;
        int[] box = {big, big, big, -big, -big, -big};
        fill.visit((x, y, z, cells) -> {
            for (int at = 0; at < cells.length; at++) {
                if (cells[at] != 0) {
                    grow(box, 0, x + (at & 15));
                    grow(box, 1, y + (at >> 4 & 15));
                    grow(box, 2, z + (at >> 8));
                }
            }
        });
        return box;
    }

    private static void grow(int[] box, int axis, int value) {
        box[axis] = Math.min(box[axis], value);
        box[axis + 3] = Math.max(box[axis + 3], value);
    }
}
