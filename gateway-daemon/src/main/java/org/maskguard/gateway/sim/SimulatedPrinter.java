package org.maskguard.gateway.sim;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.maskguard.gateway.wire.Port;
import org.maskguard.gateway.wire.Wire;

/// A [Marlin] on a real wire and the real clock, with its `printer.log`: one line for each command that it carried out.
public final class SimulatedPrinter implements AutoCloseable {

    private static final long LONG = 1_000_000_000L;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final PrintWriter log;
    private final Marlin marlin;
    private final Port port;
    private final Thread timer;
    private volatile boolean closed;

    /// Switches it on.
    ///
    /// @param logFile gets the commands; emptied first
    public SimulatedPrinter(Dialect dialect, Wire.Opener wire, Path logFile) throws IOException {
        log = new PrintWriter(Files.newBufferedWriter(logFile, StandardCharsets.ISO_8859_1), true);
        port = new Port("simulated printer", wire, true, new Serial());
        marlin = new Marlin(dialect, this::say, log::println, System.nanoTime());
        timer = Thread.ofPlatform().daemon().name("simulated printer").start(this::keepTime);
        port.start();
    }

    /// Asks the printer something, or does something to it, such as resetting it, at the present instant.
    public <T> T look(Function<Marlin, T> question) {
        lock.lock();
        try {
            marlin.advance(System.nanoTime());
            T answer = question.apply(marlin);
            changed.signal();
            return answer;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        timer.interrupt();
        port.close();
        lock.lock();
        try {
            log.close();
        } finally {
            lock.unlock();
        }
    }

    private void say(String line) {
        port.write((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    private void keepTime() {
        lock.lock();
        try {
            while (!closed) {
                marlin.advance(System.nanoTime());
                long wait = Math.min(LONG, marlin.next() - System.nanoTime());
                if (wait > 0 && changed.awaitNanos(wait) > 0) {
                    // Something else may be due now.
                    continue;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private final class Serial implements Port.Listener {

        @Override
        public void opened() {}

        @Override
        public void received(byte[] bytes, int length) {
            lock.lock();
            try {
                long before = marlin.next();
                marlin.receive(bytes, 0, length, System.nanoTime());
                if (marlin.next() < before) {
                    changed.signal();
                }
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void gone() {}

        @Override
        public void missing(String why) {}
    }
}
