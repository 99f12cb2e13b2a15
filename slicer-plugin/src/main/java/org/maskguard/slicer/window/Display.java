package org.maskguard.slicer.window;

import java.util.Map;
import org.maskguard.slicer.place.Platform;

/// Whether a window can be shown to somebody.
public final class Display {

    private Display() {}

    /// On Linux windows need X11, natively or through Wayland's; the others always have a screen, but not over SSH.
    ///
    /// @param environment of this process
    public static boolean isThere(Platform platform, Map<String, String> environment) {
        if (platform == Platform.LINUX) {
            return !environment.getOrDefault("DISPLAY", "").isEmpty();
        }
        return environment.getOrDefault("SSH_CONNECTION", "").isEmpty();
    }
}
