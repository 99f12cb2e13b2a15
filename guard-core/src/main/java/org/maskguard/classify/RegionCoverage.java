package org.maskguard.classify;

import org.maskguard.landmark.FaceShape;
import org.maskguard.landmark.FaceShape.Region;
import org.maskguard.landmark.FittedFace;

/// Which share of some regions of a face is there, 0 to 1, holes not counted.
record RegionCoverage(double eyes, double mouth, double brow) {

    /// A surface farther than this from the fit is not the face's, face mm.
    private static final double NEAR = 6;

    static RegionCoverage of(FaceShape shape, FittedFace face) {
        int[] all = new int[Region.values().length];
        int[] there = new int[all.length];
        float[] p = face.placed();
        for (int i = 0; i < shape.points(); i++) {
            int region = shape.region(i).ordinal();
            all[region]++;
            float z = face.observed().at(p[3 * i], p[3 * i + 1]);
            there[region] += Math.abs(z - p[3 * i + 2]) <= NEAR ? 1 : 0;
        }
        int left = Region.EYE_LEFT.ordinal();
        int right = Region.EYE_RIGHT.ordinal();
        return new RegionCoverage(
                (there[left] + there[right]) / (double) Math.max(1, all[left] + all[right]),
                share(there, all, Region.MOUTH),
                share(there, all, Region.BROW));
    }

    private static double share(int[] there, int[] all, Region region) {
        return there[region.ordinal()] / (double) Math.max(1, all[region.ordinal()]);
    }
}
