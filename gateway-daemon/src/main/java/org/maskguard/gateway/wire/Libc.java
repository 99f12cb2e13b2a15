package org.maskguard.gateway.wire;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/// The few calls of Linux's C library that a pseudo-terminal needs.
final class Libc {

    private static final int READ_WRITE_NO_TERMINAL = 0x2 | 0x100;
    private static final int NOT_WAITING = 0x800;

    private static final int PATH = 128;
    private static final int TERMIOS = 256;
    private static final int INTERRUPTED = 4;
    private static final int INPUT_OUTPUT = 5;
    private static final int BOTH_WAYS = 2;
    private static final int TRY_AGAIN = 11;
    /// `poll`: there are bytes to read.
    static final short READABLE = 1;
    /// `poll`: there is room to write.
    static final short WRITABLE = 4;
    /// `poll`: the other side has gone.
    static final short GONE = 16;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final MemoryLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;

    private static final MethodHandle OPEN_MASTER = handle("posix_openpt", FunctionDescriptor.of(INT, INT));
    private static final MethodHandle GRANT = handle("grantpt", FunctionDescriptor.of(INT, INT));
    private static final MethodHandle UNLOCK = handle("unlockpt", FunctionDescriptor.of(INT, INT));
    private static final MethodHandle NAME =
            handle("ptsname_r", FunctionDescriptor.of(INT, INT, ValueLayout.ADDRESS, LONG));
    private static final MethodHandle OPEN =
            handle("open", FunctionDescriptor.of(INT, ValueLayout.ADDRESS, INT), Linker.Option.firstVariadicArg(2));
    private static final MethodHandle GET = handle("tcgetattr", FunctionDescriptor.of(INT, INT, ValueLayout.ADDRESS));
    private static final MethodHandle MAKE_RAW = handle("cfmakeraw", FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));
    private static final MethodHandle SET =
            handle("tcsetattr", FunctionDescriptor.of(INT, INT, INT, ValueLayout.ADDRESS));
    private static final MethodHandle POLL = handle("poll", FunctionDescriptor.of(INT, ValueLayout.ADDRESS, LONG, INT));
    private static final MethodHandle READ =
            handle("read", FunctionDescriptor.of(LONG, INT, ValueLayout.ADDRESS, LONG));
    private static final MethodHandle WRITE =
            handle("write", FunctionDescriptor.of(LONG, INT, ValueLayout.ADDRESS, LONG));
    private static final MethodHandle FLUSH = handle("tcflush", FunctionDescriptor.of(INT, INT, INT));
    private static final MethodHandle CLOSE = handle("close", FunctionDescriptor.of(INT, INT));

    private Libc() {}

    static int openMaster() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            int master = (int) checked("posix_openpt", state, () ->
                    (int) OPEN_MASTER.invokeExact(state, READ_WRITE_NO_TERMINAL | NOT_WAITING));
            checked("grantpt", state, () -> (int) GRANT.invokeExact(state, master));
            checked("unlockpt", state, () -> (int) UNLOCK.invokeExact(state, master));
            return master;
        }
    }

    /// The path of a master's other side.
    static String otherSide(int master) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            MemorySegment path = arena.allocate(PATH);
            checked("ptsname_r", state, () -> -Math.abs((int) NAME.invokeExact(state, master, path, (long) PATH)));
            return path.getString(0);
        }
    }

    /// Opens a terminal and makes it raw: no echo, no line editing, no signals.
    static int openRaw(String path) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            MemorySegment name = arena.allocateFrom(path);
            int terminal =
                    (int) checked("open", state, () -> (int) OPEN.invokeExact(state, name, READ_WRITE_NO_TERMINAL));
            MemorySegment termios = arena.allocate(TERMIOS);
            checked("tcgetattr", state, () -> (int) GET.invokeExact(state, terminal, termios));
            checked("cfmakeraw", state, () -> {
                MAKE_RAW.invokeExact(state, termios);
                return 0;
            });
            checked("tcsetattr", state, () -> (int) SET.invokeExact(state, terminal, 0, termios));
            return terminal;
        }
    }

    /// Waits until a file is as wanted, or the other side has gone, for at most `millis`; says which of
    /// the two it is, as `poll` does, or 0.
    static int await(int file, short wanted, MemorySegment state, MemorySegment poll, int millis) throws IOException {
        poll.set(INT, 0, file);
        poll.set(ValueLayout.JAVA_SHORT, 4, wanted);
        poll.set(ValueLayout.JAVA_SHORT, 6, (short) 0);
        long ready = checked("poll", state, () -> (int) POLL.invokeExact(state, poll, 1L, millis));
        return ready > 0 ? poll.get(ValueLayout.JAVA_SHORT, 6) : 0;
    }

    /// @return how many bytes were read, 0 where there are none now, -1 where the other side has gone
    static int read(int file, MemorySegment state, MemorySegment into) throws IOException {
        try {
            return (int) checked("read", state, () -> (long) READ.invokeExact(state, file, into, into.byteSize()));
        } catch (IOException e) {
            if ((int) ERRNO.get(state, 0L) == INPUT_OUTPUT) {
                return -1;
            }
            throw e;
        }
    }

    /// Throws away what lies unread on a terminal's both ways.
    static void flush(int terminal) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            checked("tcflush", state, () -> (int) FLUSH.invokeExact(state, terminal, BOTH_WAYS));
        }
    }

    /// @return how many bytes were written, 0 where there is no room now
    static int write(int file, MemorySegment state, MemorySegment from) throws IOException {
        return (int) checked("write", state, () -> (long) WRITE.invokeExact(state, file, from, from.byteSize()));
    }

    static void close(int file) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            int ignored = (int) CLOSE.invokeExact(state, file);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    static MemorySegment state(Arena arena) {
        return arena.allocate(STATE);
    }

    @FunctionalInterface
    private interface Call {
        long run() throws Throwable;
    }

    private static long checked(String name, MemorySegment state, Call call) throws IOException {
        while (true) {
            long result;
            try {
                result = call.run();
            } catch (Throwable e) {
                throw new IllegalStateException(name + " cannot be called", e);
            }
            if (result >= 0) {
                return result;
            }
            int errno = (int) ERRNO.get(state, 0L);
            if (errno == TRY_AGAIN) {
                return 0;
            }
            if (errno != INTERRUPTED) {
                throw new IOException(name + " fails with error " + errno);
            }
        }
    }

    private static MethodHandle handle(String name, FunctionDescriptor descriptor, Linker.Option... options) {
        Linker.Option[] all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = Linker.Option.captureCallState("errno");
        return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), descriptor, all);
    }
}
