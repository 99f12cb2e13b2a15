package org.maskguard.gateway.wire;

import java.io.IOException;
import java.time.Duration;

/// Keeps a wire open: opens it, reads it, and opens it again when it goes, until it is closed.
public final class Port implements AutoCloseable {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int MOST_READ = 4096;

    /// Whoever is at this side of the wire. Calls come one after the other.
    public interface Listener {

        /// The wire is open; [Port#write] reaches the other side from now on.
        void opened();

        /// Bytes came: the first `length` of an array that is used again.
        void received(byte[] bytes, int length);

        /// The wire has gone.
        void gone();

        /// It cannot be opened; this is tried again.
        ///
        /// @param why one sentence
        void missing(String why);
    }

    private final Wire.Opener opener;
    private final Listener listener;
    private final String name;
    private final boolean waits;
    private final Thread thread;
    private volatile Wire wire;
    private volatile Outbox outbox;
    private volatile boolean closed;

    /// Begins to keep a wire open.
    ///
    /// @param name for threads
    /// @param waits whether whoever writes waits until the wire has taken it; otherwise a thread of its own writes,
    /// and what
    ///     a slow reader leaves behind is dropped in the end
    public Port(String name, Wire.Opener opener, boolean waits, Listener listener) {
        this.name = name;
        this.opener = opener;
        this.waits = waits;
        this.listener = listener;
        thread = Thread.ofPlatform().daemon().name(name + " reader").unstarted(this::run);
    }

    /// Begins.
    public void start() {
        thread.start();
    }

    /// Writes, where the wire is open; else the bytes are lost, as on a cable that was pulled.
    public void write(byte[] bytes) {
        Outbox box = outbox;
        Wire open = wire;
        if (box != null) {
            box.add(bytes);
        } else if (open != null) {
            try {
                open.write(bytes);
            } catch (IOException e) {
                open.close();
            }
        }
    }

    /// Resets what is at the other side, where there is a way.
    public void reset() throws IOException {
        Wire open = wire;
        if (open != null) {
            open.reset();
        }
    }

    @Override
    public void close() {
        closed = true;
        Wire open = wire;
        if (open != null) {
            open.close();
        }
        thread.interrupt();
    }

    /// Waits until the wire is closed for good; after [#close].
    public void join() throws InterruptedException {
        thread.join();
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        while (!closed) {
            try (Wire open = opener.open()) {
                pause = FIRST_PAUSE;
                use(open);
            } catch (IOException e) {
                listener.missing(String.valueOf(e.getMessage()));
            } finally {
                stopUsing();
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                break;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private void use(Wire open) throws IOException {
        outbox = waits ? null : new Outbox(open, name);
        wire = open;
        if (closed) {
            // Closed while it was being opened, by one who saw no wire to close.
            return;
        }
        listener.opened();
        byte[] bytes = new byte[MOST_READ];
        for (int count = open.read(bytes); count >= 0 && !closed; count = open.read(bytes)) {
            listener.received(bytes, count);
        }
    }

    private void stopUsing() {
        boolean was = wire != null;
        wire = null;
        Outbox box = outbox;
        outbox = null;
        if (box != null) {
            box.stop();
        }
        if (was) {
            listener.gone();
        }
    }
}
