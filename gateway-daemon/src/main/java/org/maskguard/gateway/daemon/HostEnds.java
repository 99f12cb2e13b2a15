package org.maskguard.gateway.daemon;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.maskguard.gateway.host.HostEvent;
import org.maskguard.gateway.line.Emergency;
import org.maskguard.gateway.line.EmergencyScanner;
import org.maskguard.gateway.wire.Port;
import org.maskguard.gateway.wire.Wire;

/// The hosts' ways to one printer, of which one at a time holds the line; the others are told so (W11). Their
/// emergency words are heard all the same.
final class HostEnds implements AutoCloseable {

    private static final byte[] TAKEN =
            "echo:Maskguard: another host holds this printer\n".getBytes(StandardCharsets.US_ASCII);

    /// Where a way cannot tell that its host has left, this silence lets another have the line, ns.
    private static final long SILENCE = 30_000_000_000L;

    /// How often one that does not hold the line is told so, ns.
    private static final long BETWEEN_TOLD = 2_000_000_000L;

    /// Whoever the line leads to. Calls come one at a time, since they are made within [#run].
    interface Line {

        /// Does something alone.
        void run(Runnable what);

        /// A host holds the line from now on.
        void came();

        /// The host that held it has left.
        void gone();

        /// Bytes of the host that holds it.
        void received(byte[] bytes, int length);

        /// An emergency word of one that does not.
        void emergency(HostEvent.Emergency emergency);

        /// One of the ways cannot be opened.
        void missing(String why);
    }

    /// One way.
    ///
    /// @param opener opens it
    /// @param tells whether it shows that a host comes and leaves, which a serial port does not
    record Way(Wire.Opener opener, boolean tells) {}

    private final Line line;
    private final List<End> ends = new ArrayList<>();
    private End holder;

    HostEnds(String printer, List<Way> ways, Line line) {
        this.line = line;
        for (Way way : ways) {
            ends.add(new End(printer + " host " + (ends.size() + 1), way));
        }
    }

    void start() {
        ends.forEach(end -> end.port.start());
    }

    /// Whether a host holds the line.
    boolean isHeld() {
        return holder != null;
    }

    /// Writes to the host that holds the line.
    void write(byte[] bytes) {
        if (holder != null) {
            holder.port.write(bytes);
        }
    }

    @Override
    public void close() {
        ends.forEach(end -> end.port.close());
    }

    private final class End implements Port.Listener {

        private final Port port;
        private final boolean tells;
        private final EmergencyScanner emergencies = new EmergencyScanner();
        private boolean open;
        private long heard;
        private long told;

        End(String name, Way way) {
            tells = way.tells();
            port = new Port(name, way.opener(), false, this);
        }

        @Override
        public void opened() {
            line.run(() -> {
                open = true;
                take(System.nanoTime());
            });
        }

        @Override
        public void received(byte[] bytes, int length) {
            line.run(() -> {
                long now = System.nanoTime();
                heard = now;
                if (holder != this && !take(now)) {
                    overhear(bytes, length);
                } else {
                    line.received(bytes, length);
                }
            });
        }

        @Override
        public void gone() {
            line.run(() -> {
                open = false;
                if (holder == this) {
                    holder = null;
                    line.gone();
                }
            });
        }

        @Override
        public void missing(String why) {
            line.missing(why);
        }

        /// Takes the line where it is free; says whether it holds it now.
        private boolean take(long now) {
            if (holder != null && (holder.tells || now - holder.heard < SILENCE)) {
                if (told == 0 || now - told > BETWEEN_TOLD) {
                    told = now;
                    port.write(TAKEN);
                }
                return false;
            }
            if (holder != null) {
                line.gone();
            }
            holder = this;
            heard = now;
            line.came();
            return open;
        }

        private void overhear(byte[] bytes, int length) {
            for (int i = 0; i < length; i++) {
                Emergency word = emergencies.take(bytes[i]);
                if (word != null) {
                    line.emergency(new HostEvent.Emergency(word, Math.max(0, emergencies.index())));
                }
            }
        }
    }
}
