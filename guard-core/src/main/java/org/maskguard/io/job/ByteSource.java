package org.maskguard.io.job;

import java.io.IOException;
import java.io.InputStream;
import org.maskguard.io.Unreadable;
import org.maskguard.io.UnreadableIo;

/// Where bytes come from, once and in order.
@FunctionalInterface
interface ByteSource {

    /// Takes the next bytes.
    ///
    /// @return how many, at least one where `length` is, or -1 at the end
    int read(byte[] into, int offset, int length) throws Unreadable;

    /// The bytes of a stream that fails with [UnreadableIo].
    static ByteSource of(InputStream in, Place place) {
        return (into, offset, length) -> {
            try {
                return in.read(into, offset, length);
            } catch (IOException e) {
                Unreadable known = UnreadableIo.in(e);
                throw known != null
                        ? known
                        : new Unreadable("truncated", place.at(0), "The file cannot be read: " + e.getMessage() + ".");
            }
        };
    }
}
