package org.maskguard.gateway.store;

import java.io.IOException;
import java.io.Serial;

/// The store cannot be opened, read or written; one sentence says why.
public final class StoreFault extends IOException {

    @Serial
    private static final long serialVersionUID = 1;

    StoreFault(String sentence) {
        super(sentence);
    }

    StoreFault(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
