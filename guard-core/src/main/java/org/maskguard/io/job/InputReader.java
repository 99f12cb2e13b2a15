package org.maskguard.io.job;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.maskguard.io.Format;
import org.maskguard.io.Limits;
import org.maskguard.io.MeshReader;
import org.maskguard.io.Opening;
import org.maskguard.io.Source;
import org.maskguard.io.Unreadable;

/// Reads any file that says what to print: models as [MeshReader] does, and print jobs as plain text, MeatPack, gzip,
/// binary G-code, zip or sliced 3MF package.
///
/// A file is known by its content, never by its name. A model comes back whole; a job's text goes, plate after plate,
/// to whom the caller names, while it is read, so that a job of any size takes some 2 MiB. What was handed out before
/// the reading failed is to be thrown away: a checksum stands behind what it covers. Stateless, and so safe for use
/// by any number of threads.
public final class InputReader {

    private InputReader() {}

    /// Reads a file, or a named pipe up to its end.
    ///
    /// @throws Unreadable with a code of the design's table of bad input: damage of a container is `truncated` or
    ///     `bad-archive`, what is suspiciously large is `bad-archive` or `too-large`; and what `plates` throws
    public static Input read(Path file, Limits limits, PlateSink plates) throws Unreadable {
        return Opening.of(file, limits, source -> read(source, limits, plates));
    }

    /// Reads a stream to its end; it is not closed. Up to 128 MiB are kept in memory, more in a temporary file.
    ///
    /// @throws Unreadable as for a file
    public static Input read(InputStream in, Limits limits, PlateSink plates) throws Unreadable {
        return Opening.of(in, limits, source -> read(source, limits, plates));
    }

    private static Input read(Source source, Limits limits, PlateSink plates) throws Unreadable {
        return switch (Format.of(source.peek(Format.LOOK), source.size())) {
            case ARCHIVE -> new JobArchive(source, limits, plates).read();
            case PRINT_JOB -> new Input(null, job(source, limits, plates));
            default -> new Input(MeshReader.read(source, limits), null);
        };
    }

    private static Job job(Source source, Limits limits, PlateSink plates) throws Unreadable {
        JobText text = new JobText(limits, Place.FILE, limits.partBytes(), false, plates.plate(""));
        String format = text.pump(source::read, false);
        String sha256 = source.finish();
        MeshReader.refuseArchiveBehind(source);
        // Plain text was handed on as it is, so that all its moves are judged.
        long judged = format.equals("gcode") ? source.census().moves() : text.bareMoves();
        MeshReader.refuseOtherReading(source, judged);
        return new Job(format, List.of(new Job.Plate("", text.bytes())), sha256, List.of());
    }
}
