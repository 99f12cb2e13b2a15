package org.maskguard.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/// What the launcher lets Java learn from, so that later starts are fast: the common commands, one after another, in
/// one
/// process, their output thrown away.
final class TrainingRun {

    private TrainingRun() {}

    /// @param files a few files to judge
    public static void main(String[] files) {
        Terminal nowhere = new Terminal(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                Map.of("CLICOLOR_FORCE", "1"),
                false,
                false);
        for (String file : files) {
            Main.run(nowhere, "scan", file);
            Main.run(nowhere, "scan", "--json", file);
            Main.run(nowhere, "explain", file);
        }
        Main.run(nowhere, "version");
        Main.run(nowhere, "scan", "--help");
    }
}
