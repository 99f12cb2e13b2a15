package org.maskguard.gateway.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import org.maskguard.Guard;
import org.maskguard.cli.Terminal;
import org.maskguard.gateway.config.Configuration;
import org.maskguard.gateway.daemon.Daemon;
import org.maskguard.gateway.daemon.StoreBooks;
import org.maskguard.gateway.http.HttpEnd;
import org.maskguard.gateway.log.Log;
import org.maskguard.gateway.log.LogSettings;
import org.maskguard.gateway.store.Store;
import org.maskguard.trust.SigningKey;
import org.maskguard.trust.Untrusted;

/// A daemon in this process, until somebody ends it.
final class Running {

    private final Log log;
    private final Daemon daemon;
    /// Null where it is switched off.
    private final HttpEnd http;

    /// Makes everything ready and opens the ports.
    ///
    /// @throws IOException where key, store, spool or log cannot be used
    Running(Terminal terminal, Configuration configuration) throws IOException {
        InstantSource clock = InstantSource.system();
        log = Log.open(configuration.log(), terminal.err(), clock);
        Store store = Store.open(configuration.storeFile(), key(configuration), clock, this::fault);
        try {
            Guard guard = Guard.open(configuration.policy());
            daemon = new Daemon(configuration, guard, new StoreBooks(store, configuration.keyRing()), this::note);
            http = configuration.http().enabled()
                    ? HttpEnd.open(configuration, daemon, store, fault -> note("", "a fault of the HTTP end", fault))
                    : null;
        } catch (IOException | RuntimeException e) {
            store.close();
            throw e;
        }
        // Stopping in order takes seconds; then the status is that of a command that did what it should.
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            stop();
            Runtime.getRuntime().halt(0);
        }));
        daemon.start();
        log.write(LogSettings.Level.INFO, "", "started");
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

    private void stop() {
        try {
            if (http != null) {
                http.close();
            }
        } catch (IOException e) {
            note("", "the HTTP end does not close", e);
        }
        daemon.close();
        log.write(LogSettings.Level.INFO, "", "stopped");
    }

    private void fault(String sentence) {
        log.write(LogSettings.Level.ERROR, "", sentence);
    }

    private void note(String printer, String text, Throwable fault) {
        log.write(fault == null ? LogSettings.Level.WARN : LogSettings.Level.ERROR, printer, text, fault);
    }

    /// The daemon's own key, made at the first start.
    private static SigningKey key(Configuration configuration) throws IOException {
        Path file = configuration.daemonKey();
        if (Files.exists(file)) {
            try {
                return SigningKey.read(file);
            } catch (Untrusted e) {
                throw new IOException(e.getMessage(), e);
            }
        }
        Files.createDirectories(file.getParent());
        SigningKey made = SigningKey.create();
        made.write(file);
        return made;
    }
}
