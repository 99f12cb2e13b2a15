package org.maskguard.slicer;

import org.maskguard.cli.UsageMistake;
import org.maskguard.slicer.place.Platform;
import org.maskguard.slicer.profile.Hook;

/// The program that slicers are to call: the one that this process was started by.
final class Launcher {

    private Launcher() {}

    /// The hook that calls it.
    ///
    /// @throws UsageMistake where nobody said what started this process
    static Hook hook(Platform platform) {
        String launcher = System.getProperty("maskguard.launcher", "");
        if (launcher.isEmpty()) {
            throw new UsageMistake("start this by the launcher 'maskguard', so that slicers can be told to call it");
        }
        return new Hook(launcher, platform);
    }
}
