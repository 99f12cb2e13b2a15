package org.maskguard.slicer.place;

import java.util.Locale;

/// The systems whose habits differ.
public enum Platform {
    LINUX,
    MACOS,
    WINDOWS;

    /// The system that this program runs on; whatever is neither Windows nor macOS has Linux's habits.
    public static Platform current() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return WINDOWS;
        }
        return name.startsWith("mac") ? MACOS : LINUX;
    }
}
