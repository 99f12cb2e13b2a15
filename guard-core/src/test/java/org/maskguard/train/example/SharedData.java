package org.maskguard.train.example;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;

/// The data that are not part of the project: named by the system property `maskguard.shared`, or a folder
/// `shared/data` somewhere up from here.
public final class SharedData {
    private SharedData() {}

    public static Path folder() {
        String named = System.getProperty("maskguard.shared");
        Path found = named == null ? null : Path.of(named);
        for (Path up = Path.of("").toAbsolutePath(); found == null && up != null; up = up.getParent()) {
            Path candidate = up.resolve("shared").resolve("data");
            found = Files.isDirectory(candidate) ? candidate : null;
        }
        assumeThat(found).as("shared data, by -Dmaskguard.shared").isNotNull();
        return found;
    }
}
