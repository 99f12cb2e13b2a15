package org.maskguard.gateway.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.maskguard.trust.CanonicalJson;

/// One row of the audit log.
///
/// @param seq counted from 1
/// @param at instant, RFC 3339 in UTC
/// @param printer its name; empty where it is about the gateway itself
/// @param kind a short stable word
/// @param payload an object of canonical JSON, as text
record AuditRow(long seq, String at, String printer, String kind, String payload) {

    /// What is hashed before the first row.
    static final byte[] BEGINNING = new byte[32];

    /// Every so many rows one is signed.
    private static final int BETWEEN_SIGNATURES = 100;

    static final String VERDICT = "verdict";
    static final String CLOSED = "store-closed";

    /// The store is closed when the gateway stops.
    private static final Set<String> SIGNED = Set.of(VERDICT, CLOSED);

    /// SHA-256 over the hash before it and its canonical form: all its fields but the hash, as an object.
    ///
    /// The payload stands in it as the text that it is, which is canonical itself.
    byte[] hash(byte[] before) {
        MessageDigest digest = sha256();
        digest.update(before);
        String row = "{\"at\":" + CanonicalJson.text(at) + ",\"kind\":" + CanonicalJson.text(kind) + ",\"payload\":"
                + payload + ",\"printer\":" + CanonicalJson.text(printer) + ",\"seq\":" + seq + "}";
        return digest.digest(row.getBytes(StandardCharsets.UTF_8));
    }

    /// Whether it must be signed.
    boolean isSigned() {
        return seq % BETWEEN_SIGNATURES == 0 || SIGNED.contains(kind);
    }

    /// What is signed of a row, or of the log as far as it goes.
    ///
    /// @param what `audit` or `audit-head`
    /// @param by the key's identifier
    static byte[] toSign(String what, long seq, byte[] hash, String by) {
        Map<String, Object> content = new HashMap<>();
        content.put("kind", what);
        content.put("seq", seq);
        content.put("hash", HexFormat.of().formatHex(hash));
        content.put("by", by);
        return CanonicalJson.bytes(content);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
