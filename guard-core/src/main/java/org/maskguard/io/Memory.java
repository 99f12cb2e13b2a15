package org.maskguard.io;

/// Keeps account of the large arrays of one reading, and refuses before the heap would be full.
///
/// The answer depends on the heap's greatest size alone, never on what lies in it at the moment, so that the same file
/// gives the same answer every time under the same launcher.
final class Memory {

    private final long most;
    private long held;

    Memory() {
        this(Runtime.getRuntime().maxMemory() / 4 * 3);
    }

    /// @param most bytes that may be held at once
    Memory(long most) {
        this.most = most;
    }

    /// To be called before an array takes the place of another, while both are there for a moment.
    ///
    /// @throws Unreadable `too-large` where that is more than may be held
    void replace(long oldBytes, long newBytes) throws Unreadable {
        if (held + newBytes > most) {
            throw new Unreadable(
                    "too-large",
                    "",
                    "The model needs more memory than the " + (most >> 20) + " MiB that may be used for it.");
        }
        held += newBytes - oldBytes;
    }
}
