package org.maskguard.gateway.wire;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.LinkedBlockingQueue;

/// A wire within the process: two ends, each reading what the other writes. Unbounded.
public final class MemoryWire implements Wire {

    private static final byte[] END = {};

    private final LinkedBlockingQueue<byte[]> in;
    private final LinkedBlockingQueue<byte[]> out;
    private byte[] rest = END;
    private volatile boolean closed;

    private MemoryWire(LinkedBlockingQueue<byte[]> in, LinkedBlockingQueue<byte[]> out) {
        this.in = in;
        this.out = out;
    }

    /// The two ends of a new wire.
    public static MemoryWire[] pair() {
        LinkedBlockingQueue<byte[]> there = new LinkedBlockingQueue<>();
        LinkedBlockingQueue<byte[]> back = new LinkedBlockingQueue<>();
        return new MemoryWire[] {new MemoryWire(back, there), new MemoryWire(there, back)};
    }

    @Override
    public int read(byte[] into) throws IOException {
        if (rest.length == 0) {
            try {
                rest = closed ? END : in.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return -1;
            }
            if (rest.length == 0) {
                closed = true;
                return -1;
            }
        }
        int count = Math.min(into.length, rest.length);
        System.arraycopy(rest, 0, into, 0, count);
        rest = count == rest.length ? END : Arrays.copyOfRange(rest, count, rest.length);
        return count;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        if (closed) {
            throw new IOException("the wire is closed");
        }
        if (bytes.length > 0) {
            out.add(bytes.clone());
        }
    }

    @Override
    public void close() {
        closed = true;
        out.add(END);
        in.add(END);
    }
}
