package org.maskguard.gateway.line;

/// How Marlin 2.1 gathers bytes into lines, with everything it lets through (PEERS A1).
///
/// LF and CR each end a line. At most 95 characters are kept, the rest is dropped without a word. A `;` begins a
/// comment.
/// A backslash is dropped and makes the next character an ordinary one. A backspace takes away the character before it.
/// A
/// NUL is kept, and ends what later reads the line. Lines without any kept character, and those that begin with an
/// escaped
/// `;`, are none. Not thread-safe.
public final class MarlinBytes {

    /// `MAX_CMD_SIZE` less the NUL at the end.
    public static final int MOST_KEPT = 95;

    private final byte[] kept = new byte[MOST_KEPT];
    private int length;
    private boolean ignoring;
    private boolean escaped;
    private boolean complete;

    /// Takes one byte; says whether it ended a line, which [#line()] and [#length()] give until the next byte.
    public boolean take(byte b) {
        if (complete) {
            length = 0;
            complete = false;
        }
        if (b == '\n' || b == '\r') {
            ignoring = false;
            escaped = false;
            complete = length > 0;
            return complete && kept[0] != ';';
        }
        if (ignoring) {
            return false;
        }
        if (!escaped && b == '\\') {
            escaped = true;
            return false;
        }
        if (!escaped && b == ';') {
            ignoring = true;
            return false;
        }
        escaped = false;
        if (b == 0x08) {
            length = Math.max(0, length - 1);
        } else {
            kept[length++] = b;
            ignoring = length == MOST_KEPT;
        }
        return false;
    }

    /// The line's bytes: the first [#length()] of an array that is used again.
    public byte[] line() {
        return kept;
    }

    /// How many bytes C's functions see: up to the first NUL.
    public int length() {
        int end = CText.first(kept, 0, length, '\0');
        return end < 0 ? length : end;
    }

    /// Whether a line has been begun and not ended.
    public boolean isWithinLine() {
        return length > 0 && !complete || ignoring || escaped;
    }

    /// Forgets the line that was begun, as the firmware does after an error.
    public void forget() {
        length = 0;
        ignoring = false;
        escaped = false;
        complete = false;
    }
}
