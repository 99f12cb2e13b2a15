package org.maskguard.gateway.relay;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.maskguard.gateway.printer.Patience;
import org.maskguard.gateway.wire.Port;
import org.maskguard.gateway.wire.Wire;

/// A [Relay] on real wires and the real clock: each wire's reader carries its bytes through, and a timer does the rest.
public final class LiveRelay implements AutoCloseable {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition sooner = lock.newCondition();
    private final Port host;
    private final Port printer;
    private final Relay relay;
    private final Thread timer;
    private volatile boolean closed;

    /// Begins to relay between the two.
    ///
    /// @param window how many commands are under way to the printer at a time; see [Relay]
    public LiveRelay(Wire.Opener host, Wire.Opener printer, Patience patience, int window) {
        this.host = new Port("host", host, false, new Host());
        // A printer has one line under way: a write never waits for long, and an emergency word for nothing.
        this.printer = new Port("printer", printer, true, new Printer());
        relay = new Relay(this.host::write, this.printer::write, patience, window);
        timer = Thread.ofPlatform().daemon().name("relay timer").start(this::keepTime);
        this.printer.start();
        this.host.start();
    }

    @Override
    public void close() {
        closed = true;
        timer.interrupt();
        host.close();
        printer.close();
    }

    private void run(Runnable what) {
        lock.lock();
        try {
            long before = relay.next();
            what.run();
            if (relay.next() < before) {
                sooner.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private void keepTime() {
        lock.lock();
        try {
            while (!closed) {
                long wait = relay.next() - System.nanoTime();
                if (wait <= 0) {
                    relay.tick(System.nanoTime());
                } else if (sooner.awaitNanos(wait) > 0) {
                    // Something is due earlier now.
                    continue;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private final class Host implements Port.Listener {

        @Override
        public void opened() {
            run(() -> relay.host().say("start"));
        }

        @Override
        public void received(byte[] bytes, int length) {
            run(() -> relay.fromHost(bytes, 0, length, System.nanoTime()));
        }

        @Override
        public void gone() {}

        @Override
        public void missing(String why) {}
    }

    private final class Printer implements Port.Listener {

        @Override
        public void opened() {
            run(() -> relay.open(System.nanoTime()));
        }

        @Override
        public void received(byte[] bytes, int length) {
            run(() -> relay.fromPrinter(bytes, 0, length, System.nanoTime()));
        }

        @Override
        public void gone() {
            run(() -> relay.close(System.nanoTime()));
        }

        @Override
        public void missing(String why) {}
    }
}
