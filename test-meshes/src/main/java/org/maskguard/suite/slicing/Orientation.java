package org.maskguard.suite.slicing;

import java.util.Locale;

/// How a thing lies on the bed: turned about the x axis, from standing upright with its front towards -y.
enum Orientation {
    /// As it stands.
    UP(0),
    /// On its back, front up.
    BACK(-90),
    /// On its front.
    DOWN(90),
    /// Leaning back by 45°.
    TILT45(-45);

    private final double degrees;

    Orientation(double degrees) {
        this.degrees = degrees;
    }

    /// Degrees about x.
    double degrees() {
        return degrees;
    }

    /// The word that stands in manifests.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
