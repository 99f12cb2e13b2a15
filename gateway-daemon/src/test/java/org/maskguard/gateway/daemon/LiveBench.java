package org.maskguard.gateway.daemon;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.maskguard.Guard;
import org.maskguard.gateway.config.Configuration;
import org.maskguard.gateway.config.InvalidConfiguration;
import org.maskguard.gateway.gate.JobState;
import org.maskguard.gateway.judging.SelfTest;
import org.maskguard.gateway.wire.SerialWire;
import org.maskguard.gateway.wire.TcpWire;
import org.maskguard.io.Mesh;
import org.maskguard.suite.ReferencePair;

/// A whole daemon in the test's process: real wires, the real clock, the real guard, simulated printers.
final class LiveBench implements AutoCloseable {

    private static final long PATIENCE = 120_000_000_000L;

    final Path folder;
    final MemoryBooks books = new MemoryBooks();
    final List<String> notes = Collections.synchronizedList(new ArrayList<>());
    final Daemon daemon;
    private final int firstPort;

    /// @param printers the names of simulated printers, each with a pseudo-terminal and a TCP port for hosts
    /// @param more lines of configuration for all of them
    LiveBench(Path folder, List<String> printers, String more) throws IOException, InvalidConfiguration {
        this.folder = folder;
        firstPort = freePorts(printers.size());
        StringBuilder text = new StringBuilder("folder = \".\"\n" + more + "\n");
        for (int i = 0; i < printers.size(); i++) {
            String name = printers.get(i);
            text.append("[[printer]]\nname = \"" + name + "\"\n");
            text.append("host = [{ tcp = \"127.0.0.1:" + (firstPort + i) + "\" }, { pty = \"" + name + "\" }]\n");
            text.append("port = { simulated = true, log = \"" + name + ".log\", hurry = 2000 }\n");
            text.append("safe.highest_mm = 200\n");
        }
        Configuration configuration = Configuration.parse(text.toString(), folder);
        Guard guard = Guard.open(configuration.policy());
        daemon = new Daemon(
                configuration, guard, books, (printer, what, fault) -> notes.add(printer + ": " + what + " " + fault));
        daemon.start();
    }

    static LiveBench usual(Path folder) throws IOException, InvalidConfiguration {
        LiveBench bench = new LiveBench(folder, List.of("p1"), "");
        bench.awaitOpen();
        return bench;
    }

    /// Accepts all printers as they are, and waits until they are open.
    void awaitOpen() {
        for (PrinterStatus printer : daemon.printers()) {
            awaitMachine(printer.name());
            daemon.commission(printer.name());
            await(
                    () -> printer.name() + " to open",
                    () -> status(printer.name()).closed().isEmpty(),
                    PATIENCE);
        }
    }

    void awaitMachine(String printer) {
        await(
                () -> printer + " to say what it is",
                () -> !status(printer).machine().isEmpty(),
                PATIENCE);
    }

    PrinterStatus status(String printer) {
        return daemon.printers().stream()
                .filter(each -> each.name().equals(printer))
                .findFirst()
                .orElseThrow();
    }

    /// A host at a printer's TCP port.
    TestHost host(int printer) throws IOException {
        TestHost host = new TestHost(TcpWire.connect("127.0.0.1", firstPort + printer));
        return host;
    }

    int port(int printer) {
        return firstPort + printer;
    }

    /// A host at a printer's pseudo-terminal.
    TestHost hostAtTerminal(String printer) throws IOException {
        Path link = folder.resolve(printer);
        await(() -> "the link " + link, () -> Files.exists(link), PATIENCE);
        return new TestHost(new SerialWire(link.toString(), 115_200));
    }

    /// Waits until the job that was begun last is over, and says how.
    JobState awaitOver() {
        await(() -> "the job to be over: " + books.newest(), () -> isOver(books.newest()), PATIENCE);
        return books.state(books.newest());
    }

    private boolean isOver(String job) {
        return !job.isEmpty()
                && switch (books.state(job)) {
                    case COLLECTING, JUDGING, WAITING, PRINTING -> false;
                    default -> true;
                };
    }

    /// What a printer carried out.
    List<String> printed(String printer) throws IOException {
        return Files.readAllLines(folder.resolve(printer + ".log"));
    }

    /// The lines of what a printer carried out that lay material down.
    List<String> deposits(String printer) throws IOException {
        return printed(printer).stream()
                .filter(line -> line.matches("G[0-3] .*[XY].* E[0-9.]+.*"))
                .toList();
    }

    @Override
    public void close() {
        daemon.close();
    }

    /// A print job of the reference mask.
    static List<String> mask() {
        return SelfTest.job(ReferencePair.refused().mesh());
    }

    /// A print job of the reference mask standing: its nose is laid long before its forehead.
    static List<String> standingMask() {
        Mesh lying = ReferencePair.refused().mesh();
        float[] xyz = lying.xyz().clone();
        float low = Float.MAX_VALUE;
        for (int i = 0; i < xyz.length; i += 3) {
            float up = xyz[i + 1];
            xyz[i + 1] = -xyz[i + 2];
            xyz[i + 2] = up;
            low = Math.min(low, up);
        }
        for (int i = 2; i < xyz.length; i += 3) {
            xyz[i] -= low;
        }
        return SelfTest.job(new Mesh(xyz, lying.corners()));
    }

    /// A print job of a hollow box.
    static List<String> box() {
        List<String> job = new ArrayList<>(List.of("M104 S210", "M109 S210", "G28", "G90", "M83"));
        for (int layer = 0; layer < 30; layer++) {
            job.add("G1 Z" + layer + ".5 F9000");
            job.add("G0 X90 Y90");
            job.add("G1 X110 Y90 E1.5");
            job.add("G1 X110 Y110 E1.5");
            job.add("G1 X90 Y110 E1.5");
            job.add("G1 X90 Y90 E1.5");
        }
        job.addAll(List.of("M104 S0", "M84"));
        return job;
    }

    static void await(Supplier<String> what, BooleanSupplier condition, long patience) {
        long end = System.nanoTime() + patience;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + what.get());
            }
            try {
                Thread.sleep(1);
            } catch (InterruptedException e) {
                throw new AssertionError("interrupted", e);
            }
        }
    }

    /// The first of some ports that nobody has at the moment.
    private static int freePorts(int count) throws IOException {
        while (true) {
            List<ServerSocket> sockets = new ArrayList<>();
            try {
                ServerSocket first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                sockets.add(first);
                for (int i = 1; i < count; i++) {
                    sockets.add(new ServerSocket(first.getLocalPort() + i, 1, InetAddress.getLoopbackAddress()));
                }
                return first.getLocalPort();
            } catch (IOException e) {
                continue;
            } finally {
                for (ServerSocket socket : sockets) {
                    socket.close();
                }
            }
        }
    }
}
