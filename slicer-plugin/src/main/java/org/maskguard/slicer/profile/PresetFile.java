package org.maskguard.slicer.profile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/// One file of presets on disk.
record PresetFile(Path path, PresetFormat format) {

    /// Every byte is a character: what is not ours is written back as it was, whatever its encoding.
    String read() throws IOException {
        return new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
    }

    /// Whole or not at all, with the permissions that it had.
    void write(String text) throws IOException {
        Path next = Files.createTempFile(path.toAbsolutePath().getParent(), ".maskguard-", ".tmp");
        try {
            Files.write(next, text.getBytes(StandardCharsets.ISO_8859_1));
            if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
                Files.setPosixFilePermissions(next, permissions);
            }
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    /// A text of ours among those bytes.
    static String asBytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
