package org.maskguard.trust;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maskguard.trust.Untrusted.Why;

/// Files of keys in PEM (RFC 7468), and who may read and write them.
final class PemFile {

    /// Keys of this kind are a few hundred bytes.
    private static final int LARGEST = 64 << 10;

    private static final Set<PosixFilePermission> OTHERS_READ = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private static final Set<PosixFilePermission> OTHERS_WRITE =
            EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private PemFile() {}

    /// The text of a file, within bounds.
    static String text(Path file) throws IOException, Untrusted {
        if (Files.size(file) > LARGEST) {
            throw new Untrusted(Why.MALFORMED, file + " is too large to be a file of keys");
        }
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }

    /// What stands between the first lines `BEGIN label` and `END label`.
    static Optional<byte[]> block(String text, String label) throws Untrusted {
        Matcher block = Pattern.compile(
                        "-----BEGIN " + label + "-----([A-Za-z0-9+/=\\s]{1,4096})-----END " + label + "-----")
                .matcher(text);
        if (!block.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getMimeDecoder().decode(block.group(1)));
        } catch (IllegalArgumentException e) {
            throw new Untrusted(Why.MALFORMED, "its " + label + " is no base64");
        }
    }

    static String block(String label, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }

    /// Writes a new file that nobody but its owner may read.
    ///
    /// @throws java.nio.file.FileAlreadyExistsException where something of that name is there: keys are never
    /// replaced
    static void writeSecret(Path file, String text) throws IOException {
        write(file, text, isPosix(file) ? new FileAttribute<?>[] {ownerOnly()} : new FileAttribute<?>[0]);
    }

    /// Writes a new file for everybody.
    static void writePublic(Path file, String text) throws IOException {
        write(file, text);
    }

    private static void write(Path file, String text, FileAttribute<?>... attributes) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(
                        file, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW), attributes);
                OutputStream out = Channels.newOutputStream(channel)) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /// Refuses a secret that others may read, as ssh does.
    static void refuseReadable(Path file) throws IOException, Untrusted {
        if (isPosix(file) && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS_READ::contains)) {
            throw new Untrusted(
                    Why.NOT_ALLOWED, file + " may be read by others than its owner; set its permissions to 600");
        }
    }

    /// Refuses a list of keys that others may add to.
    static void refuseWritable(Path file) throws IOException, Untrusted {
        if (isPosix(file) && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS_WRITE::contains)) {
            throw new Untrusted(
                    Why.NOT_ALLOWED, file + " may be written by others than its owner; set its permissions to 600");
        }
    }

    static FileAttribute<Set<PosixFilePermission>> ownerOnly() {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    }

    static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
