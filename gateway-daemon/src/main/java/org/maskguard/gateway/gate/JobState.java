package org.maskguard.gateway.gate;

import java.util.Locale;

/// Where a job stands.
public enum JobState {
    COLLECTING,
    JUDGING,
    /// Judged, and an operator is to say whether it is printed.
    WAITING,
    PRINTING,
    DONE,
    REFUSED,
    INCOMPLETE,
    INTERRUPTED,
    CANCELLED;

    /// The word that stands in JSON.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
