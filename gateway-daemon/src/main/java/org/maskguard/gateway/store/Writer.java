package org.maskguard.gateway.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// The one thread that writes: changes are carried out in the order in which they were asked for, many in one
/// transaction. What cannot be written, as on a full disk, is tried again until it can. Thread-safe.
final class Writer implements AutoCloseable {

    private static final int MOST_AT_ONCE = 500;
    private static final long BETWEEN_TRIALS = 1000;
    private static final long PATIENCE_SECONDS = 20;

    /// SQLite's codes CONSTRAINT, MISMATCH and RANGE: what is wrong is the change, not the disk.
    private static final Set<Integer> HOPELESS = Set.of(19, 20, 25);

    private final BlockingQueue<Task> queue = new LinkedBlockingQueue<>();
    private final Connection db;
    private final AuditLog log;
    private final Consumer<String> faults;
    private final Thread thread;
    private volatile boolean closing;
    private volatile String fault = "";

    /// Something that is written.
    @FunctionalInterface
    interface Change {
        void apply(Connection db, AuditLog log) throws SQLException;
    }

    /// @param done completed once it is on disk; null where nobody waits
    private record Task(Change change, CompletableFuture<Void> done) {}

    /// @param faults is told when writing begins to fail
    Writer(Connection db, AuditLog log, Consumer<String> faults) {
        this.db = db;
        this.log = log;
        this.faults = faults;
        thread = Thread.ofPlatform().name("store").start(this::work);
    }

    /// Asks for a change and goes on.
    void add(Change change) {
        queue.add(new Task(change, null));
    }

    /// Asks for a change and waits until it is on disk.
    ///
    /// @throws StoreFault where it could not be written
    void addAndWait(Change change) throws IOException {
        if (closing) {
            throw new StoreFault("the store is closed");
        }
        CompletableFuture<Void> done = new CompletableFuture<>();
        queue.add(new Task(change, done));
        try {
            done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new StoreFault("the store cannot be written: " + e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            done.cancel(false);
            throw new StoreFault("the store cannot be written: " + (fault.isEmpty() ? "it takes too long" : fault), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreFault("the store was not waited for", e);
        }
    }

    /// Why nothing can be written at present; empty where it can.
    String fault() {
        return fault;
    }

    /// Writes what was asked for, and ends.
    @Override
    public void close() {
        closing = true;
        // Wakes it up.
        add((connection, audit) -> {});
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        List<Task> batch = new ArrayList<>();
        try {
            while (!closing || !queue.isEmpty()) {
                batch.clear();
                batch.add(queue.take());
                queue.drainTo(batch, MOST_AT_ONCE - 1);
                batch.removeIf(task -> task.done() != null && task.done().isCancelled());
                write(batch);
            }
        } catch (InterruptedException e) {
            // Nobody interrupts it but a process that ends.
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Task> batch) throws InterruptedException {
        if (batch.size() > 1 && isWritten(batch)) {
            return;
        }
        for (Task task : batch) {
            writeAlone(task);
        }
    }

    /// Writes many at once; says no where one of them is to blame, or the disk.
    private boolean isWritten(List<Task> batch) {
        try {
            commit(batch);
        } catch (SQLException | RuntimeException e) {
            // Each by itself, then: what is wrong will show again.
            return false;
        }
        batch.forEach(Writer::finished);
        return true;
    }

    private void writeAlone(Task task) throws InterruptedException {
        while (task.done() == null || !task.done().isCancelled()) {
            try {
                commit(List.of(task));
                finished(task);
                return;
            } catch (RuntimeException e) {
                // It would never go right.
                faults.accept("the store leaves out what it cannot write: " + e);
                failed(task, e);
                return;
            } catch (SQLException e) {
                told(e);
                if (task.done() != null || closing || HOPELESS.contains(e.getErrorCode())) {
                    failed(task, e);
                    return;
                }
                Thread.sleep(BETWEEN_TRIALS);
            }
        }
    }

    private void commit(List<Task> tasks) throws SQLException {
        Schema.run(db, "BEGIN IMMEDIATE");
        try {
            for (Task task : tasks) {
                task.change().apply(db, log);
            }
            log.seal();
            Schema.run(db, "COMMIT");
            fault = "";
        } catch (SQLException | RuntimeException e) {
            undo(e);
            throw e;
        }
    }

    private void undo(Exception cause) throws SQLException {
        try {
            Schema.run(db, "ROLLBACK");
        } catch (SQLException e) {
            // SQLite has rolled it back by itself, as it does when the disk is full.
            cause.addSuppressed(e);
        }
        log.reload();
    }

    private void told(SQLException e) {
        if (fault.isEmpty()) {
            faults.accept("the store cannot be written: " + e.getMessage());
        }
        fault = String.valueOf(e.getMessage());
    }

    private static void finished(Task task) {
        if (task.done() != null) {
            task.done().complete(null);
        }
    }

    private static void failed(Task task, Exception e) {
        if (task.done() != null) {
            task.done().completeExceptionally(e);
        }
    }
}
