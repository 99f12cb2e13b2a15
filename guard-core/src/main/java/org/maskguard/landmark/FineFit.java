package org.maskguard.landmark;

import org.maskguard.surface.HeightMap;
import org.maskguard.surface.Samples;
import org.maskguard.surface.Vec;
import org.maskguard.surface.View;

/// Fits pose, scale and modes of the face shape at one place, on maps drawn anew from the face's own front.
///
/// Not thread-safe; one instance a place: [#begin], then perhaps [#finish].
final class FineFit {

    /// How far before and behind the fitted face a surface is still taken for the face, mm at the mean's size:
    /// beyond
    /// are visors, stands and what is seen through eye holes.
    private static final double BEFORE = 18;

    private static final double BEHIND = 30;

    /// Weight of the modes' distribution against points of 1 mm residual: neighbouring points say nearly the same.
    private static final double PRIOR = 15;

    /// Weight of the scale that the search found, likewise, for a difference of a tenth.
    private static final double HOLD = 10;

    /// Nothing farther than this from the tip of the nose is of the face, face mm.
    private static final double REACH = 150;

    private static final double[] UNTURNED = {1, 0, 0, 0, 1, 0, 0, 0, 1};

    private final FaceShape shape;
    private final int modes;
    private final Samples samples;
    private final boolean concave;
    private final SurfaceFit fit;
    private View frame;
    private Vec tip;
    private double scale;
    private double anchor;
    private Samples local;
    private Pose last;
    private double agreement;

    FineFit(FaceShape shape, int modes, Samples samples, boolean concave) {
        this.shape = shape;
        this.modes = modes;
        this.samples = samples;
        this.concave = concave;
        this.fit = new SurfaceFit(shape, 1, modes);
    }

    /// Fits pose, scale and a few modes.
    FineFit begin(View view, Pose start) {
        fit.reset();
        frame = view.turned(start.r());
        tip = view.point(start.x(), start.y(), start.z());
        scale = start.s();
        anchor = scale;
        local = samples.near(tip, REACH * scale);
        Slopes map = round(Math.min(6, modes), new double[] {10, 8.5, 7});
        agreement = fit.agreement(map, last, 4);
        return this;
    }

    /// How well the surface agreed after [#begin].
    double agreement() {
        return agreement;
    }

    /// Goes on with all modes.
    FittedFace finish() {
        round(modes, new double[] {6.5, 6.5, 6.5, 6.5});
        round(modes, new double[] {5, 5, 5, 5});
        float[] placed = fit.placed().clone();
        int at = 3 * shape.index(Landmark.PRONASALE);
        double[] nose = {placed[at], placed[at + 1], placed[at + 2]};
        for (int i = 0; i < placed.length; i++) {
            placed[i] -= (float) nose[i % 3];
        }
        tip = tip.plus(frame.point(scale * nose[0], scale * nose[1], scale * nose[2]));
        HeightMap observed = look(placed, FittedFace.CELL);
        HeightMap fitted = LatticeRaster.heights(placed, shape.triangles(), FittedFace.HALF, FittedFace.CELL);
        double agreed = fit.agreement(Slopes.of(observed), new Pose(UNTURNED, 1, -nose[0], -nose[1], -nose[2]), 3);
        return new FittedFace(frame, tip, scale, fit.weights().clone(), placed, observed, fitted, concave, agreed);
    }

    /// Draws a map from the present pose and takes one step for each cutoff.
    private Slopes round(int free, double[] cutoffs) {
        Slopes map = Slopes.of(look(fit.placed(), 2.2));
        Pose pose = new Pose(UNTURNED, 1, 0, 0, 0);
        for (double cutoff : cutoffs) {
            pose = fit.step(map, pose, free, cutoff, PRIOR, anchor / scale, HOLD);
        }
        last = pose;
        tip = tip.plus(frame.point(pose.x() * scale, pose.y() * scale, pose.z() * scale));
        frame = frame.turned(pose.r());
        scale = Math.clamp(scale * pose.s(), 0.5, 2.2);
        return map;
    }

    /// The surface near the placed shape, in face mm.
    private HeightMap look(float[] placed, double cell) {
        float[] scaled = new float[3 * shape.points()];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (placed[i] * scale);
        }
        double half = FittedFace.HALF * scale;
        HeightMap expected = LatticeRaster.heights(scaled, shape.triangles(), half, 4 * scale);
        return HeightMap.window(
                        local, frame, tip, half, cell * scale, concave, expected, BEFORE * scale, BEHIND * scale)
                .filled(1.5 * cell * scale)
                .scaled(1 / scale);
    }
}
