package org.maskguard.cli;

import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.util.Locale;

/// Thrown by [Terminal#print] when standard output takes no more.
public final class OutputClosed extends UncheckedIOException {

    @Serial
    private static final long serialVersionUID = 1;

    OutputClosed(IOException cause) {
        super(cause);
    }

    /// Whether the reader simply left, as `head` does; a full disk is another matter.
    boolean readerLeft() {
        String message = String.valueOf(getCause().getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("broken pipe") || message.contains("pipe is being closed");
    }
}
