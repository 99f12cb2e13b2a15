package org.maskguard.gateway.http;

import java.io.Serial;

/// A request that cannot be understood; one sentence says why.
final class BadRequest extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    BadRequest(String sentence) {
        super(sentence);
    }
}
