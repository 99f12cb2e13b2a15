package org.maskguard.gateway.store;

import java.util.Random;
import java.util.random.RandomGenerator;

/// Makes identifiers of jobs: ULIDs, 48 bits of milliseconds and 80 of chance in Crockford's base 32, each greater than
/// the one before whatever the clock does. Thread-safe.
final class Ulids {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 26;
    private static final int TIME_DIGITS = 10;
    private static final int BITS = 5;
    private static final long HALF = (1L << 40) - 1;

    private final RandomGenerator chance;
    private long millis;
    private long high;
    private long low;

    Ulids(Random chance) {
        this.chance = chance;
    }

    /// Makes sure that all to come are greater than this one.
    synchronized void after(String last) {
        if (isOne(last)) {
            millis = number(last, 0, TIME_DIGITS);
            high = number(last, TIME_DIGITS, TIME_DIGITS + 8);
            low = number(last, TIME_DIGITS + 8, LENGTH);
        }
    }

    /// The next one.
    ///
    /// @param now milliseconds since 1970
    synchronized String next(long now) {
        if (now > millis) {
            millis = now;
            high = chance.nextLong() & HALF;
            low = chance.nextLong() & HALF;
        } else if (low < HALF) {
            low++;
        } else if (high < HALF) {
            high++;
            low = 0;
        } else {
            millis++;
            high = 0;
            low = 0;
        }
        return text(millis, TIME_DIGITS) + text(high, 8) + text(low, 8);
    }

    /// Whether a text is one: 26 capital digits of base 32 that make at most 128 bits.
    static boolean isOne(String text) {
        return text.length() == LENGTH && text.charAt(0) <= '7' && text.chars().allMatch(c -> DIGITS.indexOf(c) >= 0);
    }

    /// The milliseconds since 1970 that one was made at.
    static long millis(String ulid) {
        return number(ulid, 0, TIME_DIGITS);
    }

    private static String text(long number, int digits) {
        char[] text = new char[digits];
        for (int i = 0; i < digits; i++) {
            text[i] = DIGITS.charAt((int) (number >> BITS * (digits - 1 - i)) & 31);
        }
        return new String(text);
    }

    private static long number(String text, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            number = number << BITS | DIGITS.indexOf(text.charAt(i));
        }
        return number;
    }
}
