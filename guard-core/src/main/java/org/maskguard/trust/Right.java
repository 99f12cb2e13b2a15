package org.maskguard.trust;

import java.util.Locale;
import java.util.Optional;

/// What an enrolled key may do.
public enum Right {
    /// Clear jobs where they are sliced.
    CLEAR,
    /// Let a refused job through.
    PERMIT;

    /// As files and commands write it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The right of this word.
    public static Optional<Right> of(String word) {
        for (Right right : values()) {
            if (right.word().equals(word)) {
                return Optional.of(right);
            }
        }
        return Optional.empty();
    }
}
