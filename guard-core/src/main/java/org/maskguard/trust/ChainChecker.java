package org.maskguard.trust;

/// Checks the lines of a cleared job one by one, before each is sent. Not thread-safe.
public final class ChainChecker {

    /// What a line is.
    public enum Step {
        /// The next line of the job.
        EXPECTED,
        /// None of the job's, but one that may come in between.
        INTERLEAVED,
        /// Neither, and so is every line after it.
        MISMATCH
    }

    private final byte[] kept;
    private final Chain chain;
    private int taken;
    private boolean broken;

    ChainChecker(byte[] salt, byte[] kept) {
        this.kept = kept;
        this.chain = new Chain(salt);
    }

    /// Takes a line in its plain rendering. What the job itself says is first: a poll that is the job's next line
    /// is
    /// that line.
    public Step line(String text) {
        if (broken) {
            return Step.MISMATCH;
        }
        if (taken < lines() && isNext(chain.link(text))) {
            chain.step();
            taken++;
            return Step.EXPECTED;
        }
        if (Interleaved.allows(text)) {
            return Step.INTERLEAVED;
        }
        broken = true;
        return Step.MISMATCH;
    }

    /// How many lines of the job have come.
    public long taken() {
        return taken;
    }

    /// How many lines the job has.
    public long lines() {
        return kept.length / Chain.KEPT;
    }

    /// Whether all lines have come, and no other.
    public boolean isComplete() {
        return !broken && taken == lines();
    }

    private boolean isNext(byte[] link) {
        int at = taken * Chain.KEPT;
        int difference = 0;
        for (int i = 0; i < Chain.KEPT; i++) {
            difference |= link[i] ^ kept[at + i];
        }
        return difference == 0;
    }
}
