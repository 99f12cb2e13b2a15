package org.maskguard.gateway.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.maskguard.trust.CanonicalJson;

/// What is answered.
///
/// @param status of HTTP
/// @param type of the body
/// @param allow the methods that there are, where another was asked for; else empty
record Answer(int status, String type, byte[] body, String allow) {

    /// What PrusaSlicer and Cura show of an error.
    private static final int LONGEST_SENTENCE = 100;

    static Answer json(Map<String, ?> value) {
        byte[] body = (CanonicalJson.text(value) + "\n").getBytes(StandardCharsets.UTF_8);
        return new Answer(200, "application/json", body, "");
    }

    /// One sentence of at most 100 characters of ASCII.
    static Answer sentence(int status, String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.chars().forEach(c -> plain.append(c >= 0x20 && c <= 0x7e ? (char) c : '?'));
        if (plain.length() > LONGEST_SENTENCE) {
            plain.setLength(LONGEST_SENTENCE - 3);
            plain.append("...");
        }
        byte[] body = plain.append('\n').toString().getBytes(StandardCharsets.US_ASCII);
        return new Answer(status, "text/plain; charset=us-ascii", body, "");
    }

    static Answer onlyBy(String methods) {
        Answer answer = sentence(405, "Only " + methods + " may be done here.");
        return new Answer(answer.status(), answer.type(), answer.body(), methods);
    }
}
