package org.maskguard.gateway.wire;

import java.io.Closeable;
import java.io.IOException;

/// Two ways for bytes, one in each direction. One thread may read while others write; writes do not mix.
public interface Wire extends Closeable {

    /// Waits for bytes.
    ///
    /// @return how many of `into` were filled, at least 1; or -1 where the other side is gone or this one was
    /// closed
    int read(byte[] into) throws IOException;

    /// Writes all bytes; waits while there is no room for them.
    void write(byte[] bytes) throws IOException;

    /// Writes what goes without waiting; never while a [#write] is under way.
    ///
    /// @return how many bytes were written, from the first on; 0 where this wire cannot tell
    default int offer(byte[] bytes) throws IOException {
        return 0;
    }

    /// Resets what is at the other side, where the wire has a way to (DTR); otherwise does nothing.
    default void reset() throws IOException {}

    /// Closes it; a read that waits ends.
    @Override
    void close();

    /// Opens a wire, again and again where the other side goes and comes.
    @FunctionalInterface
    interface Opener {

        /// Waits until there is another side, where it is the one to come.
        Wire open() throws IOException;
    }
}
