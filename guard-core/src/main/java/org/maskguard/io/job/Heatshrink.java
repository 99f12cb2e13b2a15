package org.maskguard.io.job;

import org.maskguard.io.Unreadable;

/// Unpacks heatshrink, an LZSS code for small machines (github.com/atomicobject/heatshrink).
///
/// Bits come with the highest of a byte first. A 1 is followed by a byte of 8 bits as it is; a 0 by a distance back,
/// less one, of as many bits as the window has, and a length, less one, of 4 bits. What lies before the beginning is
/// zero, and encoders do refer to it. The stream does not say where it ends, so that the size must be known. Bytes
/// may come in pieces of any size.
final class Heatshrink {

    /// Bits of a length, in both variants that binary G-code knows.
    private static final int LENGTH_BITS = 4;

    private static final int LONGEST = 1 << LENGTH_BITS;

    /// What is kept before it is handed on.
    private static final int PIECE = 16 << 10;

    /// Encoders fill their last byte, and some write one more.
    private static final int MOST_LEFT = 2;

    private final int windowBits;
    private final int window;
    private final long size;
    private final byte[] text;
    private int begun;
    private int at;
    private long before;
    private long taken;
    private int left;
    private int bits;
    private int bitCount;

    /// @param windowBits 11 or 12
    /// @param size bytes that come out
    Heatshrink(int windowBits, long size) {
        this.windowBits = windowBits;
        this.window = 1 << windowBits;
        this.size = size;
        this.text = new byte[window + PIECE + LONGEST];
        this.begun = window;
        this.at = window;
    }

    /// Takes packed bytes and hands on what is unpacked.
    void decode(byte[] bytes, int from, int to, ByteSink sink) throws Unreadable, Malformed {
        int next = from;
        while (produced() < size) {
            // A literal is looked for first: 9 bits, of which at most 8 are there from the byte before.
            while (bitCount < 9 && next < to) {
                bits = bits << 8 | bytes[next++] & 0xFF;
                bitCount += 8;
            }
            boolean literal = bitCount > 0 && (bits >>> bitCount - 1 & 1) == 1;
            int need = literal ? 9 : 1 + windowBits + LENGTH_BITS;
            while (bitCount < need && next < to) {
                bits = bits << 8 | bytes[next++] & 0xFF;
                bitCount += 8;
            }
            if (bitCount < need) {
                break;
            }
            bitCount -= need;
            if (literal) {
                text[at++] = (byte) (bits >>> bitCount);
            } else {
                repeat(bits >>> bitCount);
            }
            if (at >= window + PIECE) {
                hand(sink);
            }
        }
        taken += next - from;
        left += to - next;
        if (left > MOST_LEFT) {
            throw new Malformed("bad-archive", taken, "goes on after its " + size + " bytes are complete");
        }
        hand(sink);
    }

    /// To be called after the last piece.
    void end() throws Malformed {
        if (produced() < size) {
            throw new Malformed("truncated", taken, "unpacks to " + produced() + " bytes and states " + size);
        }
    }

    private long produced() {
        return before + at - window;
    }

    private void repeat(int code) {
        int distance = (code >>> LENGTH_BITS & window - 1) + 1;
        int length = (int) Math.min((code & LONGEST - 1) + 1, size - produced());
        for (int i = 0; i < length; i++) {
            text[at] = text[at - distance];
            at++;
        }
    }

    /// Hands on what is new, and keeps as much of it as may be referred to.
    private void hand(ByteSink sink) throws Unreadable {
        if (at > begun) {
            sink.accept(text, begun, at);
            begun = at;
        }
        if (at >= window + PIECE) {
            System.arraycopy(text, at - window, text, 0, window);
            before += at - window;
            at = window;
            begun = window;
        }
    }
}
