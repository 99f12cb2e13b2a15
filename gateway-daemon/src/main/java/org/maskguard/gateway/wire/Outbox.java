package org.maskguard.gateway.wire;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;

/// Writes to a wire from a thread of its own, so that nobody waits for a reader that does not read.
///
/// What finds no room is dropped and counted: whoever reads so slowly has lost its answers.
final class Outbox {

    private static final int MOST = 4096;

    private final ArrayBlockingQueue<byte[]> queue = new ArrayBlockingQueue<>(MOST);
    private final Wire wire;
    private final Thread writer;
    private volatile long dropped;

    Outbox(Wire wire, String name) {
        this.wire = wire;
        writer = Thread.ofPlatform().daemon().name(name + " writer").start(this::run);
    }

    /// Puts bytes behind the others; never waits. Called by one thread at a time.
    void add(byte[] bytes) {
        if (!queue.offer(bytes)) {
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
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // The reader of the same wire sees that it is gone, and says so.
            wire.close();
        }
    }
}
