package org.maskguard.gateway.store;

import java.nio.charset.StandardCharsets;

/// Text from outside, made fit for JSON.
final class Text {

    private Text() {}

    /// The text with a question mark for every half of a surrogate pair: canonical JSON has no form for them.
    static String whole(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
