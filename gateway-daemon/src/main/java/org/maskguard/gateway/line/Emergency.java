package org.maskguard.gateway.line;

/// The words that the firmware obeys as soon as it sees them, before anything that waits.
public enum Emergency {
    /// Stop everything; the printer is dead until it is reset.
    KILL("M112"),
    /// Stop waiting for heat or for the user.
    BREAK_WAIT("M108"),
    /// Stop all moves at once.
    QUICK_STOP("M410"),
    /// Give up printing from the card.
    ABORT_CARD("M524"),
    /// The user's answer to a prompt; it has an index.
    ANSWER("M876");

    private final String word;

    Emergency(String word) {
        this.word = word;
    }

    /// The word itself, such as `M112`.
    public String word() {
        return word;
    }
}
