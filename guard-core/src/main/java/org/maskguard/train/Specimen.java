package org.maskguard.train;

import java.util.List;
import java.util.Set;
import org.maskguard.classify.Category;
import org.maskguard.classify.Labels;
import org.maskguard.classify.Ruling;

/// An example as the detector saw it: enough to learn from it and to judge it by any model, without the mesh.
///
/// @param id of the example
/// @param label what it is, in the words of [Labels]
/// @param way how it was made
/// @param unit person or family
/// @param source where the person or thing is from
/// @param disturbance what was done to it
/// @param global extents and D2 of the whole, for the ablation; empty where there is no surface
/// @param spots places that were looked at
/// @param millis that the search took
public record Specimen(
        String id,
        String label,
        String way,
        String unit,
        String source,
        String disturbance,
        double[] global,
        List<Spot> spots,
        long millis) {

    /// A fit whose nose is this near to the true one is of that face, mm; beards and broken noses take up most of
    /// it.
    private static final double SAME_NOSE = 18;

    /// @param features what was measured
    /// @param category what it is if it is a face
    /// @param concave whether it is a hollow face
    /// @param length sellion to menton, mm
    /// @param agreement of fit and surface, 0 to 1
    /// @param errors distances of the 17 landmarks from the true ones, mm; NaN where nobody marked them
    public record Spot(
            double[] features,
            Category category,
            boolean concave,
            double length,
            double agreement,
            double noseError,
            double[] errors) {

        /// Whether this fit is of the face that is there.
        public boolean isTheFace() {
            return noseError < SAME_NOSE;
        }
    }

    /// Verdicts that are right for it.
    public Set<Ruling> accepts() {
        return Labels.accepts(label);
    }

    /// Whether somebody's face is on it, whatever it is made of.
    public boolean hasFace() {
        return !source.equals("benign") && !label.equals("blank_shell");
    }
}
