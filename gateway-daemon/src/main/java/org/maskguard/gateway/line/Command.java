package org.maskguard.gateway.line;

import java.nio.charset.StandardCharsets;
import org.maskguard.gcode.PlainReader;

/// One command as the gateway understood it, in its only way of being written.
///
/// @param letter `G`, `M` or `T`
/// @param code the number behind it, 0 to 9999
/// @param sub the number behind the code's point, or 0: of G92.1, 1
/// @param text the whole command: capitals, plain decimals, single spaces, at most [#MOST_LENGTH] characters
public record Command(char letter, int code, int sub, String text) implements Reading {

    /// So that with a number of eight digits, a checksum and the LF no line is longer than 90 bytes.
    public static final int MOST_LENGTH = PlainReader.MOST_LENGTH;

    /// The highest number that a line is given.
    public static final long MOST_NUMBER = 99_999_999;

    /// Asks for temperatures: harmless at any instant, and its answer is known by its shape.
    public static final Command TEMPERATURES = new Command('M', 105, 0, "M105");

    /// Whether it is this word, whatever follows.
    public boolean is(char wantedLetter, int wantedCode) {
        return letter == wantedLetter && code == wantedCode;
    }

    /// Whether a parameter of this letter stands there, with or without a value.
    public boolean has(char parameter) {
        return place(parameter) >= 0;
    }

    /// The value of a parameter, or NaN where it has none or is not there. Meaningless where the rest is text
    /// (M117).
    public double value(char parameter) {
        int at = place(parameter) + 1;
        if (at == 0) {
            return Double.NaN;
        }
        int end = text.indexOf(' ', at);
        String number = end < 0 ? text.substring(at) : text.substring(at, end);
        return number.isEmpty() ? Double.NaN : Double.parseDouble(number);
    }

    /// The line as it goes over a wire: with its number, its checksum and an LF.
    ///
    /// @param number 0 to [#MOST_NUMBER]
    public byte[] numbered(long number) {
        byte[] body = ("N" + number + " " + text).getBytes(StandardCharsets.US_ASCII);
        byte[] tail = ("*" + Checksum.of(body, 0, body.length) + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] line = new byte[body.length + tail.length];
        System.arraycopy(body, 0, line, 0, body.length);
        System.arraycopy(tail, 0, line, body.length, tail.length);
        return line;
    }

    private int place(char parameter) {
        for (int space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', space + 1)) {
            if (space + 1 < text.length() && text.charAt(space + 1) == parameter) {
                return space + 1;
            }
        }
        return -1;
    }
}
