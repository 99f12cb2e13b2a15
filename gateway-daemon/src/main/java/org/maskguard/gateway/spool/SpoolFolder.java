package org.maskguard.gateway.spool;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/// The folder that all printers' jobs lie in, within bounds. Thread-safe.
public final class SpoolFolder {

    static final String PART = ".part";
    static final String WHOLE = ".job";

    /// How many bytes may be written before the disk is asked again how much is free.
    private static final long BETWEEN_LOOKS = 1 << 20;

    private final Path path;
    private final SpoolLimits limits;
    private final AtomicLong total = new AtomicLong();
    private final AtomicLong sinceLook = new AtomicLong(BETWEEN_LOOKS);

    /// Makes the folder where it is not there.
    public SpoolFolder(Path path, SpoolLimits limits) throws IOException {
        this.path = Files.createDirectories(path);
        this.limits = limits;
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                total.addAndGet(Files.size(file));
            }
        }
    }

    /// Where it is.
    public Path path() {
        return path;
    }

    /// Begins a job's file.
    ///
    /// @param job its identifier, which no other job has had
    public Spool begin(String job) throws IOException {
        return new Spool(this, job);
    }

    /// The jobs whose files were never sealed, by their identifiers.
    public List<String> cutOff() throws IOException {
        return named(PART);
    }

    /// The jobs whose files are whole, by their identifiers.
    public List<String> whole() throws IOException {
        return named(WHOLE);
    }

    /// Finds a job, whole or cut off, and takes its digest anew.
    ///
    /// @throws java.nio.file.NoSuchFileException where there is none
    public Sealed find(String job) throws IOException {
        Path file = path.resolve(job + WHOLE);
        if (!file.normalize().getParent().equals(path.normalize())) {
            throw new IOException("no identifier of a job: " + job);
        }
        if (!Files.exists(file)) {
            file = path.resolve(job + PART);
        }
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        long lines = 0;
        long bytes = 0;
        long read = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            byte[] line = new byte[1 << 10];
            int length = 0;
            for (int b = in.read(); b >= 0; b = in.read()) {
                read++;
                if (length < line.length) {
                    line[length++] = (byte) b;
                }
                if (b == '\n') {
                    // Half a line at the end, as a crash leaves it, does not count.
                    digest.update(line, 0, length);
                    length = 0;
                    lines++;
                    bytes = read;
                }
            }
        }
        return new Sealed(new Spooled(file, bytes), lines, HexFormat.of().formatHex(digest.digest()));
    }

    /// Deletes a job's file.
    public void drop(String job) throws IOException {
        for (String ending : List.of(WHOLE, PART)) {
            Path file = path.resolve(job + ending);
            if (Files.exists(file)) {
                total.addAndGet(-Files.size(file));
                Files.delete(file);
            }
        }
    }

    /// Makes room for `more` bytes behind the `bytes` that a job has.
    void reserve(long bytes, int more) throws IOException {
        if (bytes + more > limits.maxJob()) {
            throw new SpoolFull("the job is larger than spool.max_job");
        }
        if (total.addAndGet(more) > limits.maxTotal()) {
            total.addAndGet(-more);
            throw new SpoolFull("the spool is full (spool.max_total)");
        }
        if (sinceLook.addAndGet(more) >= BETWEEN_LOOKS) {
            sinceLook.set(0);
            if (Files.getFileStore(path).getUsableSpace() < limits.minFree()) {
                sinceLook.set(BETWEEN_LOOKS);
                throw new SpoolFull("the disk has less free space than spool.min_free");
            }
        }
    }

    /// Brings the folder's names to the disk.
    void force() throws IOException {
        try (FileChannel names = FileChannel.open(path, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException e) {
            if (System.getProperty("os.name").startsWith("Windows")) {
                // Folders cannot be opened there, and need not be.
                return;
            }
            throw e;
        }
    }

    private List<String> named(String ending) throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(ending)) {
                    names.add(name.substring(0, name.length() - ending.length()));
                }
            }
        }
        return names;
    }
}
