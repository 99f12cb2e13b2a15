package org.maskguard.cli;

import java.io.Serial;

/// Thrown by a command that was asked for something impossible: one sentence, and exit status 2.
public final class UsageMistake extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    public UsageMistake(String sentence) {
        super(sentence);
    }
}
