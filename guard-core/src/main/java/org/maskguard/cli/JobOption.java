package org.maskguard.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.maskguard.io.Unreadable;
import org.maskguard.trust.JobDigest;
import org.maskguard.trust.SignificantLines;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// Names a job: by its digest, or by the G-code whose digest it is.
final class JobOption {

    private static final int PIECE = 1 << 16;

    @ArgGroup(multiplicity = "1")
    private Which which;

    private static final class Which {
        @Option(
                names = "--job",
                paramLabel = "SHA256",
                description = "Digest of the job's significant lines, as 'maskguard gateway jobs --json' has it.")
        private String digest;

        @Option(
                names = "--gcode",
                paramLabel = "FILE",
                description = "Plain G-code whose digest is meant; a host that adds lines makes another job of it.")
        private Path file;
    }

    /// The digest, hexadecimal.
    String digest() {
        return which.file == null ? which.digest : of(which.file);
    }

    /// The digest of a file's significant lines.
    ///
    /// @throws UsageMistake where it cannot be read, or has a line that no gateway would send
    static String of(Path file) {
        JobDigest digest = new JobDigest();
        SignificantLines lines = new SignificantLines(digest::line);
        return Trusting.with(file, () -> {
            try (InputStream in = Files.newInputStream(file)) {
                byte[] piece = new byte[PIECE];
                for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                    lines.accept(piece, 0, count);
                }
                lines.end();
                return digest.hex();
            } catch (Unreadable e) {
                throw new IOException(e.getMessage(), e);
            }
        });
    }
}
