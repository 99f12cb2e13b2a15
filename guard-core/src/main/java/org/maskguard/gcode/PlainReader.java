package org.maskguard.gcode;

import java.nio.charset.StandardCharsets;

/// Writes a line's command in the one way in which every firmware reads it alike, or says why there is none.
///
/// This is the rendering that goes over the wire to a printer, and that digests of jobs and the chains of clearances
/// are
/// over: what slices a job and what sends it must agree on it to the byte. It takes printable ASCII without
/// `\ ( ) " * |`, one command that begins with a capital G, M or T and a number up to 9999, parameters with capital
/// letters, each once, numbers of up to nine digits before the point. Spaces, leading and trailing zeros and `+` are
/// written away; a `;` begins a comment. Not thread-safe.
public final class PlainReader {

    /// So that with a number of eight digits, a checksum and the LF no line is longer than 90 bytes.
    public static final int MOST_LENGTH = 75;

    private static final int MOST_CODE = 9999;
    private static final int MOST_WHOLE_DIGITS = 9;

    private final byte[] written = new byte[MOST_LENGTH];
    private byte[] line;
    private int at;
    private int end;
    private int length;
    private String why;

    /// Reads what stands in `bytes` from `from` to before `to`: a line without number, checksum and end mark.
    public PlainLine read(byte[] bytes, int from, int to) {
        line = bytes;
        at = from;
        end = from;
        length = 0;
        why = null;
        while (end < to && bytes[end] != ';') {
            end++;
        }
        spaces();
        while (end > at && bytes[end - 1] == ' ') {
            end--;
        }
        if (at == end) {
            return PlainLine.NOTHING;
        }
        if (end - at > Line.MARLIN_BYTES) {
            return new PlainLine("", "it has more than " + Line.MARLIN_BYTES + " characters");
        }
        command();
        if (why == null && length > MOST_LENGTH) {
            why = "it is longer than " + MOST_LENGTH + " characters when written plainly";
        }
        return why == null
                ? new PlainLine(new String(written, 0, length, StandardCharsets.US_ASCII), null)
                : new PlainLine("", why);
    }

    private void command() {
        odd();
        if (why != null) {
            return;
        }
        char letter = (char) line[at++];
        if (letter != 'G' && letter != 'M' && letter != 'T') {
            why = "it does not begin with G, M or T";
            return;
        }
        put(letter);
        spaces();
        int code = code();
        if (why != null) {
            return;
        }
        put(Integer.toString(code));
        if (at < end && line[at] == '.') {
            sub(letter, code);
        }
        if (why == null && takesText(letter, code)) {
            text();
        } else if (why == null) {
            parameters(letter == 'M' && code == 110);
        }
    }

    /// Whether what follows the word is text, to its end.
    private static boolean takesText(char letter, int code) {
        if (letter != 'M') {
            return false;
        }
        return switch (code) {
            case 16, 23, 28, 30, 32, 33, 117, 118, 928 -> true;
            default -> code >= 810 && code <= 819;
        };
    }

    /// Looks for what firmwares read differently; the last of it is named.
    private void odd() {
        for (int i = at; i < end; i++) {
            int c = line[i];
            if (c < 0x20 || c > 0x7E) {
                why = "it has the byte 0x"
                        + Integer.toHexString(c & 0xFF | 0x100).substring(1) + ", which is no character";
            } else if ("\\()\"*|".indexOf(c) >= 0) {
                why = "it has the character " + (char) c + ", which firmwares read differently";
            }
        }
    }

    private int code() {
        int from = at;
        int code = 0;
        for (; isDigit(); at++) {
            code = Math.min(code * 10 + line[at] - '0', MOST_CODE + 1);
        }
        if (at == from) {
            why = "its first letter has no number";
        } else if (code > MOST_CODE) {
            why = "its number is over " + MOST_CODE;
        }
        return code;
    }

    /// Only workplaces (G59.1) and resets (G92.1) have one digit behind a point.
    private void sub(char letter, int code) {
        at++;
        int from = at;
        int sub = 0;
        for (; isDigit(); at++) {
            sub = Math.min(sub * 10 + line[at] - '0', 10);
        }
        if (letter != 'G' || code != 59 && code != 92 || at == from || sub < 1 || sub > 9) {
            why = "it has a sub-code, which only G59 and G92 may have";
        } else {
            put('.');
            put((char) ('0' + sub));
        }
    }

    private void text() {
        spaces();
        String text = new String(line, at, end - at, StandardCharsets.US_ASCII);
        if (text.contains("M110")) {
            why = "its text has M110, which would renumber the lines";
        } else if (!text.isEmpty()) {
            put(' ');
            put(text);
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
            } else if ((seen & 1 << letter - 'A') != 0) {
                why = "it has the parameter " + letter + " twice";
            } else {
                seen |= 1 << letter - 'A';
                put(' ');
                put(letter);
                spaces();
                number();
            }
        }
    }

    /// A decimal number, if one stands here: no `+`, no zeros that mean nothing, no bare point.
    private void number() {
        int start = at;
        boolean negative = at < end && line[at] == '-';
        if (at < end && (line[at] == '-' || line[at] == '+')) {
            at++;
        }
        int whole = at;
        digits();
        int wholeEnd = at;
        if (at < end && line[at] == '.') {
            at++;
        }
        int fraction = at;
        if (at > wholeEnd) {
            digits();
        }
        int fractionEnd = at;
        if (wholeEnd == whole && fractionEnd == fraction) {
            why = at > start ? "it has a sign or a point without digits" : why;
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
        put(negative && !zero ? "-" : "");
        put(whole == wholeEnd ? "0" : "");
        put(whole, wholeEnd);
        put(fraction < fractionEnd ? "." : "");
        put(fraction, fractionEnd);
    }

    private void digits() {
        while (isDigit()) {
            at++;
        }
    }

    private boolean isDigit() {
        return at < end && line[at] >= '0' && line[at] <= '9';
    }

    private void spaces() {
        while (at < end && line[at] == ' ') {
            at++;
        }
    }

    private void put(int from, int to) {
        for (int i = from; i < to; i++) {
            put((char) line[i]);
        }
    }

    private void put(String text) {
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i));
        }
    }

    /// What does not fit is counted, so that it is seen at the end.
    private void put(char c) {
        if (length < MOST_LENGTH) {
            written[length] = (byte) c;
        }
        length++;
    }
}
