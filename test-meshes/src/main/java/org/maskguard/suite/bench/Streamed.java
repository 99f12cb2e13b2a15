package org.maskguard.suite.bench;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Work over a list on several threads; nothing is kept of what was done.
public final class Streamed {

    private Streamed() {}

    /// What is done with one thing.
    public interface Work<T> {
        void on(T thing) throws IOException;
    }

    /// Does the work on each thing, in any order, and returns when all of it is done.
    ///
    /// @throws IOException of the first work that threw; the rest is given up
    public static <T> void over(List<T> things, int threads, Work<T> work) throws IOException {
        Iterator<T> left = things.iterator();
        ExecutorService pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("suite-", 1).factory());
        try {
            List<Future<?>> workers = IntStream.range(0, threads)
                    .<Future<?>>mapToObj(i -> pool.submit(() -> {
                        for (T thing = next(left); thing != null; thing = next(left)) {
                            work.on(thing);
                        }
                        return null;
                    }))
                    .toList();
            for (Future<?> worker : workers) {
                worker.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IllegalStateException("Work threw", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static <T> T next(Iterator<T> left) {
        synchronized (left) {
            return left.hasNext() ? left.next() : null;
        }
    }
}
