package org.maskguard.gateway.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The lines of one job as they come in.
///
/// Its file bears the ending `.part` until [#seal] has brought all of it to the disk; one that still does when the
/// gateway starts was cut off. One thread appends; another may seal, once nothing is appended any more.
public final class Spool {

    private static final int BUFFER = 1 << 16;

    private final SpoolFolder folder;
    private final Path part;
    private final Path whole;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private final MessageDigest digest;
    private long bytes;
    private long lines;

    Spool(SpoolFolder folder, String name) throws IOException {
        this.folder = folder;
        part = folder.path().resolve(name + SpoolFolder.PART);
        whole = folder.path().resolve(name + SpoolFolder.WHOLE);
        channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Takes one line, without its end. It is in the file, though not yet safe from a loss of power, after
    /// [#flush].
    ///
    /// @throws SpoolFull where it finds no room; the lines before it stay
    public void append(String line) throws IOException {
        byte[] text = line.getBytes(StandardCharsets.US_ASCII);
        folder.reserve(bytes, text.length + 1);
        if (buffer.remaining() <= text.length) {
            flush();
        }
        buffer.put(text).put((byte) '\n');
        digest.update(text);
        digest.update((byte) '\n');
        bytes += text.length + 1;
        lines++;
    }

    /// Gives to the operating system what was appended, so that it outlives this process.
    public void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    /// How many lines were taken.
    public long lines() {
        return lines;
    }

    /// What has been taken so far, though it may not yet be safe.
    public Spooled soFar() {
        return new Spooled(Files.exists(whole) ? whole : part, bytes);
    }

    /// Brings everything to the disk and gives the file its lasting name. Takes as long as the disk does.
    public Sealed seal() throws IOException {
        flush();
        channel.force(true);
        channel.close();
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        folder.force();
        return new Sealed(new Spooled(whole, bytes), lines, HexFormat.of().formatHex(digest.digest()));
    }

    /// Leaves it as it is: what was taken stays in the file that ends in `.part`.
    public void abandon() {
        try {
            flush();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a spool cannot be closed", e);
        }
    }
}
