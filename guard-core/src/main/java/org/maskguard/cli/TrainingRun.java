package org.maskguard.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.maskguard.io.Limits;
import org.maskguard.io.Mesh;
import org.maskguard.io.MeshReader;
import org.maskguard.io.Unreadable;

/// What the launcher lets Java learn from, so that later starts are fast: the common commands, one after another, in
/// one process, their output thrown away. They judge the reference pair, a mask and no mask.
final class TrainingRun {

    /// Each makes four triangles of one: 312,320 in all.
    private static final int DIVISIONS = 3;

    private static final int TIMES = 3;

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
        judgeFinely(nowhere, Path.of(reference));
        Main.run(nowhere, "version");
        Main.run(nowhere, "scan", "--help");
    }

    /// A mask of a good size, several times: Java keeps with its cache which code is hot, and how it branches.
    private static void judgeFinely(Terminal nowhere, Path reference) {
        try {
            Mesh coarse = MeshReader.read(reference.resolve("maskguard-test-refuse.stl"), Limits.DEFAULT)
                    .mesh();
            Path fine = reference.resolve("fine.stl");
            Files.write(fine, FinerMesh.stl(coarse, DIVISIONS));
            for (int i = 0; i < TIMES; i++) {
                Main.run(nowhere, "scan", "--json", fine.toString());
            }
            Files.delete(fine);
        } catch (Unreadable | IOException e) {
            // Nothing to judge: less is learned.
        }
    }
}
