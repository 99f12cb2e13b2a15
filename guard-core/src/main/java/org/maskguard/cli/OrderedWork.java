package org.maskguard.cli;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// Does work on several threads and hands the results on in the order in which the work came.
///
/// Work has a weight, and what is under way never weighs more than a budget, unless
/// one thing alone does: that one
/// is done by itself. So many large files are judged one after another, and many small ones side by side.
///
/// @param threads how many things are done at once at most
/// @param budget what all things under way weigh at most
/// @param weight of one thing
record OrderedWork<T>(int threads, long budget, ToLongFunction<T> weight) {

    /// How far the work may run ahead of the results: one slow file must not make the rest wait, nor pile up
    /// results.
    private static final int AHEAD = 256;

    /// @param work runs on a thread of its own; must not throw
    /// @param result runs on the caller's thread; what it throws ends everything
    <R> void run(Iterable<T> things, Function<T, R> work, Consumer<R> result) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("scan-", 1).factory());
        try {
            Queue<Running<R>> underWay = new ArrayDeque<>();
            long heavy = 0;
            for (T thing : things) {
                long weighs = weight.applyAsLong(thing);
                while (!underWay.isEmpty() && (heavy + weighs > budget || underWay.size() >= AHEAD)) {
                    heavy -= finish(underWay.remove(), result);
                }
                underWay.add(new Running<>(pool.submit(() -> work.apply(thing)), weighs));
                heavy += weighs;
            }
            while (!underWay.isEmpty()) {
                finish(underWay.remove(), result);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static <R> long finish(Running<R> running, Consumer<R> result) throws InterruptedException {
        try {
            result.accept(running.future.get());
        } catch (ExecutionException e) {
            throw new IllegalStateException("Work threw", e.getCause());
        }
        return running.weight;
    }

    private record Running<R>(Future<R> future, long weight) {}
}
