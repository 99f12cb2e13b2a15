package org.maskguard.gateway.line;

import java.nio.charset.StandardCharsets;

/// Reads a line so that nothing about it is left to whoever reads it next.
///
/// Every firmware reads doubtful text in its own way, and a gate that reads it in one of them is walked
/// round in another. So a line is a [Command] only where all of them agree, once it is written plainly;
/// else it is refused, with the reason. Spaces between words and after a letter, leading zeros and `+`
/// signs are no doubt and are written away. Not thread-safe.
public final class StrictReader {

    /// The firmware keeps no more characters of a line (PEERS A1).
    private static final int MOST_READ = MarlinBytes.MOST_KEPT;

    private static final int MOST_CODE = 9999;
    private static final int MOST_WHOLE_DIGITS = 9;

    private final byte[] written = new byte[Command.MOST_LENGTH + 1];
    private byte[] line;
    private int at;
    private int end;
    private int length;
    private String why;

    /// Reads what stands in `bytes` from `from` to before `to`: one line without its number and checksum.
    public Reading read(byte[] bytes, int from, int to) {
        line = bytes;
        at = from;
        end = to;
        length = 0;
        why = null;
        trim();
        if (at == end) {
            return new Reading.Nothing();
        }
        Command command = command();
        return why == null ? command : new Reading.Refusal(why);
    }

    private void trim() {
        int comment = CText.first(line, at, end, ';');
        end = comment < 0 ? end : comment;
        while (at < end && line[at] == ' ') {
            at++;
        }
        while (end > at && line[end - 1] == ' ') {
            end--;
        }
    }

    private Command command() {
        if (end - at > MOST_READ || !isPlain()) {
            why = why == null ? "it has more than " + MOST_READ + " characters" : why;
            return null;
        }
        char letter = (char) line[at++];
        if (letter != 'G' && letter != 'M' && letter != 'T') {
            why = "it does not begin with G, M or T";
            return null;
        }
        put(letter);
        spaces();
        int code = whole(MOST_CODE);
        int sub = 0;
        if (why == null && at < end && line[at] == '.') {
            at++;
            sub = letter == 'G' ? whole(9) : -1;
            if (sub <= 0 || !(code == 92 || code == 59)) {
                why = "it has a sub-code, which only G59 and G92 may have";
            }
        }
        if (why != null) {
            return null;
        }
        digits(code);
        if (sub > 0) {
            put('.');
            put((char) ('0' + sub));
        }
        if (WordClass.takesText(letter, code)) {
            text();
        } else {
            parameters(letter == 'M' && code == 110);
        }
        if (length > Command.MOST_LENGTH) {
            why = "it is longer than " + Command.MOST_LENGTH + " characters when written plainly";
        }
        return why != null
                ? null
                : new Command(letter, code, sub, new String(written, 0, length, StandardCharsets.US_ASCII));
    }

    /// Whether all characters are of those that every firmware reads alike.
    private boolean isPlain() {
        for (int i = at; i < end; i++) {
            int c = line[i];
            if (c < 0x20 || c > 0x7E) {
                why = "it has the byte 0x"
                        + Integer.toHexString(c & 0xFF | 0x100).substring(1) + ", which is no character";
            } else if (c == '\\' || c == '(' || c == ')' || c == '"' || c == '*' || c == '|') {
                why = "it has the character " + (char) c + ", which firmwares read differently";
            }
        }
        return why == null && end - at <= MOST_READ;
    }

    private void text() {
        spaces();
        if (CText.holdsM110(line, at, end)) {
            why = "its text has M110, which would renumber the lines";
            return;
        }
        if (at < end) {
            put(' ');
        }
        while (at < end) {
            put((char) line[at++]);
        }
    }

    private void parameters(boolean mayRenumber) {
        int seen = 0;
        for (spaces(); at < end && why == null; spaces()) {
            char letter = (char) line[at++];
            if (letter < 'A' || letter > 'Z') {
                why = "it has " + letter + " where a parameter's letter should be";
            } else if (letter == 'G' || letter == 'M') {
                why = "it has more than one command";
            } else if (letter == 'N' && !mayRenumber) {
                why = "it has a second line number";
            } else if ((seen & 1 << (letter - 'A')) != 0) {
                why = "it has the parameter " + letter + " twice";
            } else {
                seen |= 1 << (letter - 'A');
                put(' ');
                put(letter);
                spaces();
                number();
            }
        }
    }

    /// One decimal number, if one stands here: no `+`, no zeros that mean nothing, no bare point.
    private void number() {
        int from = at;
        boolean negative = false;
        if (at < end && (line[at] == '-' || line[at] == '+')) {
            negative = line[at++] == '-';
        }
        int whole = at;
        digitsHere();
        int wholeEnd = at;
        int fraction = at;
        if (at < end && line[at] == '.') {
            fraction = ++at;
            digitsHere();
        }
        int fractionEnd = at;
        if (wholeEnd - whole + fractionEnd - fraction == 0) {
            if (at > from) {
                why = "it has a sign or a point without digits";
            }
            return;
        }
        while (whole < wholeEnd && line[whole] == '0') {
            whole++;
        }
        while (fractionEnd > fraction && line[fractionEnd - 1] == '0') {
            fractionEnd--;
        }
        if (wholeEnd - whole > MOST_WHOLE_DIGITS) {
            why = "it has a number of more than " + MOST_WHOLE_DIGITS + " digits";
            return;
        }
        boolean zero = whole == wholeEnd && fraction == fractionEnd;
        if (negative && !zero) {
            put('-');
        }
        if (whole == wholeEnd) {
            put('0');
        }
        for (int i = whole; i < wholeEnd; i++) {
            put((char) line[i]);
        }
        if (fraction < fractionEnd) {
            put('.');
        }
        for (int i = fraction; i < fractionEnd; i++) {
            put((char) line[i]);
        }
    }

    /// A whole number from 0 to `most`.
    private int whole(int most) {
        int from = at;
        int value = 0;
        for (; at < end && line[at] >= '0' && line[at] <= '9'; at++) {
            value = Math.min(value * 10 + (line[at] - '0'), most + 1);
        }
        if (at == from) {
            why = "its first letter has no number";
        } else if (value > most) {
            why = "its number is over " + most;
        }
        return value;
    }

    private void digitsHere() {
        while (at < end && line[at] >= '0' && line[at] <= '9') {
            at++;
        }
    }

    private void spaces() {
        while (at < end && line[at] == ' ') {
            at++;
        }
    }

    private void digits(int value) {
        if (value >= 10) {
            digits(value / 10);
        }
        put((char) ('0' + value % 10));
    }

    /// What does not fit is counted, so that it is seen at the end.
    private void put(char c) {
        if (length < Command.MOST_LENGTH) {
            written[length] = (byte) c;
        }
        length++;
    }
}
