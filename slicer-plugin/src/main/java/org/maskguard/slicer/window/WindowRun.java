package org.maskguard.slicer.window;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.maskguard.Guard;

/// Opens the window, once in a process, and waits until it is closed.
public final class WindowRun {

    /// Held, so that its level is not forgotten.
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private final Guard guard;
    private final Occasion occasion;
    private final Path settings;

    /// @param settings file that the maker's preferences are kept in
    public WindowRun(Guard guard, Occasion occasion, Path settings) {
        this.guard = guard;
        this.occasion = occasion;
        this.settings = settings;
    }

    /// Shows files until the window is closed.
    ///
    /// @return whether the maker said that a refused file is to be exported
    /// @throws NoWindow where none can be opened
    public boolean show(List<Path> files) throws NoWindow, InterruptedException {
        // It would tell on standard error that it was started from a class path.
        JAVAFX.setLevel(Level.OFF);
        CountDownLatch closed = new CountDownLatch(1);
        AtomicBoolean exportAnyway = new AtomicBoolean();
        try {
            Platform.startup(() -> {
                Platform.setImplicitExit(false);
                Stage stage = new Stage();
                GuardWindow window = new GuardWindow(stage, guard, occasion, settings);
                window.show(files);
                stage.setOnHidden(event -> {
                    window.close();
                    exportAnyway.set(window.exportAnyway());
                    closed.countDown();
                });
            });
        } catch (UnsupportedOperationException | IllegalStateException | LinkageError e) {
            throw new NoWindow(e);
        }
        closed.await();
        Platform.exit();
        return exportAnyway.get();
    }

    /// No window can be opened here.
    public static final class NoWindow extends Exception {

        private static final long serialVersionUID = 1;

        NoWindow(Throwable cause) {
            super(String.valueOf(cause.getMessage()), cause);
        }
    }
}
