package org.maskguard.gateway.line;

/// The one check that the wire has: all bytes before the `*`, XORed.
///
/// It finds every single damaged or missing byte. It does not find two that cancel each other out.
public final class Checksum {

    private Checksum() {}

    /// The checksum, 0 to 255, of `bytes` from `from` to before `to`.
    public static int of(byte[] bytes, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum ^= bytes[i];
        }
        return sum & 0xFF;
    }
}
