package org.maskguard.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Reads named pipes, such as a shell makes for `<(command)`, without waiting for ever for a writer.
final class NamedPipe {

    /// As long as the judging of a file may take.
    static final Duration PATIENCE = Duration.ofSeconds(120);

    private static final int KIND = 0170000;
    private static final int FIFO = 0010000;

    private NamedPipe() {}

    static boolean is(Path file, BasicFileAttributes attributes) {
        try {
            return attributes.isOther() && ((int) Files.getAttribute(file, "unix:mode") & KIND) == FIFO;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false;
        }
    }

    /// Stores what comes until the pipe is closed.
    ///
    /// The system lets no one interrupt the opening of a pipe that has no writer, so that it is left to a thread of
    /// its own, which does not keep the program from ending.
    ///
    /// @throws Unreadable `truncated` where the pipe is not closed in time
    static Stored store(Path file, Limits limits, Duration patience) throws Unreadable {
        FutureTask<Stored> task = new FutureTask<>(() -> {
            try (InputStream in = Files.newInputStream(file)) {
                return Stored.of(in, limits);
            }
        });
        Thread.ofPlatform().daemon().name("named pipe").start(task);
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new Unreadable(
                    "truncated", "", "The named pipe was not closed within " + patience.toSeconds() + " seconds.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreadable("truncated", "", "The reading of the named pipe was interrupted.");
        } catch (ExecutionException e) {
            Unreadable known = UnreadableIo.in(e);
            throw known != null
                    ? known
                    : new Unreadable("denied", "", "The named pipe cannot be read: " + e.getMessage() + ".");
        }
    }
}
