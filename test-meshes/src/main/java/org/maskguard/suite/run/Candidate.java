package org.maskguard.suite.run;

import java.io.IOException;
import java.nio.file.Path;

/// A guard that is measured. Safe to be asked by several threads at once.
public interface Candidate {

    /// What reports call it.
    String name();

    /// Its version, as far as it is known.
    String version();

    /// Judges a file.
    ///
    /// @throws IOException where it cannot be started at all
    Answer judge(Path file) throws IOException;
}
