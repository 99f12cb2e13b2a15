package org.maskguard.trust;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.maskguard.trust.Untrusted.Why;

/// An object of JSON with a signature in its member `signature`: base64 of Ed25519 over the canonical form of the rest.
///
/// The member `by` names the key, and is signed with the rest; so is `kind`, which keeps one kind of document from
/// being
/// taken for another. Immutable.
public final class SignedDocument {

    /// More than any document here has, short of a verdict with many faces.
    private static final int LONGEST = 8 << 20;

    private static final StrictJson JSON = new StrictJson(LONGEST);
    private static final String SIGNATURE = "signature";

    private final Map<String, Object> content;
    private final byte[] signature;

    private SignedDocument(Map<String, Object> content, byte[] signature) {
        this.content = content;
        this.signature = signature;
    }

    /// Signs an object; its member `by` becomes the key's identifier.
    public static SignedDocument sign(Map<String, ?> content, SigningKey key) {
        Map<String, Object> all = new LinkedHashMap<>(content);
        all.put("by", key.id());
        return new SignedDocument(all, key.sign(CanonicalJson.bytes(all)));
    }

    /// Reads a document, in canonical form or not. Whose it is, [#verify] says.
    ///
    /// @throws Untrusted `malformed`
    public static SignedDocument parse(String text) throws Untrusted {
        Map<String, Object> content = JSON.object(text);
        if (!(content.remove(SIGNATURE) instanceof String base64)) {
            throw new Untrusted(Why.MALFORMED, "it is not signed");
        }
        return new SignedDocument(content, Base64Text.decode(base64, "its signature"));
    }

    /// Lets a document by that is signed with this key.
    ///
    /// @throws Untrusted `unknown-key` where it names another, `forged` where the signature is not over this
    /// content
    public void verify(VerifyingKey key) throws Untrusted {
        if (!key.id().equals(content.get("by"))) {
            throw new Untrusted(Why.UNKNOWN_KEY, "it is signed with another key than " + key.id());
        }
        if (!key.verifies(CanonicalJson.bytes(content), signature)) {
            throw new Untrusted(Why.FORGED, "its signature does not fit: it was changed, or forged");
        }
    }

    /// The fields, without the signature.
    Fields fields() {
        return new Fields(content);
    }

    /// The document in one line of canonical JSON, without a line break.
    public String line() {
        Map<String, Object> all = new LinkedHashMap<>(content);
        all.put(SIGNATURE, Base64.getEncoder().encodeToString(signature));
        return CanonicalJson.text(all);
    }

    /// SHA-256 of what is signed, in hexadecimal: the same for all ways of writing one document.
    public String digest() {
        return Sha256.hex(Sha256.of(CanonicalJson.bytes(content)));
    }
}
