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
/// A file is known by its content, never by its name. What is read is finite and within ±1e6 mm; nothing is
/// repaired or oriented. The digest in the [Model] is that of exactly the bytes that were judged. Stateless, and so
/// safe for use by any number of threads.
public final class MeshReader {

    private MeshReader() {}

    /// Reads a file, or a named pipe up to its end.
    ///
    /// @throws Unreadable with `missing`, `denied`, `not-a-file`, `empty`, `too-large`, `unknown-format`, or what
    /// is
    ///     wrong within the format
    public static Model read(Path file, Limits limits) throws Unreadable {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (NamedPipe.is(file, attributes)) {
                return read(NamedPipe.store(file, limits, NamedPipe.PATIENCE), limits);
            }
            if (!attributes.isRegularFile()) {
                throw new Unreadable("not-a-file", "", "It is a folder or a device, not a file.");
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                return read(new Source(channel, channel.size(), piece(limits)), limits);
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
        return read(Stored.of(in, limits), limits);
    }

    private static Model read(Stored all, Limits limits) throws Unreadable {
        try (Stored stored = all) {
            return read(new Source(stored, piece(limits)), limits);
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
        byte[] start = source.peek(Format.LOOK);
        Model model = read(Format.of(start, source.size()), start, source, limits);
        if (!model.format().equals("3mf") && source.endsAsArchive()) {
            throw new Unreadable(
                    "unknown-format",
                    "",
                    "The file is a model at its beginning and an archive at its end, and programs disagree on it.");
        }
        return model;
    }

    /// The window holds a line of the greatest length.
    private static int piece(Limits limits) {
        return Math.max(Source.PIECE, limits.lineBytes() + 4);
    }

    private static Model read(Format format, byte[] start, Source source, Limits limits) throws Unreadable {
        return switch (format) {
            case STL_BINARY -> new StlBinaryReader(source, limits, Format.beginsSolid(start)).read();
            case STL_TEXT -> {
                refuseBinary(start, source.size());
                yield new StlTextReader(source, limits).read();
            }
            case OBJ -> new ObjReader(source, limits).read();
            case PLY -> new PlyReader(source, limits).read();
            case ARCHIVE -> new ThreeMfReader(source, limits).read();
            case PRINT_JOB ->
                throw new Unreadable(
                        "unsupported", "byte 0", "The file holds instructions for a printer (G-code), not a model.");
            case UNKNOWN ->
                throw new Unreadable(
                        "unknown-format",
                        "byte 0",
                        "The file is none of the models that are read: STL, OBJ, PLY, 3MF.");
        };
    }

    /// admesh and the slicers built on it take an STL file for binary that has a byte above 127 soon after where
    /// the
    /// header of a binary file ends, whatever it begins with. Where its size fits too, it could hold a second
    /// model.
    private static void refuseBinary(byte[] start, long size) throws Unreadable {
        if ((size - StlBinaryReader.HEADER) % StlBinaryReader.RECORD != 0) {
            return;
        }
        for (int i = StlBinaryReader.HEADER; i < Math.min(start.length, StlBinaryReader.HEADER + 128); i++) {
            if (start[i] < 0) {
                throw new Unreadable(
                        "unknown-format",
                        "byte " + i,
                        "The file can be read as ASCII and as binary STL, with different shapes.");
            }
        }
    }
}
