package org.maskguard.gateway.judging;

import java.io.IOException;
import java.util.Optional;

/// Permits, which let refused jobs through. May be used by several threads.
public interface PermitBook {

    /// A gateway without permits.
    PermitBook NONE = (printer, job, sha256) -> Optional.empty();

    /// Uses a permit up by one print, where there is one that holds for this job at this printer now. When this
    /// returns,
    /// that it was used survives the loss of power: should the print not come to pass, the use is lost.
    ///
    /// @param job the job's identifier
    /// @param sha256 of its significant lines, hexadecimal
    /// @return who permitted it; empty where nobody did
    /// @throws IOException where it could not be written down: the job is not printed then
    Optional<String> use(String printer, String job, String sha256) throws IOException;

    /// The same for one printer.
    default AtPrinter at(String printer) {
        return (job, sha256) -> use(printer, job, sha256);
    }

    /// A [PermitBook] of one printer.
    @FunctionalInterface
    interface AtPrinter {

        /// See [PermitBook#use].
        Optional<String> use(String job, String sha256) throws IOException;
    }
}
