package org.maskguard.io;

/// Asks before a large array is made whether the heap could hold it at all.
///
/// The answer depends on the heap's greatest size alone, never on what lies in it at the moment, so that the same file
/// gives the same answer every time on the same machine.
final class Memory {

    private Memory() {}

    /// @param bytes that are about to be held at once
    /// @throws Unreadable `too-large` where that is more than three quarters of the heap
    static void demand(long bytes) throws Unreadable {
        long most = Runtime.getRuntime().maxMemory() / 4 * 3;
        if (bytes > most) {
            throw new Unreadable(
                    "too-large",
                    "",
                    "The model needs " + (bytes >> 20) + " MiB of memory, and the program may use " + (most >> 20)
                            + " MiB.");
        }
    }
}
