package org.maskguard.slicer.profile;

import java.nio.file.Path;

/// A slicer whose settings are on this machine.
///
/// @param folder its settings
/// @param presets how many presets state their scripts themselves; the others follow these
/// @param guarded how many of those call us
/// @param obstacle why it cannot be made to call us, one sentence; empty where it can
public record FoundSlicer(SlicerKind kind, Path folder, int presets, int guarded, String obstacle) {

    /// Whether every preset calls us.
    public boolean isGuarded() {
        return obstacle.isEmpty() && presets > 0 && guarded == presets;
    }
}
