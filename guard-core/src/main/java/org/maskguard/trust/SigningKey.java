package org.maskguard.trust;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import org.maskguard.trust.Untrusted.Why;

/// A pair of Ed25519 keys, the secret one among them. Immutable, and safe to share between threads.
///
/// Kept in one file in PEM, PRIVATE KEY before PUBLIC KEY, that only its owner may read. Never shown: [#toString] gives
/// the identifier.
public final class SigningKey {

    private static final String LABEL = "PRIVATE KEY";

    private final PrivateKey secret;
    private final VerifyingKey verifying;

    private SigningKey(PrivateKey secret, VerifyingKey verifying) {
        this.secret = secret;
        this.verifying = verifying;
    }

    /// A new pair, from the system's source of randomness.
    public static SigningKey create() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new SigningKey(
                    pair.getPrivate(), VerifyingKey.ofDer(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException | Untrusted e) {
            throw new AssertionError("every Java has Ed25519", e);
        }
    }

    /// Reads a pair. A file with the secret key alone will do where the public one is beside it, in `FILE.pub`.
    ///
    /// @throws IOException where it cannot be read
    /// @throws Untrusted where others may read it, where it holds no Ed25519 key, or two that are no pair
    public static SigningKey read(Path file) throws IOException, Untrusted {
        PemFile.refuseReadable(file);
        String text = PemFile.text(file);
        if (text.contains("ENCRYPTED")) {
            throw new Untrusted(Why.MALFORMED, file + " is encrypted; write it out without a passphrase");
        }
        byte[] der = PemFile.block(text, LABEL)
                .orElseThrow(() -> new Untrusted(Why.MALFORMED, file + " holds no " + LABEL + " in PEM"));
        Path beside = publicBeside(file);
        boolean both = PemFile.block(text, VerifyingKey.LABEL).isPresent();
        if (!both && !Files.exists(beside)) {
            throw new Untrusted(Why.MALFORMED, file + " holds no public key, and " + beside + " is not there");
        }
        SigningKey key = new SigningKey(secret(der, file), VerifyingKey.read(both ? file : beside));
        byte[] trial = "a trial".getBytes(StandardCharsets.US_ASCII);
        if (!key.verifying.verifies(trial, key.sign(trial))) {
            throw new Untrusted(Why.MALFORMED, "the two keys of " + file + " are no pair");
        }
        return key;
    }

    private static PrivateKey secret(byte[] der, Path file) throws Untrusted {
        try {
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException e) {
            throw new Untrusted(Why.MALFORMED, "the secret key of " + file + " is of another kind than Ed25519");
        }
    }

    /// Writes the pair into a new file that only its owner may read, and the public key beside it, into `FILE.pub`.
    ///
    /// @throws java.nio.file.FileAlreadyExistsException where one of them is there: keys are never replaced
    public void write(Path file) throws IOException {
        PemFile.writeSecret(file, PemFile.block(LABEL, secret.getEncoded()) + verifying.pem());
        PemFile.writePublic(publicBeside(file), verifying.pem());
    }

    /// Where the public key of the pair in this file is.
    public static Path publicBeside(Path file) {
        return file.resolveSibling(file.getFileName() + ".pub");
    }

    /// The public half.
    public VerifyingKey verifying() {
        return verifying;
    }

    /// The name of the key for machines.
    public String id() {
        return verifying.id();
    }

    /// Signs: 64 bytes, the same each time.
    public byte[] sign(byte[] message) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(secret);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError("a key that was made or read signs", e);
        }
    }

    @Override
    public String toString() {
        return verifying.id();
    }
}
