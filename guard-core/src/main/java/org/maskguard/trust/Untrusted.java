package org.maskguard.trust;

import java.io.Serial;
import java.util.Locale;

/// A key, permit, clearance or appeal that is not accepted, and why, in one sentence.
public final class Untrusted extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    /// Why something is not accepted: one word for logs, as [#word] writes it.
    public enum Why {
        /// It is not what it should be at all: no JSON, a field missing, a field too many, a value that cannot
        /// be.
        MALFORMED,
        /// It ends too early, or goes on for too long.
        TRUNCATED,
        /// Its signature is not that key's.
        FORGED,
        /// Its key is not enrolled.
        UNKNOWN_KEY,
        /// Its key is enrolled, but not for this.
        NOT_ALLOWED,
        /// Its time is over.
        EXPIRED,
        /// Its time has not come.
        NOT_YET,
        /// It is for another job.
        OTHER_JOB,
        /// It is for another printer.
        OTHER_PRINTER,
        /// It was used as often as it may be.
        USED_UP,
        /// It says that the job is not to be printed without a further look.
        NOT_PASSED
    }

    private final Why why;

    /// @param sentence for people, with the place where there is one
    public Untrusted(Why why, String sentence) {
        super(sentence);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    /// The reason as a word for logs: `other-printer`.
    public String word() {
        return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
