package org.maskguard.gateway.line;

import org.maskguard.gcode.PlainLine;
import org.maskguard.gcode.PlainReader;

/// Reads a line so that nothing about it is left to whoever reads it next.
///
/// Every firmware reads doubtful text in its own way, and a gate that reads it in one of them is walked round in
/// another. So a line is a [Command] only where all of them agree, once it is written plainly; else it is refused, with
/// the reason. What is plain is for [PlainReader] to say, over whose rendering the digests of jobs and the chains of
/// clearances are too. Not thread-safe.
public final class StrictReader {

    private final PlainReader reader = new PlainReader();

    /// Reads what stands in `bytes` from `from` to before `to`: one line without its number and checksum.
    public Reading read(byte[] bytes, int from, int to) {
        PlainLine line = reader.read(bytes, from, to);
        if (line.why() != null) {
            return new Reading.Refusal(line.why());
        }
        return line.isCommand() ? command(line.text()) : new Reading.Nothing();
    }

    /// The word at the beginning of a command that is written plainly.
    private static Command command(String text) {
        int at = 1;
        int code = 0;
        for (; at < text.length() && isDigit(text.charAt(at)); at++) {
            code = code * 10 + text.charAt(at) - '0';
        }
        int sub = at < text.length() && text.charAt(at) == '.' ? text.charAt(at + 1) - '0' : 0;
        return new Command(text.charAt(0), code, sub, text);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
