package org.maskguard.gateway.gate;

import org.maskguard.gateway.spool.Sealed;

/// What became of a job that was judged.
///
/// @param outcome what is done with it
/// @param sentence why, in one sentence of printable ASCII; empty for a plain pass
/// @param sealed the job on disk, or null where the disk failed
public record Judgement(Outcome outcome, String sentence, Sealed sealed) {

    /// What is done with a job.
    public enum Outcome {
        PRINT,
        /// An operator decides.
        HOLD,
        REFUSE
    }
}
