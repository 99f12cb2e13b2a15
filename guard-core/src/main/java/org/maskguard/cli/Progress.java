package org.maskguard.cli;

import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// A bar with the time left, on a terminal's standard error, once a command has taken more than a second.
///
/// Safe to use from several threads. Where nobody watches, it does nothing.
public final class Progress implements AutoCloseable {

    private static final long PATIENCE_MS = 1000;
    private static final long REDRAW_MS = 200;
    private static final int WIDTH = 24;
    private static final String CLEAR = "\r\u001b[K";

    private final Terminal terminal;
    private final String noun;
    private final int things;
    private final long total;
    private final long began = System.nanoTime();
    private final ScheduledExecutorService clock;
    private int thingsDone;
    private long done;
    private boolean drawn;

    /// @param noun what is counted, such as `files`
    /// @param things how many there are
    /// @param total weight of all of them together, such as their bytes
    public Progress(Terminal terminal, String noun, int things, long total) {
        this.terminal = terminal;
        this.noun = noun;
        this.things = things;
        this.total = Math.max(1, total);
        if (terminal.errIsTerminal() && !terminal.isDumb()) {
            clock = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("progress").factory());
            clock.scheduleAtFixedRate(this::draw, PATIENCE_MS, REDRAW_MS, TimeUnit.MILLISECONDS);
        } else {
            clock = null;
        }
    }

    /// Says that one thing is done.
    ///
    /// @param weight its share of the total
    public synchronized void done(long weight) {
        thingsDone++;
        done += weight;
    }

    /// Runs something that writes to the terminal, with the bar out of its way.
    public synchronized void aside(Runnable writing) {
        clear();
        writing.run();
    }

    @Override
    public void close() {
        if (clock != null) {
            clock.shutdownNow();
        }
        synchronized (this) {
            clear();
        }
    }

    private synchronized void draw() {
        if (clock.isShutdown()) {
            return;
        }
        terminal.sayRaw(CLEAR + bar(done / (double) total, (System.nanoTime() - began) / 1e9));
        drawn = true;
    }

    private void clear() {
        if (drawn) {
            terminal.sayRaw(CLEAR);
            drawn = false;
        }
    }

    private String bar(double share, double seconds) {
        int full = (int) Math.round(share * WIDTH);
        String left = share > 0 ? clockTime(seconds / share - seconds) + " left" : clockTime(seconds) + " so far";
        return String.format(
                Locale.ROOT,
                "[%s%s] %d/%d %s, %s",
                "#".repeat(full),
                "-".repeat(WIDTH - full),
                thingsDone,
                things,
                noun,
                left);
    }

    private static String clockTime(double seconds) {
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }
}
