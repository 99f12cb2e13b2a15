package org.maskguard.gateway.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CountDownLatch;
import org.maskguard.Guard;
import org.maskguard.cli.Terminal;
import org.maskguard.cli.Visible;
import org.maskguard.gateway.config.Configuration;
import org.maskguard.gateway.daemon.Daemon;
import org.maskguard.gateway.daemon.MemoryBooks;

/// A daemon in this process, until somebody ends it.
final class Running {

    private final Terminal terminal;
    private final Daemon daemon;

    /// Makes everything ready and opens the ports.
    Running(Terminal terminal, Configuration configuration) throws IOException {
        this.terminal = terminal;
        daemon = new Daemon(configuration, Guard.open(configuration.policy()), new MemoryBooks(), this::note);
        // Stopping in order takes seconds; then the status is that of a command that did what it should.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            daemon.close();
            Runtime.getRuntime().halt(0);
        }));
        daemon.start();
    }

    Daemon daemon() {
        return daemon;
    }

    /// Waits for the end of the process.
    void await() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(String printer, String text, Throwable fault) {
        terminal.say(Visible.text((printer.isEmpty() ? "gateway" : printer) + ": " + text));
        if (fault != null) {
            StringWriter trace = new StringWriter();
            fault.printStackTrace(new PrintWriter(trace));
            terminal.say(trace.toString());
        }
    }
}
