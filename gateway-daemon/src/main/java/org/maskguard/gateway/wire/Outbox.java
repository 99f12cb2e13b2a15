package org.maskguard.gateway.wire;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Writes to a wire from a thread of its own, so that nobody waits for a reader that does not read.
///
/// What finds no room is dropped and counted: whoever reads so slowly has lost its answers.
final class Outbox {

    private static final int MOST = 4096;

    private final ArrayBlockingQueue<byte[]> queue = new ArrayBlockingQueue<>(MOST);
    private final Wire wire;
    private final Thread writer;
    /// Pieces that the writer has not yet written. Only [#add] makes it more, so 0 stays 0 within it.
    private final AtomicInteger behind = new AtomicInteger();
    private volatile long dropped;

    Outbox(Wire wire, String name) {
        this.wire = wire;
        writer = Thread.ofPlatform().daemon().name(name + " writer").start(this::run);
    }

    /// Writes bytes behind the others, at once where nothing is before them; never waits. Called by one thread at a
    /// time.
    void add(byte[] bytes) {
        byte[] rest = bytes;
        if (behind.get() == 0) {
            try {
                int written = wire.offer(bytes);
                if (written == bytes.length) {
                    return;
                }
                rest = Arrays.copyOfRange(bytes, written, bytes.length);
            } catch (IOException e) {
                wire.close();
                return;
            }
        }
        behind.incrementAndGet();
        if (!queue.offer(rest)) {
            behind.decrementAndGet();
            long before = dropped;
            dropped = before + 1;
        }
    }

    long dropped() {
        return dropped;
    }

    void stop() {
        writer.interrupt();
    }

    private void run() {
        try {
            while (true) {
                wire.write(queue.take());
                behind.decrementAndGet();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // The reader of the same wire sees that it is gone, and says so.
            wire.close();
        }
    }
}
