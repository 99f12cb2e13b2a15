package org.maskguard.gateway.judging;

import java.io.IOException;
import org.maskguard.classify.Verdict;

/// Where verdicts are written down before anything follows from them. May be used by several threads.
public interface VerdictBook {

    /// Writes a verdict down, signed. When this returns it survives the loss of power.
    ///
    /// @param job the job's identifier
    /// @param sha256 of its significant lines, hexadecimal
    /// @param lines how many of them
    /// @throws IOException where it could not be written: the job is not printed then
    void write(String job, String sha256, long lines, Verdict verdict) throws IOException;
}
