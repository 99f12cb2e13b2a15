package org.maskguard.trust;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.maskguard.trust.Untrusted.Why;

/// The public half of an Ed25519 key (RFC 8032). Immutable, and safe to share between threads.
public final class VerifyingKey {

    static final String LABEL = "PUBLIC KEY";

    /// How RFC 8410 wraps the 32 bytes: a SEQUENCE with the algorithm's identifier, then a BIT STRING.
    private static final byte[] WRAPPING = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int LENGTH = 32;
    private static final int ID_BYTES = 16;

    private final byte[] bytes;
    private final PublicKey key;
    private final String id;

    private VerifyingKey(byte[] bytes, PublicKey key) {
        this.bytes = bytes;
        this.key = key;
        this.id = HexFormat.of().formatHex(Sha256.of(bytes), 0, ID_BYTES);
    }

    /// Reads a file in PEM that holds a public key; that of a pair will do.
    ///
    /// @throws IOException where it cannot be read
    /// @throws Untrusted `malformed`, where it holds no Ed25519 key
    public static VerifyingKey read(Path file) throws IOException, Untrusted {
        byte[] der = PemFile.block(PemFile.text(file), LABEL)
                .orElseThrow(() -> new Untrusted(Why.MALFORMED, file + " holds no " + LABEL + " in PEM"));
        return ofDer(der);
    }

    /// The key in the form that [#base64] gives.
    public static VerifyingKey ofBase64(String text) throws Untrusted {
        byte[] bytes = Base64Text.decode(text, "a key");
        if (bytes.length != LENGTH) {
            throw new Untrusted(Why.MALFORMED, "an Ed25519 key has " + LENGTH + " bytes, not " + bytes.length);
        }
        byte[] der = Arrays.copyOf(WRAPPING, WRAPPING.length + LENGTH);
        System.arraycopy(bytes, 0, der, WRAPPING.length, LENGTH);
        return ofDer(der);
    }

    static VerifyingKey ofDer(byte[] der) throws Untrusted {
        boolean wrapped = der.length == WRAPPING.length + LENGTH
                && Arrays.equals(der, 0, WRAPPING.length, WRAPPING, 0, WRAPPING.length);
        if (!wrapped) {
            throw new Untrusted(Why.MALFORMED, "it is a key of another kind than Ed25519");
        }
        try {
            PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
            return new VerifyingKey(Arrays.copyOfRange(der, WRAPPING.length, der.length), key);
        } catch (GeneralSecurityException e) {
            throw new Untrusted(Why.MALFORMED, "it is no point of the curve Ed25519");
        }
    }

    /// The key's name for machines: the first 16 bytes of the SHA-256 of its 32 bytes, in hexadecimal.
    public String id() {
        return id;
    }

    /// The 32 bytes in base64.
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /// The key in PEM.
    public String pem() {
        return PemFile.block(LABEL, key.getEncoded());
    }

    /// Whether this signature is this key's over this message. Any bytes may be given.
    public boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            // Thrown for signatures of a wrong length or form.
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifyingKey that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return id;
    }
}
