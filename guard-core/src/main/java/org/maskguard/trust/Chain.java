package org.maskguard.trust;

import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;

/// The chain over a job's significant lines: `c(i) = SHA-256(c(i-1) || line(i))`, `c(0)` the salt. Of each, the first
/// [#KEPT] bytes are written down. Not thread-safe.
final class Chain {

    /// Bytes of each link that are written down.
    static final int KEPT = 8;

    /// Bytes of the salt, and of a link.
    static final int LINK = 32;

    private final MessageDigest digest = Sha256.digest();
    private byte[] last;
    private byte[] next = new byte[LINK];

    Chain(byte[] salt) {
        last = salt.clone();
    }

    /// The link that this line would make; [#step] makes it the last. The array is used again.
    byte[] link(String line) {
        digest.update(last);
        digest.update(line.getBytes(StandardCharsets.US_ASCII));
        try {
            digest.digest(next, 0, LINK);
        } catch (DigestException e) {
            throw new AssertionError("a digest fits", e);
        }
        return next;
    }

    void step() {
        byte[] swap = last;
        last = next;
        next = swap;
    }
}
