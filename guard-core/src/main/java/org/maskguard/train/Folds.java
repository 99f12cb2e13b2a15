package org.maskguard.train;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Which part of a cross-validation a unit belongs to: fixed by its name, so that all of a person's or a family's files
/// are always on the same side.
final class Folds {

    private Folds() {}

    /// @param purpose another purpose splits the same units in another way
    /// @return 0 to `folds - 1`
    static int of(String unit, int folds, String purpose) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((purpose + "/" + unit).getBytes(StandardCharsets.UTF_8));
            return Math.floorMod((digest[0] & 0xFF) << 16 | (digest[1] & 0xFF) << 8 | digest[2] & 0xFF, folds);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
