package org.maskguard.gateway.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.maskguard.gateway.gate.JobState;

/// Hosts that flood (W10), and two of them at one printer (W11).
@Timeout(300)
class UninvitedHostsTest {

    private static final int FLOOD_BYTES = 64 << 20;
    private static final int CONNECTIONS = 1000;

    @TempDir
    private Path folder;

    private LiveBench bench;

    @BeforeEach
    void onLinux() {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "pseudo-terminals are made on Linux only");
    }

    @Test
    void w11OneOfTwoHostsHoldsTheLineAndTheOtherIsTold() throws Exception {
        try (LiveBench usual = LiveBench.usual(folder);
                TestHost first = usual.host(0)) {
            first.type("M105");
            // At the same way in: told, and sent away.
            try (TestHost second = usual.host(0)) {
                second.awaitHeard("echo:Maskguard: another host holds this printer");
            }
            // At another way in: told, and heard again once the line is free.
            try (TestHost second = usual.hostAtTerminal("p1")) {
                second.awaitHeard("echo:Maskguard: another host holds this printer");
                second.write("G1 X10 E5\nM104 S200\n");
                first.type("M105");
                assertThat(usual.printed("p1")).doesNotContain("M104 S200");

                first.close();
                LiveBench.await(() -> "the line", () -> !usual.status("p1").host(), 20_000_000_000L);
                second.type("M104 S42");
                LiveBench.await(() -> "M104 S42", () -> isPrinted(usual, "M104 S42"), 20_000_000_000L);
            }
        }
    }

    @Test
    void w11AnEmergencyStopOfTheOtherHostIsHeardAllTheSame() throws Exception {
        try (LiveBench usual = LiveBench.usual(folder);
                TestHost first = usual.host(0);
                TestHost second = usual.hostAtTerminal("p1")) {
            first.type("M105");
            second.write("M112\n");

            LiveBench.await(
                    () -> "the printer to be halted",
                    () -> usual.status("p1").closed().contains("halted"),
                    20_000_000_000L);
        }
    }

    @Test
    void w10AFloodAtOnePrinterLeavesTheOtherAlone() throws Exception {
        bench = new LiveBench(folder, List.of("p1", "p2"), "");
        try (LiveBench both = bench) {
            both.awaitOpen();
            Thread flood = Thread.ofPlatform().daemon().start(() -> flood(both.port(0)));
            long before = used();
            try (TestHost host = both.host(1)) {
                host.octoPrintSends(LiveBench.box());
                assertThat(both.awaitOver()).isEqualTo(JobState.DONE);
            }
            flood.join();
            assertThat(both.deposits("p2")).hasSize(120);
            assertThat(both.deposits("p1")).isEmpty();
            assertThat(used() - before).isLessThan(FLOOD_BYTES / 2);

            // The flooded one still works.
            try (TestHost host = both.host(0)) {
                host.octoPrintSends(LiveBench.box());
                assertThat(both.awaitOver()).isEqualTo(JobState.DONE);
            }
        }
    }

    /// A line without an end, then many connections that say nothing.
    private static void flood(int port) {
        byte[] noEnd = new byte[1 << 16];
        Arrays.fill(noEnd, (byte) 'G');
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            for (int sent = 0; sent < FLOOD_BYTES; sent += noEnd.length) {
                out.write(noEnd);
            }
            for (int i = 0; i < CONNECTIONS; i++) {
                try (Socket other = new Socket(InetAddress.getLoopbackAddress(), port)) {
                    assertThat(other.isConnected()).isTrue();
                }
            }
        } catch (IOException e) {
            throw new AssertionError("the flooded end broke", e);
        }
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static boolean isPrinted(LiveBench bench, String line) {
        try {
            return bench.printed("p1").contains(line);
        } catch (IOException e) {
            return false;
        }
    }
}
