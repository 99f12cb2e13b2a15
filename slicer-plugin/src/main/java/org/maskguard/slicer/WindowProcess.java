package org.maskguard.slicer;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.maskguard.cli.Terminal;
import org.maskguard.slicer.export.Checked;
import org.maskguard.slicer.export.Checked.Outcome;
import org.maskguard.slicer.place.UserFolders;
import org.maskguard.slicer.window.Display;

/// Opens the window in a process of its own: the slicer need not wait for it, and whatever becomes of the window, the
/// answer to the slicer stands. A window that does not open is missed, and changes nothing.
final class WindowProcess {

    /// Set to anything, it keeps the window away: for scripts that slice on a desktop.
    static final String NEVER = "MASKGUARD_NO_WINDOW";

    private final String launcher;
    private final Optional<Path> policy;
    private final Path copies;

    /// @param launcher the program that starts Maskguard
    /// @param policy file that was judged by, where one was named
    /// @param copies folder for what has to be shown and is the slicer's to take away
    WindowProcess(String launcher, Optional<Path> policy, Path copies) {
        this.launcher = launcher;
        this.policy = policy;
        this.copies = copies;
    }

    /// Where somebody can see it and the program knows its launcher.
    static Optional<WindowProcess> where(Terminal terminal, UserFolders folders, Optional<Path> policy) {
        String launcher = System.getProperty("maskguard.launcher", "");
        boolean wanted = terminal.environment().getOrDefault(NEVER, "").isEmpty();
        return wanted && !launcher.isEmpty() && Display.isThere(folders.platform(), terminal.environment())
                ? Optional.of(new WindowProcess(launcher, policy, folders.ours().resolve("shown")))
                : Optional.empty();
    }

    /// Shows what was warned of or refused, and does not wait.
    void show(Checked checked) {
        try {
            if (checked.outcome() == Outcome.REFUSE) {
                start(command(checked.kept(), checked, List.of("--kept")));
            } else if (checked.outcome() == Outcome.EXPORT_WITH_WARNING) {
                start(command(copy(checked.export().file()), checked, List.of("--forget")));
            }
        } catch (IOException e) {
            // The reasons are on standard error all the same.
            return;
        }
    }

    /// Shows what was refused and waits for the maker's word.
    ///
    /// @return whether it is to be exported all the same; not where the window could not be opened
    boolean ask(Checked checked) throws InterruptedException {
        try {
            return start(command(checked.kept(), checked, List.of("--kept", "--ask")))
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    List<String> command(Path file, Checked checked, List<String> how) {
        List<String> command = new ArrayList<>(List.of(launcher, "app"));
        policy.ifPresent(named ->
                command.addAll(List.of("--policy", named.toAbsolutePath().toString())));
        command.addAll(List.of("--name", checked.export().name()));
        command.addAll(how);
        command.add("--");
        command.add(file.toString());
        return command;
    }

    private static Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        // A slicer reads standard error to its end: a window that held it open would hold the slicer up.
        builder.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
        // Slicers in an AppImage bring libraries that do not go with the system's.
        builder.environment().remove("LD_LIBRARY_PATH");
        builder.environment().remove("LD_PRELOAD");
        return builder.start();
    }

    /// A copy that only its owner may read; the window deletes it.
    private Path copy(Path file) throws IOException {
        Files.createDirectories(copies);
        Path copy = Files.createTempFile(copies, "export-", ".tmp");
        // Written into the new file, which is its owner's alone: a copy in its place would be as open as any.
        try (OutputStream out = Files.newOutputStream(copy)) {
            Files.copy(file, out);
            return copy;
        } catch (IOException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }
}
