package org.maskguard.io.job;

import org.maskguard.io.Limits;

/// Notices what unpacks to suspiciously much.
final class Ratio {

    /// Below this size no ratio is suspicious: short texts of blanks and zeros exist.
    private static final long HARMLESS = 1 << 20;

    private final int most;
    private long unpacked;

    Ratio(Limits limits) {
        this.most = limits.ratio();
    }

    /// Unpacked over packed bytes, at most.
    int most() {
        return most;
    }

    /// Whether more came out than may.
    ///
    /// @param packed bytes so far, all in all
    /// @param more unpacked bytes that came since the last time
    boolean beyond(long packed, int more) {
        unpacked += more;
        return unpacked > HARMLESS && unpacked / most > packed;
    }
}
