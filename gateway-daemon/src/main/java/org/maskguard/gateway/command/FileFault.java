package org.maskguard.gateway.command;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Why a file could not be used, in words for people.
final class FileFault {

    private FileFault() {}

    /// One sentence with the file's name.
    static String why(Path file, IOException fault) {
        return switch (fault) {
            case NoSuchFileException missing -> missing.getFile() + ": there is no such file";
            case AccessDeniedException denied -> denied.getFile() + ": permission denied";
            default -> file + ": " + fault.getMessage();
        };
    }
}
