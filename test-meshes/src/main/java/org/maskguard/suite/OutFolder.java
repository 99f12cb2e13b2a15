package org.maskguard.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.maskguard.cli.Terminal;
import org.maskguard.cli.UsageMistake;
import org.maskguard.cli.Visible;

/// Where samples are written to.
record OutFolder(Path folder, Terminal terminal) {

    /// Writes the files in place of those of the same name, and prints the digest and path of each.
    ///
    /// @throws UsageMistake where the folder cannot be written to
    void write(List<Sample> samples) {
        for (Sample sample : samples) {
            byte[] bytes = sample.stl();
            Path file = folder.resolve(sample.file());
            try {
                Files.createDirectories(folder);
                Files.write(file, bytes);
            } catch (IOException e) {
                throw new UsageMistake(file + ": this file cannot be written");
            }
            terminal.print(sha256(bytes) + "  " + Visible.text(file.toString()));
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
