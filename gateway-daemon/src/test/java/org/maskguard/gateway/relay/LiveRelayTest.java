package org.maskguard.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maskguard.gateway.line.Command;
import org.maskguard.gateway.printer.Patience;
import org.maskguard.gateway.sim.Dialect;
import org.maskguard.gateway.sim.Marlin;
import org.maskguard.gateway.sim.SimulatedPrinter;
import org.maskguard.gateway.wire.PseudoTerminal;
import org.maskguard.gateway.wire.SerialWire;

/// A host, the relay and a simulated printer on real pseudo-terminals: the host's port and the printer's, both opened
/// as
/// serial ports.
@Timeout(120)
class LiveRelayTest {

    @TempDir
    private Path folder;

    private SimulatedPrinter printer;
    private LiveRelay relay;
    private SerialWire host;
    private final byte[] bytes = new byte[4096];
    private final StringBuilder heard = new StringBuilder();

    @BeforeEach
    void connect() throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "pseudo-terminals are made on Linux only");
        Path printerPort = folder.resolve("printer");
        Path hostPort = folder.resolve("host");
        Dialect quick = new Dialect(4, 1024, true, false, true, true, 0.05, 1000);
        printer = new SimulatedPrinter(quick, () -> new PseudoTerminal(printerPort), folder.resolve("printer.log"));
        await(printerPort);
        relay = new LiveRelay(
                () -> new PseudoTerminal(hostPort),
                () -> new SerialWire(printerPort.toString(), 250_000),
                Patience.USUAL,
                1);
        await(hostPort);
        host = new SerialWire(hostPort.toString(), 115_200);
    }

    @AfterEach
    void disconnect() {
        if (host != null) {
            host.close();
            relay.close();
            printer.close();
        }
    }

    @Test
    void aJobArrivesAsItWasSent() throws IOException {
        List<String> job = new ArrayList<>(List.of("M140 S60", "M104 S200", "M109 S200", "G28", "M83"));
        for (int i = 0; i < 2000; i++) {
            job.add("G1 X" + i % 200 + " Y" + i % 97 + ".5 E0.25 F3000");
        }
        host.write("N0 M110 N0*125\n".getBytes(StandardCharsets.US_ASCII));
        awaitOk();
        for (int i = 0; i < job.size(); i++) {
            host.write(new Command('G', 0, 0, job.get(i)).numbered(i + 1));
            awaitOk();
        }

        List<String> log = Files.readAllLines(folder.resolve("printer.log"));
        log.removeIf(line -> line.equals("M105") || line.equals("M110 N0"));
        assertThat(log).isEqualTo(job);
        assertThat(printer.look(Marlin::extruded)).isEqualTo(500);
    }

    /// An emergency stop passes in the middle of a wait of minutes; `RelayTest` says how soon.
    @Test
    void anEmergencyStopArrivesAtOnce() throws Exception {
        host.write("M104 S250\nG4 S100000\n".getBytes(StandardCharsets.US_ASCII));
        awaitOk();
        long begin = System.nanoTime();
        host.write("M112\n".getBytes(StandardCharsets.US_ASCII));
        while (!printer.look(Marlin::isDead)) {
            assertThat(System.nanoTime() - begin).isLessThan(5_000_000_000L);
            Thread.sleep(1);
        }

        assertThat(nozzleTarget()).isZero();
    }

    @Test
    void aResetIsToldToTheHostAndTheNextJobPasses() throws Exception {
        host.write("M105\n".getBytes(StandardCharsets.US_ASCII));
        awaitOk();
        heard.setLength(0);
        printer.look(marlin -> {
            marlin.reset(System.nanoTime());
            return null;
        });
        awaitLine("start");
        host.write("M104 S42\n".getBytes(StandardCharsets.US_ASCII));
        awaitOk();

        assertThat(nozzleTarget()).isEqualTo(42);
    }

    /// Unplugging: the host is told, and when the printer is there again the next job passes.
    @Test
    void aPrinterThatIsUnpluggedIsOpenedAgain() throws Exception {
        host.write("M105\n".getBytes(StandardCharsets.US_ASCII));
        awaitOk();
        heard.setLength(0);
        printer.close();
        awaitLine("start");
        Path port = folder.resolve("printer");
        Dialect quick = new Dialect(4, 1024, true, false, true, true, 0.05, 1000);
        printer = new SimulatedPrinter(quick, () -> new PseudoTerminal(port), folder.resolve("printer.log"));
        host.write("M104 S42\n".getBytes(StandardCharsets.US_ASCII));
        awaitOk();

        assertThat(nozzleTarget()).isEqualTo(42);
    }

    private double nozzleTarget() {
        return printer.look(marlin -> marlin.nozzle(System.nanoTime())[1]);
    }

    private void awaitOk() throws IOException {
        while (true) {
            int end = heard.indexOf("\n");
            if (end < 0) {
                hear();
                continue;
            }
            String line = heard.substring(0, end);
            heard.delete(0, end + 1);
            if (line.equals("ok") || line.startsWith("ok ")) {
                return;
            }
            assertThat(line).doesNotStartWith("Resend");
        }
    }

    private void awaitLine(String line) throws IOException {
        while (!Arrays.asList(heard.toString().split("\n")).contains(line)) {
            hear();
        }
        heard.setLength(0);
    }

    private void hear() throws IOException {
        int count = host.read(bytes);
        assertThat(count).isPositive();
        heard.append(new String(bytes, 0, count, StandardCharsets.US_ASCII));
    }

    private static void await(Path link) throws InterruptedException {
        while (!Files.exists(link)) {
            Thread.sleep(5);
        }
    }
}
