package org.maskguard.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/// Opens files, named pipes and streams for whoever reads them. Stateless.
public final class Opening {

    private Opening() {}

    /// What is done with the open file.
    @FunctionalInterface
    public interface Use<T> {
        T read(Source source) throws Unreadable;
    }

    /// Opens a file, or a named pipe up to its end, for as long as it is read.
    ///
    /// @throws Unreadable with `missing`, `denied`, `not-a-file`, `empty`, `too-large`, or what `use` throws
    public static <T> T of(Path file, Limits limits, Use<T> use) throws Unreadable {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (NamedPipe.is(file, attributes)) {
                return of(NamedPipe.store(file, limits, NamedPipe.PATIENCE), limits, use);
            }
            if (!attributes.isRegularFile()) {
                throw new Unreadable("not-a-file", "", "It is a folder or a device, not a file.");
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                return of(new Source(channel, channel.size(), piece(limits)), limits, use);
            }
        } catch (NoSuchFileException e) {
            throw new Unreadable("missing", "", "There is no such file.");
        } catch (AccessDeniedException e) {
            throw new Unreadable("denied", "", "The file may not be read by this user.");
        } catch (IOException e) {
            throw new Unreadable("denied", "", "The file cannot be opened: " + e.getMessage() + ".");
        }
    }

    /// Takes a stream to its end; it is not closed. Up to 128 MiB are kept in memory, more in a temporary file.
    ///
    /// @throws Unreadable as for a file
    public static <T> T of(InputStream in, Limits limits, Use<T> use) throws Unreadable {
        return of(Stored.of(in, limits), limits, use);
    }

    private static <T> T of(Stored all, Limits limits, Use<T> use) throws Unreadable {
        try (Stored stored = all) {
            return of(new Source(stored, piece(limits)), limits, use);
        }
    }

    private static <T> T of(Source source, Limits limits, Use<T> use) throws Unreadable {
        if (source.size() == 0) {
            throw new Unreadable("empty", "byte 0", "The file is empty.");
        }
        if (source.size() > limits.fileBytes()) {
            throw new Unreadable(
                    "too-large", "", "The file is larger than the limit of " + limits.fileBytes() + " bytes.");
        }
        return use.read(source);
    }

    /// The window holds a line of the greatest length.
    private static int piece(Limits limits) {
        return Math.max(Source.PIECE, limits.lineBytes() + 4);
    }
}
