package org.maskguard.slicer.profile;

import java.util.Locale;
import org.maskguard.slicer.place.Platform;

/// The line that makes a slicer call us; the slicer adds the file's path at its end.
///
/// @param launcher the absolute path of the program that starts Maskguard
/// @param platform whose rules of quoting hold
public record Hook(String launcher, Platform platform) {

    private static final String ARGUMENTS = " slicer check";

    /// The line as it stands in a preset.
    ///
    /// @throws IllegalArgumentException where the slicer cannot be hooked
    public String line(SlicerKind.Form form) {
        return switch (form) {
            case INI, JSON -> quoted() + ARGUMENTS;
            case INI_WITHOUT_SHELL -> launcher.replaceAll("([\\\\ \\t\"'])", "\\\\$1") + ARGUMENTS;
            case NONE -> throw new IllegalArgumentException("it runs no scripts");
        };
    }

    /// Whether a line is one of ours, of this or of an earlier place.
    public static boolean isOurs(String line) {
        String low = line.toLowerCase(Locale.ROOT);
        return low.contains("maskguard") && low.stripTrailing().endsWith(ARGUMENTS);
    }

    /// For a POSIX shell, or for CommandLineToArgvW, in which no path needs more than double quotes.
    private String quoted() {
        if (launcher.matches("[A-Za-z0-9_./:\\\\-]+") && (platform == Platform.WINDOWS || !launcher.contains("\\"))) {
            return launcher;
        }
        return platform == Platform.WINDOWS ? '"' + launcher + '"' : "'" + launcher.replace("'", "'\\''") + "'";
    }
}
