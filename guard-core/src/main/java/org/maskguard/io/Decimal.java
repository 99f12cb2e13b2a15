package org.maskguard.io;

import java.nio.charset.StandardCharsets;

/// Decimal numbers in ASCII, read from bytes without making objects.
///
/// The results are those of [Float#parseFloat(String)] for every plain decimal: digits, at most one point, and at most
/// one exponent. Anything else, such as a comma, `NaN`, `0x1p3` or `1f`, is none.
final class Decimal {

    /// Powers of ten that a double holds exactly.
    private static final double[] TENS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private static final int MOST_DIGITS = 18;
    private static final int MOST_EXPONENT = 99_999;

    /// The 29 bits of a double that a float has not, and the value of them halfway between two floats.
    private static final long BELOW_FLOAT = (1L << 29) - 1;

    private static final long HALFWAY = 1L << 28;

    private Decimal() {}

    /// The float nearest to the number that stands in `bytes` from `from` to `to`, or NaN where none stands there.
    static float parseFloat(byte[] bytes, int from, int to) {
        int at = from;
        boolean negative = false;
        if (at < to && (bytes[at] == '-' || bytes[at] == '+')) {
            negative = bytes[at++] == '-';
        }
        int first = at;
        long digits = 0;
        int point = -1;
        for (; at < to; at++) {
            int c = bytes[at];
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
            } else if (c == '.' && point < 0) {
                point = at;
            } else {
                break;
            }
        }
        int count = at - first - (point < 0 ? 0 : 1);
        if (count <= 0) {
            return Float.NaN;
        }
        int scale = point < 0 ? 0 : point + 1 - at;
        if (at < to) {
            int exponent = exponent(bytes, at, to);
            if (exponent == Integer.MIN_VALUE) {
                return Float.NaN;
            }
            scale += exponent;
        }
        if (count > MOST_DIGITS || scale > 22 || scale < -22) {
            return slowly(bytes, from, to);
        }
        double value = scale < 0 ? digits / TENS[-scale] : digits * TENS[scale];
        if (isHard(value)) {
            return slowly(bytes, from, to);
        }
        return (float) (negative ? -value : value);
    }

    /// The double nearest to the number, or NaN where none stands there.
    static double parseDouble(byte[] bytes, int from, int to) {
        float rough = parseFloat(bytes, from, to);
        return Float.isNaN(rough) ? Double.NaN : Double.parseDouble(text(bytes, from, to));
    }

    /// Whether `value`, which may be off by two units in its last place, might be rounded to the wrong float.
    private static boolean isHard(double value) {
        long below = Double.doubleToRawLongBits(value) & BELOW_FLOAT;
        return Math.abs(below - HALFWAY) <= 4 || value < 1e-37 && value != 0;
    }

    /// @return the exponent, as far as it matters, or `MIN_VALUE` where none stands there
    private static int exponent(byte[] bytes, int from, int to) {
        int at = from;
        if ((bytes[at] | 0x20) != 'e') {
            return Integer.MIN_VALUE;
        }
        at++;
        boolean negative = false;
        if (at < to && (bytes[at] == '-' || bytes[at] == '+')) {
            negative = bytes[at++] == '-';
        }
        if (at == to) {
            return Integer.MIN_VALUE;
        }
        int value = 0;
        for (; at < to; at++) {
            int c = bytes[at];
            if (c < '0' || c > '9') {
                return Integer.MIN_VALUE;
            }
            value = Math.min(value * 10 + (c - '0'), MOST_EXPONENT);
        }
        return negative ? -value : value;
    }

    private static float slowly(byte[] bytes, int from, int to) {
        return Float.parseFloat(text(bytes, from, to));
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
