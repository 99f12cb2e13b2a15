package org.maskguard.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Issue 4, "Ends": bytes arrive as they were sent, whatever carries them.
@Timeout(60)
class WireTest {

    @TempDir
    private Path folder;

    @Test
    void memoryCarriesBothWays() throws IOException {
        MemoryWire[] ends = MemoryWire.pair();
        assertCarries(ends[0], ends[1]);
        assertCarries(ends[1], ends[0]);
        ends[0].close();
        assertThat(ends[1].read(new byte[10])).isEqualTo(-1);
    }

    @Test
    void tcpCarriesBothWays() throws Exception {
        try (TcpDoor door = new TcpDoor(InetAddress.getLoopbackAddress(), 0);
                Wire there = connectWhenWaiting(door);
                Wire here = opened) {
            assertCarries(here, there);
            assertCarries(there, here);
        }
    }

    private Wire opened;

    private Wire connectWhenWaiting(TcpDoor door) throws Exception {
        Thread opener = Thread.ofVirtual().start(() -> {
            try {
                opened = door.open();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        while (opener.getState() != Thread.State.WAITING) {
            Thread.sleep(10);
        }
        Wire there = TcpWire.connect("localhost", door.port());
        opener.join();
        return there;
    }

    /// W11: one host holds the line, the other is told.
    @Test
    void aSecondTcpHostIsToldAndSentAway() throws Exception {
        try (TcpDoor door = new TcpDoor(InetAddress.getLoopbackAddress(), 0);
                Wire first = connectWhenWaiting(door);
                Socket second = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
            String told = new String(second.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            assertThat(told).isEqualTo("echo:Maskguard: another host holds this printer\n");
            assertCarries(first, opened);
        }
    }

    @Test
    void aPseudoTerminalCarriesBothWaysThroughItsLink() throws IOException {
        assumeLinux();
        Path link = folder.resolve("printer");
        try (PseudoTerminal here = new PseudoTerminal(link);
                SerialWire there = new SerialWire(link.toString(), 250_000)) {
            assertCarries(here, there);
            assertCarries(there, here);
        }
        assertThat(Files.exists(link)).isFalse();
    }

    @Test
    void hostsMayComeAndGoOnAPseudoTerminal() throws IOException {
        assumeLinux();
        Path link = folder.resolve("printer");
        try (PseudoTerminal here = new PseudoTerminal(link)) {
            for (int i = 0; i < 3; i++) {
                try (SerialWire there = new SerialWire(link.toString(), 115_200)) {
                    assertCarries(there, here);
                }
            }
        }
    }

    @Test
    void aSerialPortIsHeldAlone() throws IOException {
        assumeLinux();
        Path link = folder.resolve("printer");
        try (PseudoTerminal here = new PseudoTerminal(link);
                SerialWire there = new SerialWire(link.toString(), 115_200)) {
            assertThatThrownBy(() -> new SerialWire(link.toString(), 115_200))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("cannot be opened");
            assertCarries(there, here);
        }
    }

    @Test
    void aLeftOverLinkIsReplacedAndAFileIsNot() throws IOException {
        assumeLinux();
        Path link = folder.resolve("printer");
        Files.createSymbolicLink(link, Path.of("/nowhere"));
        try (PseudoTerminal here = new PseudoTerminal(link)) {
            assertThat(Files.readSymbolicLink(link).toString()).startsWith("/dev/pts/");
        }
        Files.writeString(link, "mine");
        assertThatThrownBy(() -> new PseudoTerminal(link)).hasMessageEndingWith("is there and no link");
    }

    @Test
    void aMissingSerialPortIsOneSentence() {
        assertThatThrownBy(() -> new SerialWire("/dev/no-such-port", 115_200))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no-such-port");
    }

    /// A host that does not read holds up neither the port nor its closing.
    @Test
    void aSlowReaderHoldsNobodyUp() throws Exception {
        assumeLinux();
        Path link = folder.resolve("printer");
        CountDownLatch opened = new CountDownLatch(1);
        Port port = new Port("test", () -> new PseudoTerminal(link), false, new Nobody(opened));
        port.start();
        opened.await();
        byte[] line = "echo: nobody reads this\n".getBytes(StandardCharsets.US_ASCII);
        long begin = System.nanoTime();
        for (int i = 0; i < 100_000; i++) {
            port.write(line);
        }
        assertThat(System.nanoTime() - begin).isLessThan(10_000_000_000L);
        port.close();
        while (Files.exists(link)) {
            Thread.sleep(10);
        }
    }

    /// A port that is closed in the instant in which it opens is closed.
    @Test
    void closingMeetsOpening() throws Exception {
        assumeLinux();
        for (int i = 0; i < 20; i++) {
            Path link = folder.resolve("printer" + i);
            Port port = new Port("test", () -> new PseudoTerminal(link), false, new Nobody(new CountDownLatch(1)));
            port.start();
            Thread.sleep(i / 4);
            port.close();
            port.join();
            assertThat(Files.exists(link)).isFalse();
        }
    }

    private record Nobody(CountDownLatch opening) implements Port.Listener {
        @Override
        public void opened() {
            opening.countDown();
        }

        @Override
        public void received(byte[] bytes, int length) {}

        @Override
        public void gone() {}

        @Override
        public void missing(String why) {}
    }

    private static void assumeLinux() {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "pseudo-terminals are made on Linux only");
    }

    private static void assertCarries(Wire from, Wire to) throws IOException {
        byte[] bytes = new byte[2000];
        new Random(1).nextBytes(bytes);
        from.write(bytes);
        byte[] got = new byte[bytes.length];
        byte[] part = new byte[700];
        for (int at = 0; at < got.length; ) {
            int count = to.read(part);
            assertThat(count).isPositive();
            System.arraycopy(part, 0, got, at, count);
            at += count;
        }
        assertThat(got).isEqualTo(bytes);
    }
}
