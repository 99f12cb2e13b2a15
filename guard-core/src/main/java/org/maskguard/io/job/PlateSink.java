package org.maskguard.io.job;

import org.maskguard.io.Unreadable;

/// Takes the plates of a print job, one after the other.
@FunctionalInterface
public interface PlateSink {

    /// A plate begins, and the one before it is over.
    ///
    /// @param name of the entry of the archive that it is in; empty where the file is one plate
    /// @return what takes its text
    ByteSink plate(String name) throws Unreadable;
}
