package org.maskguard.gateway.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.maskguard.gateway.store.OwnerOnly;

/// The secret that operators' programs show: 256 bits of chance in a file that only its owner may read. Immutable.
public final class Token {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{20,200}");
    private static final Set<PosixFilePermission> OTHERS = EnumSet.complementOf(EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));

    private final String secret;

    private Token(String secret) {
        this.secret = secret;
    }

    /// Reads the token, and makes one where there is none. It stays the same until its file is deleted.
    ///
    /// @throws IOException where others may read the file, or what stands in it is no token
    public static Token make(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] chance = new byte[BYTES];
            new SecureRandom().nextBytes(chance);
            OwnerOnly.file(file);
            Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(chance) + "\n");
        }
        return read(file);
    }

    /// Reads the token that a daemon made.
    ///
    /// @throws IOException where it is not there, others may read it, or it is none
    public static Token read(Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
            throw new IOException(file + " may be read by others than its owner; set its permissions to 600");
        }
        String text = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        if (!FORM.matcher(text).matches()) {
            throw new IOException(file + " holds no token; delete it and start the gateway again");
        }
        return new Token(text);
    }

    /// The value of the header `Authorization` that shows it.
    public String header() {
        return "Bearer " + secret;
    }

    /// Whether a header shows it; takes equally long whether or not.
    boolean isShownBy(String header) {
        return header != null
                && MessageDigest.isEqual(
                        header.getBytes(StandardCharsets.UTF_8), header().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "a token";
    }
}
