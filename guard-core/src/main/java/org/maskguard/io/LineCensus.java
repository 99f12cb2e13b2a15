package org.maskguard.io;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Counts, in any bytes, the lines that a printer would take for moves, such as `G1 X10 Y5 E.3` and `N7g01x1`, and
/// those that a slicer would take for faces of a model, such as `f 1/1 2/2 3/3` and `facet normal 0 0 1`.
///
/// Both pass over whatever they do not understand, so that a file of one format, or bytes that are packed, can be
/// something else too, with another shape. Such lines are what tells: of random bytes behind a line's end one in four
/// million looks like a move, and fewer like a face. Bytes come in pieces of any size.
public final class LineCensus {

    /// A job of fewer moves, or a model of fewer faces, is nothing like a face.
    public static final int MANY = 64;

    private static final int ELSEWHERE = 0;
    private static final int BEGUN = 1;
    private static final int NUMBER = 2;
    private static final int NUMBERED = 3;
    private static final int CODE = 4;
    private static final int BEHIND_CODE = 5;
    private static final int AXIS = 6;
    private static final int F = 7;
    private static final int BEHIND_F = 8;
    private static final int CORNER = 9;
    private static final int BEHIND_CORNER = 10;
    private static final int FACET = 11;
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long LINE_FEEDS = '\n' * ONES;
    private static final long RETURNS = '\r' * ONES;
    private static final String WORD = "FACET";

    private int state = BEGUN;
    private int code;
    private int letters;
    private long moves;
    private long faces;

    /// Lines that a printer would take for moves.
    public long moves() {
        return moves;
    }

    /// Lines that a slicer would take for faces.
    public long faces() {
        return faces;
    }

    /// Looks at the next bytes.
    public void look(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to) {
            if (state == ELSEWHERE) {
                i = lineEnd(bytes, i, to);
                if (i == to) {
                    return;
                }
                state = BEGUN;
                i++;
            } else {
                state = next(bytes[i]);
                i++;
            }
        }
    }

    /// Eight bytes at a time: most of a binary file is looked at here and nowhere else.
    private static int lineEnd(byte[] bytes, int from, int to) {
        int i = from;
        while (i <= to - Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, i);
            long ends = zeros(eight ^ LINE_FEEDS) | zeros(eight ^ RETURNS);
            if (ends != 0) {
                return i + Long.numberOfTrailingZeros(ends) / Byte.SIZE;
            }
            i += Long.BYTES;
        }
        while (i < to && bytes[i] != '\n' && bytes[i] != '\r') {
            i++;
        }
        return i;
    }

    /// Not 0 where one of the eight bytes is 0; the lowest bit that is set is that byte's highest.
    private static long zeros(long eight) {
        return eight - ONES & ~eight & ONES << 7;
    }

    private int next(byte b) {
        if (b == '\n' || b == '\r') {
            return BEGUN;
        }
        if (b == ' ' || b == '\t' || b == 0) {
            return afterBlank();
        }
        int letter = b & ~0x20;
        boolean digit = b >= '0' && b <= '9';
        boolean number = digit || b == '-' || b == '+' || b == '.';
        return switch (state) {
            case BEGUN -> begun(letter);
            case NUMBER -> digit || b == '-' ? NUMBER : letter == 'G' ? begin() : ELSEWHERE;
            case NUMBERED -> letter == 'G' ? begin() : ELSEWHERE;
            case CODE -> digit ? more(b - '0') : isMove() && isAxis(letter) ? AXIS : ELSEWHERE;
            case BEHIND_CODE -> isAxis(letter) ? AXIS : ELSEWHERE;
            case AXIS -> {
                moves += number ? 1 : 0;
                yield ELSEWHERE;
            }
            case F -> letter == WORD.charAt(1) ? facet() : ELSEWHERE;
            case FACET -> letters < WORD.length() && letter == WORD.charAt(letters) ? facetOn() : ELSEWHERE;
            case BEHIND_F, CORNER -> number || b == '/' ? CORNER : ELSEWHERE;
            case BEHIND_CORNER -> {
                faces += number ? 1 : 0;
                yield ELSEWHERE;
            }
            default -> ELSEWHERE;
        };
    }

    private int afterBlank() {
        return switch (state) {
            case NUMBER -> NUMBERED;
            case CODE -> isMove() ? BEHIND_CODE : ELSEWHERE;
            case F -> BEHIND_F;
            case CORNER -> BEHIND_CORNER;
            case FACET -> ELSEWHERE;
            default -> state;
        };
    }

    private int begun(int letter) {
        return switch (letter) {
            case 'G' -> begin();
            case 'N' -> NUMBER;
            case 'F' -> F;
            default -> ELSEWHERE;
        };
    }

    private int begin() {
        code = -1;
        return CODE;
    }

    private int more(int digit) {
        code = Math.min(Math.max(code, 0) * 10 + digit, 1000);
        return CODE;
    }

    private boolean isMove() {
        return code >= 0 && code <= 3;
    }

    private static boolean isAxis(int letter) {
        return letter >= 'X' && letter <= 'Z' || letter >= 'E' && letter <= 'F' || letter == 'I' || letter == 'J';
    }

    private int facet() {
        letters = 2;
        return FACET;
    }

    private int facetOn() {
        letters++;
        if (letters < WORD.length()) {
            return FACET;
        }
        faces++;
        return ELSEWHERE;
    }
}
