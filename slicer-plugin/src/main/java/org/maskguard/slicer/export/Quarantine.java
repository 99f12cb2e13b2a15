package org.maskguard.slicer.export;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Where refused files go: out of the slicer's reach, and never lost.
///
/// PrusaSlicer's command line leaves a refused file where it is, and Slic3r does not even look at the exit status, so
/// only taking the file away refuses. A folder that only its owner may read; where nothing can be put there, the file
/// stays beside its place under a name that no printer takes.
public final class Quarantine {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private static final int LONGEST_NAME = 80;

    private final Path folder;

    public Quarantine(Path folder) {
        this.folder = folder;
    }

    /// Moves a file here. On another disk it is copied, and deleted only once the copy is whole.
    ///
    /// @param name what people know it by
    /// @param when tells two of the same name apart
    /// @return where it is now
    /// @throws IOException when it could not be moved at all; it is then where it was
    public Path take(Path file, String name, Instant when) throws IOException {
        try {
            return store(file, name, when);
        } catch (IOException full) {
            try {
                return move(file, file.resolveSibling(file.getFileName() + ".refused"));
            } catch (IOException fixed) {
                full.addSuppressed(fixed);
                throw full;
            }
        }
    }

    private Path store(Path file, String name, Instant when) throws IOException {
        make();
        String stem = STAMP.format(when) + "-" + safe(name);
        for (int attempt = 1; ; attempt++) {
            Path target = folder.resolve(attempt == 1 ? stem : numbered(stem, attempt));
            try {
                return move(file, target);
            } catch (FileAlreadyExistsException taken) {
                if (attempt == 1000) {
                    throw taken;
                }
            }
        }
    }

    private void make() throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    private static Path move(Path file, Path target) throws IOException {
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        try {
            return Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException otherDisk) {
            Path half = target.resolveSibling(target.getFileName() + ".part");
            try {
                Files.copy(file, half, StandardCopyOption.REPLACE_EXISTING);
                Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(half);
            }
            Files.delete(file);
            return target;
        }
    }

    private static String numbered(String stem, int number) {
        int dot = stem.lastIndexOf('.');
        return dot <= 0 ? stem + "-" + number : stem.substring(0, dot) + "-" + number + stem.substring(dot);
    }

    /// Letters, digits, dots and dashes, of any script; never a path, never hidden.
    private static String safe(String name) {
        String plain = name.replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[.-]+", "");
        if (plain.isEmpty()) {
            return "file";
        }
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(plain.length() - LONGEST_NAME);
    }
}
