package org.maskguard.gateway.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.maskguard.classify.Verdict;
import org.maskguard.report.VerdictJson;
import org.maskguard.trust.SignedDocument;
import org.maskguard.trust.SigningKey;
import org.maskguard.trust.StrictJson;
import org.maskguard.trust.Untrusted;
import org.maskguard.trust.VerifyingKey;

/// A verdict on a job, as the gateway signed it. Immutable.
///
/// @param job its identifier
/// @param sha256 of its significant lines
/// @param lines how many of them
/// @param verdict as `scan --json` has it
public record SignedVerdict(String job, String sha256, long lines, Map<String, Object> verdict) {

    private static final String KIND = "verdict";
    private static final StrictJson JSON = new StrictJson(16 << 20);

    /// The word: `pass`, `warn`, `refuse` or `unreadable`.
    public String word() {
        return verdict.get("verdict") instanceof String word ? word : "";
    }

    /// Signs a verdict; gives the document.
    static String sign(String job, String sha256, long lines, Verdict verdict, Instant at, SigningKey key) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("kind", KIND);
        content.put("job", job);
        content.put("sha256", sha256);
        content.put("lines", lines);
        content.put("at", at.truncatedTo(ChronoUnit.MILLIS).toString());
        content.put("verdict", verdict(VerdictJson.line(verdict)));
        return SignedDocument.sign(content, key).line();
    }

    /// Reads a document that this key signed.
    ///
    /// @throws Untrusted where it did not, or where it is no verdict
    static SignedVerdict read(String document, VerifyingKey key) throws Untrusted {
        SignedDocument.parse(document).verify(key);
        Map<String, Object> content = JSON.object(document);
        if (KIND.equals(content.get("kind"))
                && content.get("job") instanceof String job
                && content.get("sha256") instanceof String sha256
                && content.get("lines") instanceof Long lines
                && content.get("verdict") instanceof Map<?, ?> verdict) {
            Map<String, Object> members = new LinkedHashMap<>();
            verdict.forEach((name, member) -> members.put((String) name, member));
            return new SignedVerdict(job, sha256, lines, members);
        }
        throw new Untrusted(Untrusted.Why.MALFORMED, "it is signed, and no verdict");
    }

    /// What the audit log has of a document: SHA-256 of its text, hexadecimal.
    static String digest(String document) {
        return HexFormat.of().formatHex(AuditRow.sha256().digest(document.getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, Object> verdict(String line) {
        try {
            return JSON.object(line);
        } catch (Untrusted e) {
            throw new AssertionError("a verdict's line is JSON", e);
        }
    }
}
