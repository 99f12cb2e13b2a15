package org.maskguard.wear;

/// What is behind a face, measured along its front direction (design, section 2, "Wearable").
///
/// @param wallMm median depth of material from the first surface to where a ray leaves it, mm; 0 for a surface
///     without thickness
/// @param wallShare share of the outline, 0 to 1, where that is at most 25 mm
/// @param roomMm cavity: median exit depth behind the nose root less the 5 % quantile over the outline, mm
/// @param openBack share of the outline's width, 0 to 1, that is free to the back
/// @param openBelow whether a head of 100 mm by 90 mm passes from below or above; measured, and true, only where wall
///     and cavity let a face in and the back does not
/// @param sheet whether the surface has no thickness at all
/// @param wearable whether wall, cavity and opening together let a face in
public record Wear(
        double wallMm,
        double wallShare,
        double roomMm,
        double openBack,
        boolean openBelow,
        boolean sheet,
        boolean wearable) {}
