package org.maskguard.io;

import java.io.InputStream;
import java.nio.file.Path;

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
        return Opening.of(file, limits, source -> read(source, limits));
    }

    /// Reads a stream to its end; it is not closed. Up to 128 MiB are kept in memory, more in a temporary file.
    ///
    /// @throws Unreadable as for a file
    public static Model read(InputStream in, Limits limits) throws Unreadable {
        return Opening.of(in, limits, source -> read(source, limits));
    }

    /// Reads a file that is open, from its first byte.
    ///
    /// @throws Unreadable what is wrong within the format
    public static Model read(Source source, Limits limits) throws Unreadable {
        byte[] start = source.peek(Format.LOOK);
        Model model = read(Format.of(start, source.size()), start, source, limits);
        if (!model.format().equals("3mf")) {
            refuseArchiveBehind(source);
        }
        if (model.format().equals("obj") || model.format().equals("stl-ascii")) {
            refuse(source.census().moves(), "G-code", "moves");
        } else {
            refuseOtherReading(source, 0);
        }
        return model;
    }

    /// Reads the models of a 3MF package that is open, whatever lies beside them.
    ///
    /// @param archive all of `source`
    /// @throws Unreadable `unknown-format` where it has no model, `no-surface` where no model places anything, or
    ///     what is wrong within one
    public static Model read(Archive archive, Source source, Limits limits) throws Unreadable {
        return new ThreeMfReader(source, limits).read(archive);
    }

    /// To be called when a file was read to its end. Printers and slicers pass over what they do not understand,
    /// so that G-code or a model in a comment, a picture or a gap would print.
    ///
    /// @param judged moves that belong to a print job that is judged
    /// @throws Unreadable `unknown-format` where the file's bytes hold many more, or a model
    public static void refuseOtherReading(Source source, long judged) throws Unreadable {
        refuse(source.census().moves() - judged, "G-code", "moves");
        refuse(source.census().faces(), "a model", "faces");
    }

    private static void refuse(long lines, String format, String what) throws Unreadable {
        if (lines >= LineCensus.MANY) {
            throw new Unreadable(
                    "unknown-format",
                    "",
                    "The file can be read as " + format + " too, with another shape: " + lines + " of its lines are "
                            + what + ".");
        }
    }

    /// To be called when a file that is no archive was read to its end.
    ///
    /// @throws Unreadable `unknown-format` where it ends as an archive does
    public static void refuseArchiveBehind(Source source) throws Unreadable {
        if (source.endsAsArchive()) {
            throw new Unreadable(
                    "unknown-format",
                    "",
                    "The file is something else at its beginning and an archive at its end, and programs disagree on it.");
        }
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
