package org.maskguard.deposit;

import java.io.Serial;

/// A job covers more room than can be looked at.
public final class TooLarge extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    /// @param text one sentence for people
    TooLarge(String text) {
        super(text);
    }
}
