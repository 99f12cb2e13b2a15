package org.maskguard.io;

/// Counts the lines of any bytes that a printer would take for moves, such as `G1 X10 Y5 E.3` and `N7g01x1`.
///
/// A printer passes over whatever it does not understand, so that a file of another format, or bytes that are packed
/// text, can be a print job too, with another shape. Such lines are what tells: of random bytes one in five million
/// that follow a line's end looks like one. Bytes come in pieces of any size.
public final class MoveLines {

    /// A job of fewer moves prints nothing of the size of a face that is worth the name.
    public static final int MANY = 64;

    private static final int ELSEWHERE = 0;
    private static final int BEGUN = 1;
    private static final int NUMBER = 2;
    private static final int WORD = 3;
    private static final int CODE = 4;
    private static final int BEHIND_CODE = 5;
    private static final int AXIS = 6;

    private int state = BEGUN;
    private int code;
    private long count;

    /// How many there were.
    public long count() {
        return count;
    }

    /// Looks at the next bytes.
    public void look(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to) {
            if (state == ELSEWHERE) {
                while (i < to && bytes[i] != '\n' && bytes[i] != '\r') {
                    i++;
                }
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

    private int next(byte b) {
        if (b == '\n' || b == '\r') {
            return BEGUN;
        }
        if (b == ' ' || b == '\t' || b == 0) {
            return state == NUMBER ? WORD : state == CODE ? code <= 3 ? BEHIND_CODE : ELSEWHERE : state;
        }
        int letter = b & ~0x20;
        boolean digit = b >= '0' && b <= '9';
        return switch (state) {
            case BEGUN, WORD -> letter == 'G' ? begin() : state == BEGUN && letter == 'N' ? NUMBER : ELSEWHERE;
            case NUMBER -> digit || b == '-' ? NUMBER : letter == 'G' ? begin() : ELSEWHERE;
            case CODE -> digit ? more(b - '0') : code >= 0 && code <= 3 && isAxis(letter) ? AXIS : ELSEWHERE;
            case BEHIND_CODE -> isAxis(letter) ? AXIS : ELSEWHERE;
            case AXIS -> {
                if (digit || b == '-' || b == '+' || b == '.') {
                    count++;
                }
                yield ELSEWHERE;
            }
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

    private static boolean isAxis(int letter) {
        return letter >= 'X' && letter <= 'Z' || letter >= 'E' && letter <= 'F' || letter == 'I' || letter == 'J';
    }
}
