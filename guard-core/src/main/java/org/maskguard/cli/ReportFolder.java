package org.maskguard.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where pages go.
final class ReportFolder {

    private ReportFolder() {}

    /// Makes the folder, so that a wrong one is known before anything is judged.
    ///
    /// @return the folder, or null where none is wanted
    static Path open(Path folder) {
        if (folder == null) {
            return null;
        }
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UsageMistake("%s: this folder for reports cannot be made".formatted(folder));
        }
    }
}
