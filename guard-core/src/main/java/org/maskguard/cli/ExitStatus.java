package org.maskguard.cli;

import org.maskguard.classify.Ruling;

/// How a command ends, as virus scanners have it.
public enum ExitStatus {
    /// Nothing was refused.
    CLEAN(0, 0),
    /// Something was refused.
    REFUSED(1, 3),
    /// Something could not be read or the command line is wrong, and nothing was refused.
    UNREADABLE(2, 1),
    /// A fault of ours.
    FAULT(3, 2);

    private final int code;
    private final int weight;

    ExitStatus(int code, int weight) {
        this.code = code;
        this.weight = weight;
    }

    /// What a ruling amounts to.
    ///
    /// @param failOnWarn whether a warning counts as a refusal
    public static ExitStatus of(Ruling ruling, boolean failOnWarn) {
        return switch (ruling) {
            case PASS -> CLEAN;
            case WARN -> failOnWarn ? REFUSED : CLEAN;
            case REFUSE -> REFUSED;
            case UNREADABLE -> UNREADABLE;
        };
    }

    /// The number that the shell sees.
    public int code() {
        return code;
    }

    /// Of two, the one that stands for both: refused before fault before unreadable before clean.
    public ExitStatus and(ExitStatus other) {
        return weight >= other.weight ? this : other;
    }
}
