package org.maskguard.gcode;

import java.nio.charset.StandardCharsets;

/// Plain decimals, read from bytes without making objects.
final class Decimals {

    /// Powers of ten that a double holds exactly.
    static final double[] TENS = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

    /// Digits whose value a double holds exactly, so that one division gives the nearest double.
    static final int EXACT_DIGITS = 15;

    private Decimals() {}

    /// The double nearest to the number that stands there: an optional sign, digits, at most one point.
    static double read(byte[] bytes, int from, int to) {
        int at = from;
        boolean negative = bytes[at] == '-';
        if (negative || bytes[at] == '+') {
            at++;
        }
        if (to - at > EXACT_DIGITS) {
            return Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
        }
        long digits = 0;
        int point = to;
        for (; at < to; at++) {
            if (bytes[at] == '.') {
                point = at + 1;
            } else {
                digits = digits * 10 + bytes[at] - '0';
            }
        }
        double value = digits / TENS[to - point];
        return negative ? -value : value;
    }
}
