package org.maskguard.gateway.gate;

/// What a gate does with a job while it comes in.
public enum Mode {
    /// Keeps it until it is whole and judged.
    HOLD,
    /// Sends it on while the bed is watched; stops at the first confident layer.
    LIVE,
    /// Sends it on and only records the verdict.
    AUDIT;

    /// Whether lines go on to the printer before the verdict.
    public boolean streams() {
        return this != HOLD;
    }
}
