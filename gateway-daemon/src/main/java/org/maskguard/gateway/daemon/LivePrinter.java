package org.maskguard.gateway.daemon;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.maskguard.gateway.gate.Gate;
import org.maskguard.gateway.gate.GateSettings;
import org.maskguard.gateway.gate.Judge;
import org.maskguard.gateway.gate.Judgement;
import org.maskguard.gateway.gate.Ledger;
import org.maskguard.gateway.host.HostEvent;
import org.maskguard.gateway.judging.Waiting;
import org.maskguard.gateway.spool.SpoolFolder;
import org.maskguard.gateway.wire.Port;
import org.maskguard.gateway.wire.Wire;

/// One printer's gate on real wires and the real clock. Nothing of it is shared with other printers but
/// the threads that judge.
///
/// Each wire's reader carries its bytes through, and a timer does the rest, all under one lock, within
/// which nothing waits for the disk, the store or the guard.
final class LivePrinter implements AutoCloseable {

    /// Makes the judge of one printer, given who waits for its verdicts.
    interface Bench {
        Judge judge(SpoolFolder spools, Waiting waiting);
    }

    private static final long AFTER_FAULT = 1_000_000_000L;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition sooner = lock.newCondition();
    private final String name;
    private final SpoolFolder spools;
    private final BiConsumer<String, Throwable> log;
    private final ExecutorService disk;
    private final HostEnds hosts;
    private final Port printer;
    private final Gate gate;
    private final Thread timer;
    private String lastMissing = "";
    private volatile boolean closed;

    /// @param spools the folder of this printer's jobs
    /// @param log gets what went wrong, one clause, and the fault or null
    /// @throws IOException where what lies on the printer's bed cannot be read
    LivePrinter(
            GateSettings settings,
            List<HostEnds.Way> ways,
            Wire.Opener opener,
            SpoolFolder spools,
            Bench bench,
            Ledger ledger,
            BiConsumer<String, Throwable> log)
            throws IOException {
        name = settings.printer();
        this.spools = spools;
        this.log = log;
        disk = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(name + " disk").factory());
        hosts = new HostEnds(name, ways, new HostLine());
        // A printer has one line under way: a write never waits for long, and an emergency word for nothing.
        printer = new Port(name + " printer", opener, true, new PrinterPort());
        gate = new Gate(
                settings,
                hosts::write,
                printer::write,
                spools,
                bench.judge(spools, new Verdicts()),
                ledger,
                this::keep);
        gate.bar("the gateway has not tested itself yet", System.nanoTime());
        timer = Thread.ofPlatform().daemon().name(name + " timer").unstarted(this::keepTime);
    }

    /// Opens the ports.
    void start() {
        timer.start();
        printer.start();
        hosts.start();
    }

    SpoolFolder spools() {
        return spools;
    }

    /// Asks the gate something, or tells it something, at the present instant.
    <T> T tell(Function<Gate, T> what) {
        lock.lock();
        try {
            long before = gate.next();
            T answer = what.apply(gate);
            if (gate.next() < before) {
                sooner.signalAll();
            }
            return answer;
        } finally {
            lock.unlock();
        }
    }

    PrinterStatus status() {
        return tell(here -> new PrinterStatus(
                name,
                here.closed(),
                hosts.isHeld(),
                here.machine() == null ? "" : here.machine().text(),
                here.job(),
                here.state() == null ? "" : here.state().word()));
    }

    /// Keeps the printer closed for a reason that lies in the gateway; empty: no longer.
    void bar(String why) {
        run(() -> gate.bar(why, System.nanoTime()));
    }

    /// Stops what is under way and waits until the printer is safe, but not for long.
    ///
    /// @param deadline until when, by `System.nanoTime()`
    void stopWork(long deadline) {
        run(() -> gate.stopWork(System.nanoTime()));
        lock.lock();
        try {
            while (!gate.isAtRest() && System.nanoTime() < deadline) {
                if (!sooner.await(20, TimeUnit.MILLISECONDS)) {
                    continue;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        timer.interrupt();
        hosts.close();
        printer.close();
        disk.shutdown();
        try {
            if (!disk.awaitTermination(5, TimeUnit.SECONDS)) {
                log.accept("the disk does not come to its end", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Does something alone. Where it fails, the printer is closed and the others go on; says whether it
    /// did not.
    private boolean run(Runnable what) {
        try {
            tell(here -> {
                what.run();
                return null;
            });
            return true;
        } catch (RuntimeException | Error fault) {
            log.accept("a fault of the gateway; the printer is closed", fault);
            tell(here -> {
                here.bar("a fault of the gateway: " + fault, System.nanoTime());
                return null;
            });
            return false;
        }
    }

    private void keep(Runnable writing) {
        disk.execute(() -> {
            writing.run();
            run(() -> gate.tick(System.nanoTime()));
        });
    }

    private void keepTime() {
        while (!closed) {
            boolean failed = !run(() -> {
                if (gate.next() <= System.nanoTime()) {
                    gate.tick(System.nanoTime());
                }
            });
            lock.lock();
            try {
                // What fails is not tried again at once.
                long wait = failed ? AFTER_FAULT : gate.next() - System.nanoTime();
                if (wait > 0 && sooner.awaitNanos(wait) > 0) {
                    // Something is due earlier now.
                    continue;
                }
            } catch (InterruptedException e) {
                return;
            } finally {
                lock.unlock();
            }
        }
    }

    private void missing(String end, String why) {
        String text = "the " + end + " cannot be reached: " + why;
        if (!closed && !text.equals(lastMissing)) {
            lastMissing = text;
            log.accept(text, null);
        }
    }

    private final class Verdicts implements Waiting {

        @Override
        public void judged(String job, Judgement judgement) {
            run(() -> gate.judged(job, judgement, System.nanoTime()));
        }

        @Override
        public void suspected(String job, String sentence) {
            run(() -> gate.suspected(job, sentence, System.nanoTime()));
        }

        @Override
        public void caughtUp() {
            run(() -> gate.tick(System.nanoTime()));
        }
    }

    private final class HostLine implements HostEnds.Line {

        @Override
        public void run(Runnable what) {
            LivePrinter.this.run(what);
        }

        @Override
        public void came() {
            gate.hostCame(System.nanoTime());
        }

        @Override
        public void gone() {
            gate.hostGone(System.nanoTime());
        }

        @Override
        public void received(byte[] bytes, int length) {
            gate.fromHost(bytes, 0, length, System.nanoTime());
        }

        @Override
        public void emergency(HostEvent.Emergency emergency) {
            gate.emergency(emergency, System.nanoTime());
        }

        @Override
        public void missing(String why) {
            LivePrinter.this.missing("host's end", why);
        }
    }

    private final class PrinterPort implements Port.Listener {

        @Override
        public void opened() {
            run(() -> gate.printerOpened(System.nanoTime()));
        }

        @Override
        public void received(byte[] bytes, int length) {
            run(() -> gate.fromPrinter(bytes, 0, length, System.nanoTime()));
        }

        @Override
        public void gone() {
            run(() -> gate.printerGone(System.nanoTime()));
        }

        @Override
        public void missing(String why) {
            LivePrinter.this.missing("printer", why);
        }
    }
}
