package org.maskguard.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/// SHA-256 of a whole file. Stateless.
public final class FileDigest {

    private static final int PIECE = 1 << 16;

    private FileDigest() {}

    /// Lower-case hexadecimal.
    public static String of(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] piece = new byte[PIECE];
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                digest.update(piece, 0, count);
            }
        }
        return Sha256.hex(digest.digest());
    }
}
