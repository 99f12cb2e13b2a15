package org.maskguard.gateway.line;

/// The functions of C that the firmware reads a line with, on bytes that end at `to`.
final class CText {

    private CText() {}

    /// What `strtol` of base 10 makes of the bytes at `from`: 0 where no number stands there; held within 32 bits.
    static long number(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && (bytes[at] == ' ' || bytes[at] >= 9 && bytes[at] <= 13)) {
            at++;
        }
        boolean negative = false;
        if (at < to && (bytes[at] == '-' || bytes[at] == '+')) {
            negative = bytes[at++] == '-';
        }
        long value = 0;
        for (; at < to && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
            value = Math.min(value * 10 + (bytes[at] - '0'), 1L + Integer.MAX_VALUE);
        }
        return negative ? -value : Math.min(value, Integer.MAX_VALUE);
    }

    /// The place of the first `wanted` from `from` on, or -1.
    static int first(byte[] bytes, int from, int to, char wanted) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /// The place of the last `wanted`, or -1.
    static int last(byte[] bytes, int from, int to, char wanted) {
        for (int i = to - 1; i >= from; i--) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /// Whether `M110` stands anywhere from `from` on.
    static boolean holdsM110(byte[] bytes, int from, int to) {
        for (int i = from; i + 4 <= to; i++) {
            if (bytes[i] == 'M' && bytes[i + 1] == '1' && bytes[i + 2] == '1' && bytes[i + 3] == '0') {
                return true;
            }
        }
        return false;
    }
}
