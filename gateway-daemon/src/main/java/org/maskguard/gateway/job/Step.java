package org.maskguard.gateway.job;

/// What becomes of one line.
public enum Step {
    /// No part of any job: sent on.
    FORWARD,
    /// A poll or an emergency word: answered, part of nothing.
    ANSWER,
    /// Acknowledged and held until it is known whether a job begins with it.
    HOLD,
    /// Part of the job: kept and acknowledged.
    COLLECT,
    /// Part of the job, and perhaps its end: kept, and not acknowledged before that is known.
    COLLECT_AND_WAIT
}
