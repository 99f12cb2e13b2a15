package org.maskguard.trust;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/// The answer to an appeal that is not granted: signed, with the reason. One that is granted is answered with a
/// [Permit].
///
/// @param appeal SHA-256 of the appeal's file
/// @param reason for people, up to [#LONGEST_REASON] characters
public record Rejection(String appeal, String reason, Instant decided, SignedDocument document) {

    public static final int LONGEST_REASON = 5000;

    private static final String KIND = "rejection";

    /// Signs an answer.
    ///
    /// @throws Untrusted `malformed` where a value cannot be
    public static Rejection sign(String appeal, String reason, Instant decided, SigningKey key) throws Untrusted {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("kind", KIND);
        content.put("appeal", appeal);
        content.put("reason", reason);
        content.put("decided", decided.truncatedTo(ChronoUnit.SECONDS).toString());
        return parse(SignedDocument.sign(content, key).line());
    }

    /// Reads an answer.
    ///
    /// @throws Untrusted `malformed`
    public static Rejection parse(String text) throws Untrusted {
        SignedDocument document = SignedDocument.parse(text);
        Fields fields = document.fields();
        fields.word("kind", KIND);
        String appeal = fields.sha256("appeal");
        String reason = fields.text("reason", LONGEST_REASON);
        Instant decided = fields.instant("decided");
        fields.text("by", 32);
        fields.end();
        return new Rejection(appeal, reason, decided, document);
    }
}
