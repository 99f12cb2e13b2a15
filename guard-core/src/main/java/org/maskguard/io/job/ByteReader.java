package org.maskguard.io.job;

import java.util.Arrays;
import org.maskguard.io.Format;
import org.maskguard.io.Unreadable;

/// A window on a [ByteSource], for those who look ahead and count.
///
/// The bytes lie in [#bytes()] between [#from()] and [#to()].
final class ByteReader {

    /// Holds what a format is known by.
    private static final int SIZE = 2 * Format.LOOK;

    private final ByteSource source;
    private final byte[] bytes = new byte[SIZE];
    private int from;
    private int to;
    private long passed;
    private boolean ended;

    ByteReader(ByteSource source) {
        this.source = source;
    }

    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /// Offset of the byte at [#from()].
    long position() {
        return passed + from;
    }

    /// Declares bytes of the window as used up.
    void advance(int count) {
        from += count;
    }

    /// Makes at least `count` bytes stand in the window, where so many are left.
    ///
    /// @param count at most [Format#LOOK]
    /// @return whether they do
    boolean has(int count) throws Unreadable {
        if (to - from >= count) {
            return true;
        }
        if (from + count > SIZE || from == to) {
            System.arraycopy(bytes, from, bytes, 0, to - from);
            passed += from;
            to -= from;
            from = 0;
        }
        while (to - from < count && !ended) {
            int more = source.read(bytes, to, SIZE - to);
            ended = more < 0;
            to += Math.max(more, 0);
        }
        return to - from >= count;
    }

    /// The next bytes, at most `count`; the window stays as it is.
    byte[] peek(int count) throws Unreadable {
        has(count);
        return Arrays.copyOfRange(bytes, from, Math.min(to, from + count));
    }

    /// Whether the next bytes are these.
    boolean begins(int... values) throws Unreadable {
        if (!has(values.length)) {
            return false;
        }
        for (int i = 0; i < values.length; i++) {
            if ((bytes[from + i] & 0xFF) != values[i]) {
                return false;
            }
        }
        return true;
    }

    /// Looks at two bytes that are there, the low one first.
    int u16At(int ahead) {
        return bytes[from + ahead] & 0xFF | (bytes[from + ahead + 1] & 0xFF) << 8;
    }

    /// Takes a byte that [#has(int)] said is there.
    int u8() {
        return bytes[from++] & 0xFF;
    }

    /// Takes two bytes that are there, the low one first.
    int u16() {
        return u8() | u8() << 8;
    }

    /// Takes four bytes that are there, the low one first.
    long u32() {
        return u16() | (long) u16() << 16;
    }
}
