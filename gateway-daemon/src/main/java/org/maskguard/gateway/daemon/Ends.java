package org.maskguard.gateway.daemon;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.maskguard.gateway.config.End;
import org.maskguard.gateway.sim.Dialect;
import org.maskguard.gateway.sim.SimulatedPrinter;
import org.maskguard.gateway.wire.MemoryPlug;
import org.maskguard.gateway.wire.SerialWire;
import org.maskguard.gateway.wire.TcpDoor;
import org.maskguard.gateway.wire.TcpWire;
import org.maskguard.gateway.wire.TerminalDoor;
import org.maskguard.gateway.wire.Wire;

/// Makes wires of what is configured, and closes what it made.
final class Ends implements AutoCloseable {

    private final List<AutoCloseable> made = new ArrayList<>();

    /// A hosts' way to a printer.
    HostEnds.Way host(End end) {
        return switch (end) {
            case End.Pty pty -> new HostEnds.Way(kept(() -> new TerminalDoor(pty.link())), true);
            case End.Tcp tcp ->
                new HostEnds.Way(kept(() -> new TcpDoor(InetAddress.getByName(tcp.host()), tcp.port())), true);
            case End.Serial serial -> new HostEnds.Way(() -> new SerialWire(serial.port(), serial.baud()), false);
            case End.Simulated _ -> throw new IllegalArgumentException("no host is simulated");
        };
    }

    /// The way to a printer.
    ///
    /// @throws IOException where a simulated one cannot write its log
    Wire.Opener printer(End end) throws IOException {
        return switch (end) {
            case End.Serial serial -> () -> new SerialWire(serial.port(), serial.baud());
            case End.Tcp tcp -> () -> TcpWire.connect(tcp.host(), tcp.port());
            case End.Simulated simulated -> {
                MemoryPlug plug = new MemoryPlug();
                Dialect dialect = Dialect.MARLIN_2_1.hurried(simulated.hurry());
                add(new SimulatedPrinter(dialect, plug.there(), simulated.log()));
                yield plug.here();
            }
            case End.Pty _ -> throw new IllegalArgumentException("no printer is at a pseudo-terminal of ours");
        };
    }

    @Override
    public synchronized void close() {
        for (AutoCloseable each : made) {
            try {
                each.close();
            } catch (Exception e) {
                throw new IllegalStateException("an end does not close", e);
            }
        }
        made.clear();
    }

    private synchronized void add(AutoCloseable closeable) {
        made.add(closeable);
    }

    /// Makes something that hosts come to.
    private interface Maker<T> {
        T make() throws IOException;
    }

    /// Opens what is made when it is first opened, so that one that cannot be made is tried again.
    private <T extends Wire.Opener & AutoCloseable> Wire.Opener kept(Maker<T> maker) {
        return new Wire.Opener() {
            private T door;

            @Override
            public Wire open() throws IOException {
                if (door == null) {
                    door = maker.make();
                    add(door);
                }
                return door.open();
            }
        };
    }
}
