package org.maskguard.gateway.daemon;

/// Where the daemon says what people should know. Thread-safe.
@FunctionalInterface
public interface Journal {

    /// Something happened, or went wrong.
    ///
    /// @param printer the printer that it is about; empty for the gateway as a whole
    /// @param text one clause
    /// @param fault what went wrong; null where nothing did
    void note(String printer, String text, Throwable fault);
}
