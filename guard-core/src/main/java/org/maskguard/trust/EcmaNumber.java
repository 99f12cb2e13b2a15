package org.maskguard.trust;

import java.math.BigDecimal;

/// Numbers as ECMAScript's `Number::toString` writes them (ECMA-262, section 6.1.6.1.20), which RFC 8785 demands.
///
/// Java's `Double.toString` gives the shortest digits that read back as the same double, the nearest where there are
/// several, but for one case: of numbers for which one digit is enough it may give two (4.9E-324, where ECMAScript says
/// 5e-324). What is left is where the point goes.
final class EcmaNumber {

    /// From here on numbers are written with an exponent.
    private static final int MOST_PLAIN_DIGITS = 21;

    private static final int MOST_PLAIN_ZEROS = 6;

    private EcmaNumber() {}

    static void append(StringBuilder out, double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("JSON has no form for " + number);
        }
        if (number == 0) {
            out.append('0');
            return;
        }
        if (number < 0) {
            out.append('-');
        }
        BigDecimal shortest = shortest(Math.abs(number));
        String digits = shortest.unscaledValue().toString();
        place(out, digits, digits.length() - shortest.scale());
    }

    /// The fewest digits that read back as this number.
    private static BigDecimal shortest(double number) {
        BigDecimal java = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        if (java.precision() != 2) {
            return java;
        }
        BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(1 - java.scale());
        BigDecimal below = java.divideToIntegralValue(unit).multiply(unit).stripTrailingZeros();
        BigDecimal above = below.add(unit).stripTrailingZeros();
        BigDecimal exact = new BigDecimal(number);
        boolean belowReads = below.signum() > 0 && below.doubleValue() == number;
        boolean aboveReads = above.doubleValue() == number;
        if (belowReads && aboveReads) {
            return exact.subtract(below).compareTo(above.subtract(exact)) <= 0 ? below : above;
        }
        return belowReads ? below : aboveReads ? above : java;
    }

    /// @param point how many of the digits stand before the point; below 0 or beyond them, zeros do
    private static void place(StringBuilder out, String digits, int point) {
        int count = digits.length();
        if (count <= point && point <= MOST_PLAIN_DIGITS) {
            out.append(digits).repeat('0', point - count);
        } else if (0 < point && point <= MOST_PLAIN_DIGITS) {
            out.append(digits, 0, point).append('.').append(digits, point, count);
        } else if (-MOST_PLAIN_ZEROS < point && point <= 0) {
            out.append("0.").repeat('0', -point).append(digits);
        } else {
            out.append(digits.charAt(0));
            if (count > 1) {
                out.append('.').append(digits, 1, count);
            }
            int exponent = point - 1;
            out.append('e').append(exponent < 0 ? '-' : '+').append(Math.abs(exponent));
        }
    }
}
