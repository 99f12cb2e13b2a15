package org.maskguard.io.job;

import java.io.Serial;

/// A decoder's input is not what it decodes. Who called it knows the place in the file.
final class Malformed extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final String code;
    private final long at;

    /// @param code as in [org.maskguard.io.Unreadable#code()]
    /// @param at offset in the decoder's own input
    /// @param text what follows the name of the input in a sentence
    Malformed(String code, long at, String text) {
        super(text);
        this.code = code;
        this.at = at;
    }

    String code() {
        return code;
    }

    long at() {
        return at;
    }
}
