package org.maskguard.slicer.window;

import java.nio.file.Path;

/// Why a window was opened.
///
/// @param asked whether a slicer waits for the maker's word on a refused export, which the policy leaves to the maker
/// @param kept where a refused export lies, or null where nothing was taken away
/// @param name that people know the one file by, or empty for the files' own names
/// @param exporting whether a slicer goes on with what was warned of
public record Occasion(boolean asked, Path kept, String name, boolean exporting) {

    /// Somebody opened the application.
    public static final Occasion APPLICATION = new Occasion(false, null, "", false);
}
