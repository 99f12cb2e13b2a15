package org.maskguard.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

/// Faults of ours: one line for people, the details in a file that nobody else may read.
public final class FaultLog {

    private final Terminal terminal;

    public FaultLog(Terminal terminal) {
        this.terminal = terminal;
    }

    /// Writes the details down and says in one line what went wrong and where to read on.
    ///
    /// @param doing what was being done, such as `scan face.stl`
    public void report(String doing, Throwable fault) {
        terminal.say(sentence(doing, fault));
    }

    /// Writes the details down; the sentence for people, without a line end.
    String sentence(String doing, Throwable fault) {
        String what = fault.getClass().getSimpleName();
        return "maskguard: %s: a fault of Maskguard's own (%s); details: %s"
                .formatted(Visible.text(doing), what, place(doing, fault));
    }

    private String place(String doing, Throwable fault) {
        try {
            return Visible.text(write(stateFolder(), doing, fault).toString());
        } catch (IOException | RuntimeException e) {
            return lastResort(doing, fault);
        }
    }

    private String lastResort(String doing, Throwable fault) {
        try {
            return Visible.text(write(Path.of(System.getProperty("java.io.tmpdir")), doing, fault)
                    .toString());
        } catch (IOException | RuntimeException e) {
            return "could not be written (" + Visible.text(String.valueOf(fault.getMessage())) + ")";
        }
    }

    private static Path write(Path folder, String doing, Throwable fault) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? Files.createTempFile(
                        folder,
                        "fault-",
                        ".txt",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createTempFile(folder, "fault-", ".txt");
        StringWriter text = new StringWriter();
        text.write("%s%n%s%nJava %s on %s %s%n%n"
                .formatted(
                        Instant.now(),
                        Visible.text(doing),
                        System.getProperty("java.runtime.version"),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch")));
        fault.printStackTrace(new PrintWriter(text, true));
        Files.writeString(file, text.toString());
        return file;
    }

    private Path stateFolder() {
        String state = terminal.environment().getOrDefault("XDG_STATE_HOME", "");
        Path base = state.isEmpty() ? Path.of(System.getProperty("user.home"), ".local", "state") : Path.of(state);
        return base.resolve("maskguard");
    }
}
