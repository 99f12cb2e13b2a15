package org.maskguard.gateway.wire;

import java.io.IOException;
import java.util.concurrent.Exchanger;

/// Joins two ports within the process: whenever both open it, each gets one end of a new [MemoryWire].
public final class MemoryPlug {

    private final Exchanger<MemoryWire> meeting = new Exchanger<>();

    /// One end.
    public Wire.Opener here() {
        return () -> {
            MemoryWire[] ends = MemoryWire.pair();
            meet(ends[1]);
            return ends[0];
        };
    }

    /// The other.
    public Wire.Opener there() {
        return () -> meet(null);
    }

    private MemoryWire meet(MemoryWire given) throws IOException {
        try {
            return meeting.exchange(given);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the other end did not come", e);
        }
    }
}
