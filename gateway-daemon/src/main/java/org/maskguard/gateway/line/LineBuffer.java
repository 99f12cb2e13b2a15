package org.maskguard.gateway.line;

/// Gathers raw bytes into lines that end in LF or CR, within a bound: what is longer is dropped, and the line said to
/// be so.
///
/// Nothing is interpreted. Not thread-safe.
public final class LineBuffer {

    private final byte[] bytes;
    private int length;
    private boolean overlong;
    private boolean complete;

    /// @param most how many bytes of a line are kept
    public LineBuffer(int most) {
        bytes = new byte[most];
    }

    /// Takes one byte; says whether it ended a line, an empty one too.
    public boolean take(byte b) {
        if (complete) {
            forget();
        }
        if (b == '\n' || b == '\r') {
            complete = true;
            return true;
        }
        if (length < bytes.length) {
            bytes[length++] = b;
        } else {
            overlong = true;
        }
        return false;
    }

    /// The line's bytes: the first [#length()] of an array that is used again.
    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return length;
    }

    /// Whether bytes were dropped.
    public boolean isOverlong() {
        return overlong;
    }

    /// Whether a line has been begun and not ended.
    public boolean isWithinLine() {
        return !complete && length > 0;
    }

    /// Forgets the line.
    public void forget() {
        length = 0;
        overlong = false;
        complete = false;
    }
}
