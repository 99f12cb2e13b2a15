package org.maskguard.gateway.line;

/// Finds emergency words in raw bytes, as Marlin's emergency parser does (PEERS A6).
///
/// At the start of a line, behind spaces and whatever number, without asking for a checksum, by prefix, in capitals,
/// once
/// the line ends. The one difference from the firmware's: every end of a line begins anew, where the firmware's parser
/// misses the line after an `M` or `M1` that stands alone. Not thread-safe.
public final class EmergencyScanner {

    private static final int[] CODES = {112, 108, 410, 524, 876};
    private static final Emergency[] MEANINGS = {
        Emergency.KILL, Emergency.BREAK_WAIT, Emergency.QUICK_STOP, Emergency.ABORT_CARD, Emergency.ANSWER
    };

    private enum State {
        START,
        NUMBER,
        WORD,
        INDEX,
        FOUND,
        IGNORED
    }

    private State state = State.START;
    private int digits;
    private int code;
    private int index = -1;
    private Emergency found;

    /// Takes one byte; gives the word that the line ending with it is, or null.
    public Emergency take(byte b) {
        if (b == '\n' || b == '\r') {
            Emergency word = state == State.FOUND ? found : null;
            state = State.START;
            return word;
        }
        switch (state) {
            case START -> start(b);
            case NUMBER -> {
                if (b == 'M') {
                    word();
                } else if (b != ' ' && b != '-' && (b < '0' || b > '9')) {
                    state = State.IGNORED;
                }
            }
            case WORD -> digit(b);
            case INDEX -> index(b);
            case FOUND, IGNORED -> {}
        }
        return null;
    }

    /// The index that came with the last [Emergency#ANSWER], 0 to 9.
    public int index() {
        return index;
    }

    private void start(byte b) {
        if (b == 'M') {
            word();
        } else if (b == 'N') {
            state = State.NUMBER;
        } else if (b != ' ') {
            state = State.IGNORED;
        }
    }

    private void word() {
        state = State.WORD;
        digits = 0;
        code = 0;
    }

    private void digit(byte b) {
        if (b == ' ' && digits == 0) {
            return;
        }
        if (b < '0' || b > '9') {
            state = State.IGNORED;
            return;
        }
        code = code * 10 + (b - '0');
        digits++;
        if (digits < 3) {
            return;
        }
        state = State.IGNORED;
        for (int i = 0; i < CODES.length; i++) {
            if (CODES[i] == code) {
                found = MEANINGS[i];
                state = found == Emergency.ANSWER ? State.INDEX : State.FOUND;
            }
        }
    }

    private void index(byte b) {
        if (b == ' ' || b == 'S') {
            return;
        }
        boolean digit = b >= '0' && b <= '9';
        index = digit ? b - '0' : index;
        state = digit ? State.FOUND : State.IGNORED;
    }
}
