package org.maskguard.gateway.judging;

import org.maskguard.gateway.gate.Judgement;

/// Whoever waits for verdicts over one printer's jobs. Called from any thread.
public interface Waiting {

    /// A job was judged: [org.maskguard.gateway.gate.Gate#judged].
    void judged(String job, Judgement judgement);

    /// A job under watch must not go on: [org.maskguard.gateway.gate.Gate#suspected].
    void suspected(String job, String sentence);

    /// A watch that was behind is so no longer: [org.maskguard.gateway.gate.Gate#tick] is due.
    void caughtUp();
}
