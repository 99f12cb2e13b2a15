package org.maskguard.io.job;

import org.maskguard.io.Unreadable;

/// Takes the G-code text of one plate, piece by piece and in order. Pieces end anywhere, within words too.
@FunctionalInterface
public interface ByteSink {

    /// Takes the bytes from `from` to before `to`, which are the caller's again when this returns.
    ///
    /// @throws Unreadable where they cannot be judged, which ends the reading
    void accept(byte[] bytes, int from, int to) throws Unreadable;

    /// The plate is over. Not called where the reading failed.
    ///
    /// @throws Unreadable as for a piece
    default void end() throws Unreadable {
        // Who needs no end has nothing to do.
    }
}
