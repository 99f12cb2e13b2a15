package org.maskguard.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maskguard.gateway.judging.SelfTest;
import org.maskguard.gateway.line.Command;
import org.maskguard.gateway.sim.Dialect;
import org.maskguard.gateway.sim.SimulatedPrinter;
import org.maskguard.gateway.wire.PseudoTerminal;
import org.maskguard.suite.ReferencePair;

/// A gateway that is killed at random instants, again and again, before a printer that goes on (W08).
class KilledGatewayTest {

    private static final long SEED = 20_261_125;
    private static final String DEPOSIT = "G[0-3] .*[XY].* E[0-9.]+.*";

    @TempDir
    private Path folder;

    private final List<String> mask = SelfTest.job(ReferencePair.refused().mesh());
    private SimulatedPrinter printer;
    private GatewayProcess gateway;
    private Path configuration;
    private int port;

    @BeforeEach
    void makePrinter() throws IOException {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "pseudo-terminals are made on Linux only");
        Path link = folder.resolve("printer");
        printer = new SimulatedPrinter(
                Dialect.MARLIN_2_1.hurried(300), () -> new PseudoTerminal(link), folder.resolve("printer.log"));
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        configuration = Files.writeString(folder.resolve("gateway.toml"), """
                folder = "store"
                http.address = "127.0.0.1:0"
                defaults.end.timeout = "1 s"
                defaults.end.last_wait = "300 ms"
                [[printer]]
                name = "p1"
                host = [{ tcp = "127.0.0.1:%d" }]
                port = { serial = "%s", baud = 250000 }
                safe.highest_mm = 200
                """.formatted(port, link));
    }

    @AfterEach
    void stop() {
        if (gateway != null) {
            gateway.close();
        }
        if (printer != null) {
            printer.close();
        }
    }

    @Test
    @Timeout(600)
    void killedAFewTimes() throws Exception {
        killed(3);
    }

    @Test
    @Tag("heavy")
    @Timeout(7200)
    void killedAHundredTimes() throws Exception {
        killed(100);
    }

    private void killed(int times) throws Exception {
        Random random = new Random(SEED);
        Set<String> ofMask = new HashSet<>(
                mask.stream().filter(line -> line.matches(DEPOSIT)).toList());
        System.out.println("seed " + SEED);
        start();
        assertThat(command("commission", "p1")).contains("accepted");
        for (int i = 0; i < times; i++) {
            clearBedAndAwaitOpen();
            boolean isMask = random.nextInt(3) == 0;
            long delay = random.nextLong(isMask ? 4000 : 6000);
            Thread host = Thread.ofPlatform().daemon().start(() -> send(isMask ? mask : box()));
            Thread.sleep(delay);
            gateway.kill();
            host.join();
            // What was under way to the printer is still carried out.
            Thread.sleep(300);
            int before = printed().size();
            start();
            gateway.await("the printer to be cold", this::isCold);

            assertThat(printed().subList(before, printed().size())).noneMatch(line -> line.matches(DEPOSIT));
            assertThat(listed()).containsAll(spooled());
            assertThat(command("jobs")).doesNotContain(" collecting ", " judging ", " waiting ", " printing ");
            assertThat(printed()).noneMatch(ofMask::contains);
            assertThat(command("audit", "store")).startsWith("The log holds");
        }
        assertThat(gateway.stop()).isZero();
    }

    private void start() throws IOException {
        gateway = new GatewayProcess(folder.resolve("out"), "run", "--config", configuration.toString());
        gateway.await("the daemon", () -> command("printers").startsWith("p1 "));
    }

    private void clearBedAndAwaitOpen() throws IOException {
        command("clear-bed", "p1");
        gateway.await("p1 to open", () -> command("printers").matches("(?s)p1 +-.*"));
    }

    /// What a command prints; empty where it fails.
    private String command(String... arguments) {
        List<String> all = new ArrayList<>(List.of("gateway"));
        all.addAll(List.of(arguments));
        if (arguments[0].equals("audit")) {
            all.set(2, folder.resolve(arguments[1]).toString());
        } else {
            all.addAll(List.of("--config", configuration.toString()));
        }
        return Ran.of(all.toArray(String[]::new)).out();
    }

    private boolean isCold() {
        return printer.look(marlin -> marlin.nozzle(System.nanoTime())[1]) == 0;
    }

    private List<String> listed() {
        return command("jobs").lines().map(line -> line.split(" ")[0]).toList();
    }

    private List<String> spooled() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("store/spool/p1"))) {
            return files.map(file -> file.getFileName().toString().replaceAll("\\.(job|part)$", ""))
                    .filter(name -> !name.contains("."))
                    .toList();
        }
    }

    private List<String> printed() {
        try {
            return Files.readAllLines(folder.resolve("printer.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As a host that sends eight lines at a time, until the gateway goes.
    private void send(List<String> job) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            StringBuilder text = new StringBuilder("N0 M110 N0*125\n");
            int number = 0;
            byte[] heard = new byte[8192];
            int waiting = 1;
            for (String line : job) {
                text.append(new String(new Command('G', 0, 0, line).numbered(++number), StandardCharsets.US_ASCII));
                waiting++;
                if (waiting == 8) {
                    socket.getOutputStream().write(text.toString().getBytes(StandardCharsets.US_ASCII));
                    text.setLength(0);
                    while (waiting > 0) {
                        int count = socket.getInputStream().read(heard);
                        if (count < 0) {
                            return;
                        }
                        String said = new String(heard, 0, count, StandardCharsets.US_ASCII);
                        waiting -= (int) said.lines()
                                .filter(each -> each.startsWith("ok"))
                                .count();
                    }
                }
            }
            text.append(new String(new Command('M', 400, 0, "M400").numbered(++number), StandardCharsets.US_ASCII));
            socket.getOutputStream().write(text.toString().getBytes(StandardCharsets.US_ASCII));
            while (socket.getInputStream().read(heard) >= 0) {
                // Until the gateway goes.
            }
        } catch (IOException e) {
            // It was killed.
            return;
        }
    }

    private static List<String> box() {
        List<String> job = new ArrayList<>(List.of("M104 S210", "M109 S210", "G28", "G90", "M83"));
        for (int layer = 0; layer < 60; layer++) {
            job.add("G1 Z" + layer + ".5 F9000");
            for (int side = 0; side < 4; side++) {
                job.add("G1 X" + (side < 2 ? 110 : 90) + " Y" + (side % 2 == 0 ? 110 : 90) + " E1.5 F1200");
            }
        }
        job.addAll(List.of("M104 S0", "M84"));
        return job;
    }
}
