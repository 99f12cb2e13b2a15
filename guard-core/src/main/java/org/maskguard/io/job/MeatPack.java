package org.maskguard.io.job;

import java.nio.charset.StandardCharsets;
import org.maskguard.io.Unreadable;

/// Unpacks MeatPack, which writes the fifteen commonest characters of G-code in four bits.
///
/// A packed byte holds two characters, the first in its low half. A half of 15 says that its character follows as a
/// byte of its own; where the first character is a line feed the second is filling. Two bytes FF and a command switch
/// packing and the meaning of code 11, blank or `E`. Bytes outside of packing are text as it is.
///
/// Marlin 2.1, Prusa's firmware for the MK3 and libbgcode were read, and where they would go on differently from the
/// same bytes this decoder does not go on: at unknown commands, at commands within a pair, and where code 11 is used
/// after a reset whose meaning for it the three see differently. Bytes may come in pieces of any size.
final class MeatPack {

    private static final int SIGNAL = 0xFF;
    private static final int BLANKS = 246;
    private static final int NO_BLANKS = 247;
    private static final int QUERY = 248;
    private static final int RESET = 249;
    private static final int UNPACKED = 250;
    private static final int PACKED = 251;

    private static final int LITERAL = 15;
    private static final int BLANK = 11;
    private static final byte[] CODES = "0123456789. \nGX".getBytes(StandardCharsets.US_ASCII);

    private final byte[] text = new byte[16 << 10];
    private int count;
    private long taken;
    private int signals;
    private boolean packed;
    private boolean packs;
    private boolean noBlanks;
    private boolean blankUnclear;
    private int literals;
    private int second = -1;

    /// Whether these bytes, the first of three, are how a stream switches packing.
    static boolean isSignal(byte first, byte second, byte command) {
        return first == (byte) SIGNAL && second == (byte) SIGNAL && isCommand(command & 0xFF);
    }

    /// Takes packed bytes and hands on what is unpacked.
    void decode(byte[] bytes, int from, int to, ByteSink sink) throws Unreadable, Malformed {
        for (int i = from; i < to; i++) {
            int value = bytes[i] & 0xFF;
            taken++;
            if (signals == 2) {
                command(value);
                signals = 0;
            } else if (value == SIGNAL) {
                signals++;
            } else {
                // One signal alone is a packed byte like others: two characters follow.
                if (signals == 1) {
                    signals = 0;
                    take(SIGNAL);
                }
                take(value);
            }
            if (count > text.length - 4) {
                hand(sink);
            }
        }
        hand(sink);
    }

    /// Whether anything was packed.
    boolean packs() {
        return packs;
    }

    /// To be called after the last piece.
    void end() throws Malformed {
        if (signals > 0 || literals > 0) {
            throw new Malformed("truncated", taken, "ends within a command or a pair of characters");
        }
    }

    private static boolean isCommand(int value) {
        return value >= BLANKS && value <= PACKED;
    }

    private void command(int value) throws Malformed {
        if (literals > 0) {
            throw new Malformed("bad-archive", taken - 1, "has a MeatPack command within a pair of characters");
        }
        switch (value) {
            case PACKED -> {
                packed = true;
                packs = true;
            }
            case UNPACKED -> packed = false;
            case NO_BLANKS -> setBlanks(true);
            case BLANKS -> setBlanks(false);
            case RESET -> {
                packed = false;
                blankUnclear |= noBlanks;
            }
            case QUERY -> {
                // It asks for an answer, and a file waits for none.
            }
            default -> throw new Malformed("bad-archive", taken - 1, "has the unknown MeatPack command " + value);
        }
    }

    private void setBlanks(boolean none) {
        noBlanks = none;
        blankUnclear = false;
    }

    private void take(int value) throws Malformed {
        if (!packed) {
            text[count++] = (byte) value;
        } else if (literals > 0) {
            text[count++] = (byte) value;
            literals--;
            if (second >= 0) {
                text[count++] = (byte) second;
                second = -1;
            }
        } else {
            unpack(value & LITERAL, value >>> 4);
        }
    }

    private void unpack(int low, int high) throws Malformed {
        if (low == LITERAL) {
            literals = high == LITERAL ? 2 : 1;
            second = high == LITERAL ? -1 : character(high);
            return;
        }
        int first = character(low);
        text[count++] = (byte) first;
        if (first == '\n') {
            return;
        }
        if (high == LITERAL) {
            literals = 1;
        } else {
            text[count++] = (byte) character(high);
        }
    }

    private int character(int code) throws Malformed {
        if (code != BLANK) {
            return CODES[code];
        }
        if (blankUnclear) {
            throw new Malformed(
                    "bad-archive",
                    taken - 1,
                    "has a character after a MeatPack reset that readers take for two things");
        }
        return noBlanks ? 'E' : ' ';
    }

    private void hand(ByteSink sink) throws Unreadable {
        if (count > 0) {
            int all = count;
            count = 0;
            sink.accept(text, 0, all);
        }
    }
}
