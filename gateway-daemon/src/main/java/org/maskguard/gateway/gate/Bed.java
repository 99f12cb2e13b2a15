package org.maskguard.gateway.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.maskguard.gateway.spool.Spool;
import org.maskguard.gateway.spool.SpoolFolder;
import org.maskguard.gateway.spool.Spooled;

/// What lies on one printer's bed: the jobs, and parts of jobs, that were printed since it was last declared clear, and
/// what was typed between them. Kept on disk. Not thread-safe.
final class Bed {

    private static final String PRINTING = "printing";
    private static final String LIES = "lies";

    private final SpoolFolder spools;
    private final String printer;
    private final Path file;
    private final List<Spooled> parts = new ArrayList<>();
    private Path printing;
    private Spool typed;
    private int typedCount;

    /// Reads what was there when the gateway last ran.
    Bed(SpoolFolder spools, String printer) throws IOException {
        this.spools = spools;
        this.printer = printer;
        file = spools.path().resolve(printer + ".bed");
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] words = line.split(" ", 3);
                Path path = spools.path().resolve(words[2]);
                if (words[0].equals(PRINTING)) {
                    printing = path;
                } else {
                    parts.add(new Spooled(path, Long.parseLong(words[1])));
                }
            }
        }
    }

    /// Whether a print was going on when the gateway last stopped, so that nobody knows what lies there.
    boolean isUnknown() {
        return printing != null;
    }

    /// What lies there, in its order.
    List<Spooled> parts() {
        List<Spooled> all = new ArrayList<>(parts);
        if (typed != null) {
            flush();
            all.add(typed.soFar());
        }
        return all;
    }

    /// A job's printing begins.
    void begins(Spooled job) {
        closeTyped();
        printing = job.file();
        write();
    }

    /// A job's printing is over.
    ///
    /// @param printed the part of it that was sent
    void ends(Spooled printed) {
        printing = null;
        parts.add(printed);
        write();
    }

    /// A line went to the printer between jobs, and may lay something down or move what later lines lay.
    void typed(String line) throws IOException {
        if (typed == null) {
            typed = newTyped();
        }
        typed.append(line);
        typed.flush();
    }

    /// The bed is clear.
    void clear() {
        closeTyped();
        parts.clear();
        printing = null;
        write();
    }

    private Spool newTyped() throws IOException {
        while (true) {
            String name = printer + ".typed-" + typedCount++;
            if (!Files.exists(spools.path().resolve(name + ".part"))) {
                return spools.begin(name);
            }
        }
    }

    private void flush() {
        try {
            typed.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("what was typed cannot be kept", e);
        }
    }

    private void closeTyped() {
        if (typed != null) {
            parts.add(typed.soFar());
            typed.abandon();
            typed = null;
        }
    }

    private void write() {
        StringBuilder text = new StringBuilder();
        for (Spooled part : parts) {
            text.append(LIES)
                    .append(' ')
                    .append(part.bytes())
                    .append(' ')
                    .append(part.file().getFileName());
            text.append('\n');
        }
        if (printing != null) {
            text.append(PRINTING).append(" 0 ").append(printing.getFileName()).append('\n');
        }
        Path made = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (FileChannel channel = FileChannel.open(
                    made, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                channel.write(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.US_ASCII)));
                channel.force(true);
            }
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("what lies on the bed cannot be kept", e);
        }
    }
}
