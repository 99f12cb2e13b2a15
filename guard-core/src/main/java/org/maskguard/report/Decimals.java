package org.maskguard.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Short decimal numbers that are the same in every locale.
final class Decimals {

    private static final long[] POWERS = {1, 10, 100, 1000, 10_000, 100_000, 1_000_000};

    /// Below this a product with the largest power is exact enough to be rounded as a long.
    private static final double PLAIN = 1e9;

    private Decimals() {}

    /// Appends a finite number with at most `places` (0 to 6) decimals and without trailing zeros: `12.5`, `-0.05`,
    /// `3`.
    static StringBuilder append(StringBuilder out, double value, int places) {
        if (!(Math.abs(value) < PLAIN)) {
            return out.append(exactly(value, places));
        }
        long scaled = Math.round(Math.abs(value) * POWERS[places]);
        if (value < 0 && scaled != 0) {
            out.append('-');
        }
        out.append(scaled / POWERS[places]);
        long rest = scaled % POWERS[places];
        if (rest != 0) {
            out.append('.');
            for (int place = places - 1; rest != 0; place--) {
                out.append((char) ('0' + rest / POWERS[place]));
                rest %= POWERS[place];
            }
        }
        return out;
    }

    /// As [#append], as a string.
    static String of(double value, int places) {
        return append(new StringBuilder(), value, places).toString();
    }

    /// With exactly `places` decimals, for columns of figures.
    static String fixed(double value, int places) {
        return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP).toPlainString();
    }

    private static String exactly(double value, int places) {
        return new BigDecimal(value)
                .setScale(places, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
