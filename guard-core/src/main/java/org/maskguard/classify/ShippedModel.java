package org.maskguard.classify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The model as it ships, read but not yet unpacked: most files never need it, and every verdict names its digest.
///
/// Safe to share between threads; the detector is made when it is first asked for.
public final class ShippedModel {

    private final byte[] packed;
    private final String digest;
    private Detector detector;

    private ShippedModel(byte[] packed) {
        this.packed = packed;
        this.digest = digest(packed);
    }

    /// Reads the file from this package.
    public static ShippedModel load() {
        try (InputStream in = ShippedModel.class.getResourceAsStream("face.model")) {
            return new ShippedModel(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What the model is known by: `sha256:` and the digest of its file.
    public String digest() {
        return digest;
    }

    /// The detector with this model, always the same one.
    public synchronized Detector detector() {
        if (detector == null) {
            try {
                detector = Detector.read(packed);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return detector;
    }

    static String digest(byte[] bytes) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
