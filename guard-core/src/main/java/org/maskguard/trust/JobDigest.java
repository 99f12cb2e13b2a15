package org.maskguard.trust;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// The digest that names a print job: SHA-256 over its significant lines, each followed by an LF.
///
/// Significant are the commands in their plain rendering ([org.maskguard.gcode.PlainReader]); comments, line numbers,
/// checksums, blank lines and M110, which is about line numbers, are not. Not thread-safe.
public final class JobDigest {

    private final MessageDigest digest = Sha256.digest();
    private long lines;

    /// Takes the next significant line, without an end mark.
    public void line(String text) {
        digest.update(text.getBytes(StandardCharsets.US_ASCII));
        digest.update((byte) '\n');
        lines++;
    }

    /// How many lines there were.
    public long lines() {
        return lines;
    }

    /// The digest in hexadecimal, and the end: nothing may be added after.
    public String hex() {
        return Sha256.hex(digest.digest());
    }
}
