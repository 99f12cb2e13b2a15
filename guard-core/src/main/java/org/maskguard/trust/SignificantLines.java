package org.maskguard.trust;

import java.util.Arrays;
import java.util.function.Consumer;
import org.maskguard.gcode.PlainLine;
import org.maskguard.gcode.PlainReader;
import org.maskguard.io.Unreadable;
import org.maskguard.io.job.ByteSink;

/// Cuts the text of a print job into its significant lines. Not thread-safe.
public final class SignificantLines implements ByteSink {

    /// The design's limit of a line, comments included.
    private static final int LONGEST = 64 << 10;

    private final Consumer<String> lines;
    private final PlainReader reader = new PlainReader();
    private byte[] line = new byte[256];
    private int length;
    private long number = 1;

    /// @param lines takes each line in its plain rendering, without an end mark
    public SignificantLines(Consumer<String> lines) {
        this.lines = lines;
    }

    /// @throws Unreadable `bad-line`, naming the line, where a command cannot be written in one way: a gateway
    /// would
    ///     refuse it
    @Override
    public void accept(byte[] bytes, int from, int to) throws Unreadable {
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b == '\n' || b == '\r') {
                finish();
                // CR LF is one end; a lone CR is counted as none, which editors do too.
                number += b == '\n' ? 1 : 0;
            } else {
                put(b);
            }
        }
    }

    @Override
    public void end() throws Unreadable {
        finish();
    }

    private void put(byte b) throws Unreadable {
        if (length == line.length) {
            if (length >= LONGEST) {
                throw bad("it is longer than 64 KiB");
            }
            line = Arrays.copyOf(line, length * 2);
        }
        line[length++] = b;
    }

    private void finish() throws Unreadable {
        int to = length;
        length = 0;
        int from = command(to);
        if (from > 0) {
            to = beforeChecksum(from, to);
        }
        PlainLine plain = reader.read(line, from, to);
        if (plain.why() != null) {
            throw bad(plain.why());
        }
        if (plain.isCommand() && !isRenumbering(plain.text())) {
            lines.accept(plain.text());
        }
    }

    /// Where the command begins: behind the line number, if there is one; else 0.
    private int command(int to) {
        int at = skip(0, to);
        if (at == to || line[at] != 'N') {
            return 0;
        }
        at = skip(at + 1, to);
        at += at < to && line[at] == '-' ? 1 : 0;
        int digits = at;
        while (at < to && line[at] >= '0' && line[at] <= '9') {
            at++;
        }
        return at > digits ? at : 0;
    }

    /// Where the checksum of a numbered line begins; `to` where it has none.
    private int beforeChecksum(int from, int to) {
        for (int i = from; i < to && line[i] != ';'; i++) {
            if (line[i] == '*') {
                int at = i + 1;
                while (at < to && (line[at] >= '0' && line[at] <= '9' || line[at] == ' ')) {
                    at++;
                }
                return at == to || line[at] == ';' ? i : to;
            }
        }
        return to;
    }

    private int skip(int from, int to) {
        int at = from;
        while (at < to && line[at] == ' ') {
            at++;
        }
        return at;
    }

    private static boolean isRenumbering(String text) {
        return text.equals("M110") || text.startsWith("M110 ");
    }

    private Unreadable bad(String why) {
        return new Unreadable("bad-line", "line " + number, "line " + number + " cannot be sent to a printer: " + why);
    }
}
