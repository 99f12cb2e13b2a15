package org.maskguard.io;

import java.io.IOException;
import java.io.Serial;

/// Carries an [Unreadable] through interfaces that only know of [IOException].
public final class UnreadableIo extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    private final Unreadable fault;

    UnreadableIo(Unreadable fault) {
        super(fault);
        this.fault = fault;
    }

    Unreadable fault() {
        return fault;
    }

    /// The one that is among the causes of an exception, or null.
    public static Unreadable in(Throwable thrown) {
        Throwable cause = thrown;
        for (int i = 0; i < 16 && cause != null; i++) {
            if (cause instanceof Unreadable unreadable) {
                return unreadable;
            }
            cause = cause.getCause();
        }
        return null;
    }
}
