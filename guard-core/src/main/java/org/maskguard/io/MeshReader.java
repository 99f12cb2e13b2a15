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

/// Reads any mesh file: binary and ASCII STL, OBJ, PLY, 3MF.
///
/// A file is known by its content, never by its name. What is read is finite and within ±1e6 mm; nothing is welded,
/// repaired or oriented. The digest in the [Model] is that of exactly the bytes that were judged. Stateless, and so
/// safe for use by any number of threads.
public final class MeshReader {

    private MeshReader() {}

    /// Reads a file, or a named pipe up to its end.
    ///
    /// @throws Unreadable with `missing`, `denied`, `not-a-file`, `empty`, `too-large`, `unknown-format`, or what is
    ///     wrong within the format
    public static Model read(Path file, Limits limits) throws Unreadable {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw new Unreadable("not-a-file", "", "It is a folder or a device, not a file.");
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                return read(new Source(channel, channel.size()), limits);
            }
        } catch (NoSuchFileException e) {
            throw new Unreadable("missing", "", "There is no such file.");
        } catch (AccessDeniedException e) {
            throw new Unreadable("denied", "", "The file may not be read by this user.");
        } catch (IOException e) {
            throw new Unreadable("denied", "", "The file cannot be opened: " + e.getMessage() + ".");
        }
    }

    /// Reads a stream to its end; it is not closed. Up to 128 MiB are kept in memory, more in a temporary file.
    ///
    /// @throws Unreadable as for a file
    public static Model read(InputStream in, Limits limits) throws Unreadable {
        try (Stored stored = Stored.of(in, limits)) {
            return read(new Source(stored.channel(), stored.size()), limits);
        }
    }

    private static Model read(Source source, Limits limits) throws Unreadable {
        if (source.size() == 0) {
            throw new Unreadable("empty", "byte 0", "The file is empty.");
        }
        if (source.size() > limits.fileBytes()) {
            throw new Unreadable(
                    "too-large", "", "The file is larger than the limit of " + limits.fileBytes() + " bytes.");
        }
        byte[] start = source.peek(4096);
        if (PlyHeader.begins(start)) {
            return new PlyReader(source, limits).read();
        }
        if (source.size() >= StlBinaryReader.HEADER) {
            return new StlBinaryReader(source, limits).read();
        }
        throw new Unreadable("unknown-format", "byte 0", "The file is no mesh of a kind that is read.");
    }
}
