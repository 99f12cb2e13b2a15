package org.maskguard.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.maskguard.classify.Detector;

/// Some of the samples, as files.
public final class SampleFiles {

    private SampleFiles() {}

    /// Writes the samples of these names.
    public static void write(Path folder, List<String> names) throws IOException {
        for (Sample sample : new SampleMeshes(Detector.shipped().shape()).all()) {
            if (names.contains(sample.name())) {
                Files.write(folder.resolve(sample.file()), sample.stl());
            }
        }
    }
}
