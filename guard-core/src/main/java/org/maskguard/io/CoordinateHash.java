package org.maskguard.io;

/// Spreads points over the slots of a table by their coordinates. Exactly equal points fall together, and -0 counts as
/// 0, so that whoever compares them with `==` finds what is the same.
public final class CoordinateHash {

    private CoordinateHash() {}

    /// All 32 bits are of use; the high ones are the better ones.
    ///
    /// Adding 0 turns -0 into 0. Coordinates on a grid have only zeros in their low bits, so the high half of
    /// products
    /// is what spreads.
    public static int of(float x, float y, float z) {
        long h = Float.floatToRawIntBits(x + 0f) * 0x9E3779B97F4A7C15L;
        h = (h ^ (h >>> 32)) + Float.floatToRawIntBits(y + 0f) * 0xC2B2AE3D27D4EB4FL;
        h = (h ^ (h >>> 29)) + Float.floatToRawIntBits(z + 0f) * 0x165667B19E3779F9L;
        h = (h ^ (h >>> 32)) * 0xD6E8FEB86659FD93L;
        return (int) (h >>> 32);
    }
}
