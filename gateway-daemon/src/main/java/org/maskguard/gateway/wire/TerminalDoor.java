package org.maskguard.gateway.wire;

import java.io.IOException;
import java.nio.file.Path;

/// A pseudo-terminal that hosts open one after the other: each gets a wire of its own, which ends when it
/// leaves. Linux only.
///
/// Who has it open is looked at fifty times a second; programs that have it open at the same time cannot
/// be told apart, as with any serial port that is not locked.
public final class TerminalDoor implements Wire.Opener, AutoCloseable {

    private static final long BETWEEN_LOOKS_MILLIS = 20;

    private final PseudoTerminal terminal;

    /// Makes the terminal and its link.
    ///
    /// @param link where hosts find it; its folder must be there
    public TerminalDoor(Path link) throws IOException {
        terminal = new PseudoTerminal(link, false);
    }

    @Override
    public Wire open() throws IOException {
        try {
            while (!terminal.isOpenThere()) {
                if (terminal.isClosed()) {
                    throw new IOException("the terminal is closed");
                }
                Thread.sleep(BETWEEN_LOOKS_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("no host came", e);
        }
        return new Visit();
    }

    @Override
    public void close() {
        terminal.close();
    }

    /// From a host's coming to its leaving.
    private final class Visit implements Wire {

        private volatile boolean over;

        @Override
        public int read(byte[] into) throws IOException {
            int count = over ? -1 : terminal.read(into);
            over |= count < 0;
            return over ? -1 : count;
        }

        @Override
        public int offer(byte[] bytes) throws IOException {
            return over ? bytes.length : terminal.offer(bytes);
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            if (!over) {
                terminal.write(bytes);
            }
        }

        @Override
        public void close() {
            over = true;
            if (!terminal.isClosed()) {
                try {
                    terminal.renew();
                } catch (IOException e) {
                    // The next host finds what this one left; it can be lived with.
                    return;
                }
            }
        }
    }
}
