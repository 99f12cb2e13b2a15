package org.maskguard.slicer.window;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;

/// JavaFX without a display, started once a process: its own headless platform, drawing in software.
final class Headless {

    private static final Logger JAVAFX = Logger.getLogger("javafx");

    static {
        JAVAFX.setLevel(Level.OFF);
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Platform.startup(() -> Platform.setImplicitExit(false));
    }

    private Headless() {}

    /// Does something on JavaFX's thread and hands out what came of it.
    static <T> T on(Callable<T> task) throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(task.call());
            } catch (Exception | Error e) {
                done.completeExceptionally(e);
            }
        });
        return done.get(120, TimeUnit.SECONDS);
    }

    /// Waits until something holds on JavaFX's thread.
    static void await(String what, Callable<Boolean> holds) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (!on(holds)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It never came to this: " + what);
            }
            Thread.sleep(50);
        }
    }
}
