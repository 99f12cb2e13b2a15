package org.maskguard.gateway.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.maskguard.gateway.line.Command;
import org.maskguard.gateway.wire.Wire;

/// A host that the test plays, on a real wire: sends a line, waits for its answer.
final class TestHost implements AutoCloseable {

    private static final long PATIENCE = 60_000_000_000L;

    private final Wire wire;
    private final List<String> said = new ArrayList<>();
    private int oks;
    private boolean gone;
    private long number;

    TestHost(Wire wire) {
        this.wire = wire;
        Thread.ofPlatform().daemon().name("test host").start(this::listen);
    }

    /// Sends bytes and waits for nothing.
    void write(String text) {
        try {
            wire.write(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Sends a line without a number and waits for its answer.
    void type(String line) {
        int before = oks();
        write(line + "\n");
        await("an answer to " + line, () -> oks() > before);
    }

    /// Sends a line with the next number and waits for its answer.
    void send(String line) {
        int before = oks();
        sendOnly(line);
        await("an answer to " + line, () -> oks() > before);
    }

    void sendOnly(String line) {
        write(new String(new Command('G', 0, 0, line).numbered(++number), StandardCharsets.ISO_8859_1));
    }

    /// A whole job as OctoPrint sends it, but with eight lines on their way at a time; the answer to its
    /// last M400 is not waited for.
    void octoPrintSends(List<String> job) {
        octoPrintBegins();
        sendAll(job);
        sendOnly("M400");
    }

    /// Sends lines with their numbers, and waits for all answers.
    void sendAll(List<String> lines) {
        int before = oks();
        for (int i = 0; i < lines.size(); i++) {
            int least = before + i - 7;
            await("answers", () -> oks() >= least);
            sendOnly(lines.get(i));
        }
        await("the last answers", () -> oks() >= before + lines.size());
    }

    void octoPrintBegins() {
        number = 0;
        type("N0 M110 N0*125");
    }

    /// Whether the host heard a line that begins so.
    synchronized boolean heard(String begin) {
        return said.stream().anyMatch(line -> line.startsWith(begin));
    }

    synchronized List<String> said() {
        return List.copyOf(said);
    }

    synchronized boolean isGone() {
        return gone;
    }

    private synchronized int oks() {
        return oks;
    }

    void awaitHeard(String begin) {
        await("'" + begin + "' to be said", () -> heard(begin));
    }

    private synchronized void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new AssertionError("waited in vain for " + what + "; it heard " + tail());
            }
            try {
                wait(left / 1_000_000 + 1);
            } catch (InterruptedException e) {
                throw new AssertionError("interrupted", e);
            }
        }
    }

    private synchronized String tail() {
        return said.subList(Math.max(0, said.size() - 6), said.size()).toString();
    }

    @Override
    public void close() {
        wire.close();
    }

    private void listen() {
        byte[] bytes = new byte[4096];
        StringBuilder line = new StringBuilder();
        try {
            for (int count = wire.read(bytes); count >= 0; count = wire.read(bytes)) {
                for (int i = 0; i < count; i++) {
                    if (bytes[i] == '\n') {
                        heard(line);
                        line.setLength(0);
                    } else {
                        line.append((char) bytes[i]);
                    }
                }
            }
        } catch (IOException e) {
            assertThat(e).isNotNull();
        }
        synchronized (this) {
            gone = true;
            notifyAll();
        }
    }

    private synchronized void heard(StringBuilder line) {
        String text = line.toString();
        said.add(text);
        oks += text.equals("ok") || text.startsWith("ok ") ? 1 : 0;
        notifyAll();
    }
}
