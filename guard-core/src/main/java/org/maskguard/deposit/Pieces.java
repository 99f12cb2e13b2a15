package org.maskguard.deposit;

import java.util.Arrays;
import java.util.stream.IntStream;

/// What hangs together, and the cells that it fills. Immutable; valid until more is laid.
final class Pieces {

    /// Places by which a thing on supports must rest on more than rests on it: so many, and a share.
    private static final int LEAST_EXCESS = 50;

    private static final double EXCESS = 0.08;

    private final Fill fill;

    /// The piece of each strand, from 1 on; 0 for none.
    private final int[] pieceOf;

    private final int count;
    private final int[] least;
    private final int[] most;
    private final int[] rests;
    private final int[] carries;

    private Pieces(Fill fill, int[] pieceOf, int count) {
        this.fill = fill;
        this.pieceOf = pieceOf;
        this.count = count;
        least = new int[3 * count + 3];
        most = new int[3 * count + 3];
        rests = new int[count + 1];
        carries = new int[count + 1];
        Arrays.fill(least, Integer.MAX_VALUE);
        fill.visitStrands((x, y, z, strands) -> {
            for (int at = 0; at < strands.length; at++) {
                int piece = pieceOf[strands[at]];
                if (piece != 0) {
                    grow(3 * piece, x + (at & 15));
                    grow(3 * piece + 1, y + (at >> 4 & 15));
                    grow(3 * piece + 2, z + (at >> 8));
                }
            }
        });
    }

    static Pieces of(Fill fill, Strands strands) {
        int[] pieceOf = new int[strands.count() + 1];
        int count = 0;
        for (int s = 1; s < pieceOf.length; s++) {
            // A root comes before all others.
            int root = strands.root(s);
            pieceOf[s] = root == s ? ++count : pieceOf[root];
        }
        Pieces pieces = new Pieces(fill, pieceOf, count);
        for (int s = 1; s < pieceOf.length; s++) {
            pieces.rests[pieceOf[s]] = strands.resting(strands.root(s));
            pieces.carries[pieceOf[s]] = strands.carrying(strands.root(s));
        }
        return pieces;
    }

    private void grow(int i, int value) {
        least[i] = Math.min(least[i], value);
        most[i] = Math.max(most[i], value);
    }

    /// Pieces that are as large as a face and rest on others more than others rest on them: things on supports,
    /// those that do so most first.
    ///
    /// Supports carry what stands on them; in slabs, and where they stand on the thing itself, they rest on as
    /// much as they carry.
    ///
    /// @param limit of them
    int[] onSupports(int limit) {
        return IntStream.rangeClosed(1, count)
                .filter(piece -> excess(piece) >= Math.max(LEAST_EXCESS, EXCESS * rests[piece]) && isLarge(piece))
                .boxed()
                .sorted((a, b) -> Integer.compare(excess(b), excess(a)))
                .limit(limit)
                .mapToInt(piece -> piece)
                .toArray();
    }

    private int excess(int piece) {
        return rests[piece] - carries[piece];
    }

    private boolean isLarge(int piece) {
        double[] extents = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            extents[axis] = (most[3 * piece + axis] - least[3 * piece + axis] + 1) * fill.cell();
        }
        Arrays.sort(extents);
        return extents[0] > 12 && extents[1] > 60;
    }

    /// The cells of a piece.
    ///
    /// @param limit of cells, the rim among them
    /// @param rim cells that are free all round
    /// @return null where that is more
    Block block(int piece, long limit, int rim) {
        int[] box = {
            least[3 * piece], least[3 * piece + 1], least[3 * piece + 2],
            most[3 * piece], most[3 * piece + 1], most[3 * piece + 2]
        };
        long nx = box[3] - (long) box[0] + 1 + 2L * rim;
        long ny = box[4] - (long) box[1] + 1 + 2L * rim;
        long nz = box[5] - (long) box[2] + 1 + 2L * rim;
        if (nx * ny > limit || nx * ny * nz > limit) {
            return null;
        }
        Bits bits = new Bits((int) nx, (int) ny, (int) nz);
        fill.visitStrands((x, y, z, strands) -> {
            for (int at = 0; at < strands.length; at++) {
                if (pieceOf[strands[at]] == piece) {
                    bits.set(
                            x + (at & 15) - box[0] + rim,
                            y + (at >> 4 & 15) - box[1] + rim,
                            z + (at >> 8) - box[2] + rim);
                }
            }
        });
        return new Block(bits, fill.at(box[0] - rim), fill.at(box[1] - rim), fill.at(box[2] - rim), fill.cell());
    }
}
