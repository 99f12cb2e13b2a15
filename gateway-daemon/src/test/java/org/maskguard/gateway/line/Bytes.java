package org.maskguard.gateway.line;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What tests of this package write with.
final class Bytes {

    private Bytes() {}

    static byte[] of(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// The line with its number and checksum.
    static String numbered(String line) {
        byte[] bytes = of(line);
        return line + "*" + Checksum.of(bytes, 0, bytes.length);
    }

    /// The lines that Marlin makes of the bytes.
    static List<String> marlinLines(String text) {
        MarlinBytes reader = new MarlinBytes();
        List<String> lines = new ArrayList<>();
        for (byte b : of(text)) {
            if (reader.take(b)) {
                lines.add(new String(reader.line(), 0, reader.length(), StandardCharsets.ISO_8859_1));
            }
        }
        return lines;
    }
}
