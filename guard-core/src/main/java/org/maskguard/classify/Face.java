package org.maskguard.classify;

import java.util.Map;
import org.maskguard.landmark.Landmark;
import org.maskguard.landmark.Measurement;
import org.maskguard.surface.Vec;
import org.maskguard.wear.Wear;

/// One face found, in the file's own frame, in mm.
///
/// @param score calibrated, 0 to 1: of faces that score 0.9, nine in ten are human faces
/// @param concave whether the face is seen from its hollow side only, as in a mould
/// @param front unit vector out of the face
/// @param up unit vector from chin to forehead
/// @param wear what is behind it, or null where that was not measured (too weak, or not life-size)
public record Face(
        Category category,
        double score,
        boolean concave,
        Map<Landmark, Vec> landmarks,
        Map<Measurement, Measured> measurements,
        Vec front,
        Vec up,
        Wear wear) {

    public Face {
        landmarks = Map.copyOf(landmarks);
        measurements = Map.copyOf(measurements);
    }

    /// A distance beside its norm.
    ///
    /// @param mm the distance
    /// @param norm mean of living adults, both sexes, mm
    /// @param sd standard deviation of the same, mm
    public record Measured(double mm, double norm, double sd) {

        /// How many deviations the distance lies from the norm.
        public double z() {
            return (mm - norm) / sd;
        }
    }
}
