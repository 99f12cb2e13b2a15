package org.maskguard.gateway.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A pseudo-terminal, whose other side a host opens as it would a printer's serial port. Linux only.
///
/// The other side has a name that stays: a symbolic link, replaced at once if it was left over, and
/// removed at the end. One descriptor of it is kept open here, so that whoever is there may come and go
/// unseen; [TerminalDoor] sees it.
public final class PseudoTerminal implements Wire {

    private static final int PATIENCE_MILLIS = 250;
    private static final int MOST_READ = 4096;

    private final Path link;
    private final String target;
    private final int master;
    /// Of the other side; -1 where it is not kept open.
    private final int keptOpen;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment readState = Libc.state(arena);
    private final MemorySegment writeState = Libc.state(arena);
    private final MemorySegment readPoll = arena.allocate(8, 4);
    private final MemorySegment writePoll = arena.allocate(8, 4);
    private final MemorySegment readInto = arena.allocate(MOST_READ);
    private final MemorySegment writeFrom = arena.allocate(MOST_READ);
    private final Object reading = new Object();
    private final Object writing = new Object();
    private volatile boolean closed;

    /// Makes a terminal and its link.
    ///
    /// @param link where the other side is to be found; its folder must be there
    public PseudoTerminal(Path link) throws IOException {
        this(link, true);
    }

    /// @param kept whether the other side is kept open here; else reading ends when nobody has it open
    PseudoTerminal(Path link, boolean kept) throws IOException {
        if (!System.getProperty("os.name").equals("Linux")) {
            throw new IOException("pseudo-terminals are made on Linux only");
        }
        if (Files.exists(link, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(link)) {
            throw new IOException(link + " is there and no link");
        }
        this.link = link;
        master = Libc.openMaster();
        target = Libc.otherSide(master);
        int other = Libc.openRaw(target);
        keptOpen = kept ? other : -1;
        if (!kept) {
            Libc.close(other);
        }
        Path made = link.resolveSibling(link.getFileName() + ".new");
        Files.deleteIfExists(made);
        Files.createSymbolicLink(made, Path.of(target));
        Files.move(made, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public int read(byte[] into) throws IOException {
        synchronized (reading) {
            while (!closed) {
                if (Libc.await(master, Libc.READABLE, readState, readPoll, PATIENCE_MILLIS) != 0) {
                    MemorySegment part = readInto.asSlice(0, Math.min(into.length, MOST_READ));
                    int count = Libc.read(master, readState, part);
                    if (count > 0) {
                        MemorySegment.copy(readInto, ValueLayout.JAVA_BYTE, 0, into, 0, count);
                        return count;
                    }
                    if (count < 0) {
                        return -1;
                    }
                }
            }
            return -1;
        }
    }

    @Override
    public int offer(byte[] bytes) throws IOException {
        synchronized (writing) {
            if (closed) {
                throw new IOException("the terminal is closed");
            }
            int count = Math.min(bytes.length, MOST_READ);
            MemorySegment.copy(bytes, 0, writeFrom, ValueLayout.JAVA_BYTE, 0, count);
            return Libc.write(master, writeState, writeFrom.asSlice(0, count));
        }
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        synchronized (writing) {
            int at = 0;
            while (at < bytes.length) {
                if (closed) {
                    throw new IOException("the terminal is closed");
                }
                int count = Math.min(bytes.length - at, MOST_READ);
                MemorySegment.copy(bytes, at, writeFrom, ValueLayout.JAVA_BYTE, 0, count);
                int written = Libc.write(master, writeState, writeFrom.asSlice(0, count));
                if (written == 0) {
                    int ready = Libc.await(master, Libc.WRITABLE, writeState, writePoll, PATIENCE_MILLIS);
                    if ((ready & Libc.GONE) != 0) {
                        throw new IOException("nobody has the terminal open");
                    }
                }
                at += written;
            }
        }
    }

    /// Whether somebody has the other side open.
    boolean isOpenThere() throws IOException {
        synchronized (reading) {
            return !closed && (Libc.await(master, Libc.READABLE, readState, readPoll, 0) & Libc.GONE) == 0;
        }
    }

    /// Throws away what was not read on either side, and makes the other side raw again, whatever whoever had
    /// it open made of it.
    void renew() throws IOException {
        int other = Libc.openRaw(target);
        Libc.flush(other);
        Libc.close(other);
    }

    boolean isClosed() {
        return closed;
    }

    /// Closes it once a read and a write under way have noticed, within a quarter of a second.
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        synchronized (reading) {
            synchronized (writing) {
                if (keptOpen >= 0) {
                    Libc.close(keptOpen);
                }
                Libc.close(master);
                arena.close();
            }
        }
        try {
            if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(Path.of(target))) {
                Files.delete(link);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the link " + link + " stays behind", e);
        }
    }
}
