package org.maskguard.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;

/// What the launcher lets Java learn from, so that later starts are fast: the common commands, one after another, in
/// one process, their output thrown away. They judge the reference pair, a mask and no mask.
final class TrainingRun {

    private TrainingRun() {}

    /// @param folder one name: where files may be written
    public static void main(String[] folder) {
        Terminal nowhere = new Terminal(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                Map.of("CLICOLOR_FORCE", "1"),
                false,
                false);
        String reference = folder[0];
        // Another module's command: where it is missing there is nothing to judge, and less is learned.
        Main.run(nowhere, "suite", "reference", "--out", reference);
        Main.run(nowhere, "scan", "--recursive", "--report", reference, reference);
        Main.run(
                nowhere,
                "scan",
                "--json",
                Path.of(reference, "maskguard-test-pass.stl").toString());
        Main.run(
                nowhere,
                "explain",
                Path.of(reference, "maskguard-test-refuse.stl").toString());
        Main.run(nowhere, "version");
        Main.run(nowhere, "scan", "--help");
    }
}
