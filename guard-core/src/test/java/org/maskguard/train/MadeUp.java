package org.maskguard.train;

import java.util.List;
import org.maskguard.classify.Category;
import org.maskguard.classify.FaceFeatures;

/// Specimens that need no meshes.
final class MadeUp {

    static final int FEATURES = FaceFeatures.NAMES.length;

    private MadeUp() {}

    /// A mask whose only fit is right.
    static Specimen mask(String unit, String way, double[] features) {
        return specimen("mask_human", unit, way, "ict", List.of(spot(features, 1)));
    }

    /// An ordinary thing on which something was taken for a mask.
    static Specimen thing(String unit, double[] features) {
        return specimen("part", unit, "found", "benign", List.of(spot(features, Double.NaN)));
    }

    static Specimen specimen(String label, String unit, String way, String source, List<Specimen.Spot> spots) {
        return new Specimen(unit + "/" + way, label, way, unit, source, "clean", new double[0], spots, 1);
    }

    static Specimen.Spot spot(double[] features, double noseError) {
        return new Specimen.Spot(features, Category.MASK, false, 118, 0.9, noseError, new double[17]);
    }
}
