package org.maskguard.landmark;

import java.util.EnumMap;
import java.util.Map;
import org.maskguard.surface.HeightMap;
import org.maskguard.surface.Vec;
import org.maskguard.surface.View;

/// The face shape laid on a surface, and the surface as the face's own front sees it.
///
/// Maps are in units of the mean face ("face mm": mm divided by the scale), in the face's own frame with the fitted
/// pronasale as origin, in a window of 200 by 200 at a cell of 2.
///
/// @param view axes of the face in the file's frame: its left, its up, its front
/// @param pronasale fitted tip of the nose, mm, in the file's frame
/// @param scale of the face, 1 for the mean's size
/// @param weights of the shape's modes, in deviations
/// @param placed fitted points and landmarks in the face's frame, face mm
/// @param observed the surface; NaN where there is none
/// @param fitted heights of the fitted shape
/// @param concave whether it is the hollow side that looks like a face
/// @param agreement of surface and fitted shape, 0 to 1
public record FittedFace(
        View view,
        Vec pronasale,
        double scale,
        double[] weights,
        float[] placed,
        HeightMap observed,
        HeightMap fitted,
        boolean concave,
        double agreement) {

    /// Half the width of the window, face mm.
    public static final double HALF = 100;

    /// Size of a cell, face mm.
    public static final double CELL = 2;

    /// The frame of the face in the file.
    public FaceFrame frame() {
        return new FaceFrame(pronasale, view.left(), view.up(), view.front());
    }

    /// A point given in face mm, in the file's frame.
    public Vec toFile(double x, double y, double z) {
        return frame().toFile(scale * x, scale * y, scale * z);
    }

    /// The landmarks of the fitted shape, moved onto the surface where there is one, in the file's frame.
    public Map<Landmark, Vec> landmarks(FaceShape shape) {
        OntoSurface surface = new OntoSurface(observed, fitted);
        Map<Landmark, Vec> found = new EnumMap<>(Landmark.class);
        for (Landmark landmark : Landmark.values()) {
            int at = 3 * shape.index(landmark);
            double[] moved = surface.moved(placed[at], placed[at + 1], placed[at + 2]);
            found.put(landmark, toFile(moved[0], moved[1], moved[2]));
        }
        return found;
    }

    /// Heights of the mean face, each of its points moved to where the fitted one lies in the frontal view: what
    /// the
    /// relief would be if only the outlines had been fitted.
    public HeightMap ofMean(FaceShape shape) {
        float[] moved = placed.clone();
        for (int i = 2; i < moved.length; i += 3) {
            moved[i] = shape.mean()[i];
        }
        return LatticeRaster.heights(moved, shape.triangles(), HALF, CELL);
    }
}
