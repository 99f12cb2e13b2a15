package org.maskguard.gateway.gate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.maskguard.gateway.spool.Spool;
import org.maskguard.gateway.spool.SpoolFolder;
import org.maskguard.gateway.spool.Spooled;

/// What lies on one printer's bed: the jobs, and parts of jobs, that were printed since it was last
/// declared clear, and what was typed between them. Kept on disk. Not thread-safe.
///
/// Nobody waits for the disk here: [#isKept] says when the last change is there.
final class Bed {

    private static final String PRINTING = "printing";
    private static final String LIES = "lies";
    private static final String TYPED = "typed";

    private final SpoolFolder spools;
    private final String printer;
    private final Path file;
    private final Executor disk;
    private final List<OnBed> parts = new ArrayList<>();
    private final AtomicLong written = new AtomicLong();
    private Path printing;
    private Spool typed;
    private int typedCount;
    private long changes;
    private volatile String failure = "";

    /// Reads what was there when the gateway last ran.
    ///
    /// @param disk runs what waits for the disk, in the order given
    Bed(SpoolFolder spools, String printer, Executor disk) throws IOException {
        this.spools = spools;
        this.printer = printer;
        this.disk = disk;
        file = spools.path().resolve(printer + ".bed");
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                read(line.split(" ", 3));
            }
        }
    }

    private void read(String[] words) throws IOException {
        String name = words[2];
        switch (words[0]) {
            case PRINTING -> printing = spools.path().resolve(name);
            case LIES -> parts.add(new OnBed(new Spooled(spools.path().resolve(name), Long.parseLong(words[1])), true));
            case TYPED -> readTyped(name);
            default -> throw new IOException(file + " has a line that begins with " + words[0]);
        }
    }

    private void readTyped(String name) throws IOException {
        try {
            parts.add(new OnBed(spools.find(name).spooled(), false));
        } catch (NoSuchFileException e) {
            // Somebody took it away: nobody knows what lies there.
            printing = spools.path().resolve(name + SpoolFolder.PART);
        }
    }

    /// Whether a print was going on when the gateway last stopped, so that nobody knows what lies there.
    boolean isUnknown() {
        return printing != null;
    }

    /// Whether the disk knows all of it.
    boolean isKept() {
        return written.get() == changes;
    }

    /// Why the disk could not take it; empty where it could.
    String failure() {
        return failure;
    }

    /// What lies there, in its order.
    List<OnBed> parts() {
        List<OnBed> all = new ArrayList<>(parts);
        if (typed != null) {
            all.add(new OnBed(typed.soFar(), false));
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
        parts.add(new OnBed(printed, true));
        write();
    }

    /// A line went to the printer between jobs, and may lay something down or move what later lines lay.
    void typed(String line) throws IOException {
        if (typed == null) {
            typed = spools.begin(newName());
            write();
        }
        typed.append(line);
        typed.flush();
    }

    /// The bed is clear.
    void clear() {
        closeTyped();
        List<OnBed> gone = List.copyOf(parts);
        parts.clear();
        printing = null;
        write();
        disk.execute(() -> gone.stream().filter(part -> !part.replayed()).forEach(this::drop));
    }

    private void drop(OnBed part) {
        try {
            spools.drop(typedName(part));
        } catch (IOException e) {
            // It stays behind, and costs room.
            return;
        }
    }

    private static String typedName(OnBed part) {
        String name = part.lines().file().getFileName().toString();
        return name.substring(0, name.length() - SpoolFolder.PART.length());
    }

    private String newName() {
        String name;
        do {
            name = printer + "." + TYPED + "-" + typedCount++;
        } while (Files.exists(spools.path().resolve(name + SpoolFolder.PART)));
        return name;
    }

    private void closeTyped() {
        if (typed != null) {
            parts.add(new OnBed(typed.soFar(), false));
            typed.abandon();
            typed = null;
        }
    }

    private void write() {
        StringBuilder text = new StringBuilder();
        for (OnBed part : parts()) {
            String name = part.lines().file().getFileName().toString();
            if (part.replayed()) {
                line(text, LIES, part.lines().bytes(), name);
            } else {
                line(text, TYPED, 0, typedName(part));
            }
        }
        if (printing != null) {
            line(text, PRINTING, 0, printing.getFileName().toString());
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
        long change = ++changes;
        disk.execute(() -> keep(bytes, change));
    }

    private static void line(StringBuilder text, String word, long bytes, String name) {
        text.append(word).append(' ').append(bytes).append(' ').append(name).append('\n');
    }

    private void keep(byte[] bytes, long change) {
        Path made = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (FileChannel channel = FileChannel.open(
                    made, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            spools.force();
            failure = "";
            written.set(change);
        } catch (IOException e) {
            failure = "what lies on the bed cannot be kept: " + e.getMessage();
        }
    }
}
