package org.maskguard.report;

import org.maskguard.classify.Face;
import org.maskguard.io.Mesh;
import org.maskguard.surface.Vec;
import org.maskguard.surface.View;

/// A model that somebody turns about to look at: its strongest face first, where it has one.
///
/// A direction is two angles, in degrees: `turn` to the thing's own left, `tilt` towards its top. At 0 and 0 it is seen
/// from its front. Immutable; safe to share between threads.
public final class TurnedModel {

    /// Where a face fills the picture, its height is this share of the picture's.
    private static final double FACE_SHARE = 1 / 1.95;

    private static final View PLATE =
            new View(new Vec(0.75, 0.5, 0).unit(), new Vec(0, 0, 1), new Vec(0.5, -0.75, 0).unit());

    private static final double PLATE_TILT = 25;

    private final Mesh mesh;
    private final FacePose pose;
    private final View axes;
    private final Vec middle;
    private final double reach;
    private final CurvatureTint curved;

    /// @param face to look at, or null for the model as it lies
    public TurnedModel(Mesh mesh, Face face) {
        this.mesh = mesh;
        pose = face == null ? null : FacePose.of(face);
        Camera whole = Camera.fitting(mesh, PLATE.front(), PLATE.up(), 100, 100);
        if (face == null) {
            axes = PLATE;
            middle = whole.centre();
            reach = 100 * whole.mmPerPixel();
            curved = null;
        } else {
            axes = Camera.view(pose.toViewer(), pose.frame().up());
            middle = pose.frame().toFile(0, pose.menton() + 0.72 * pose.height(), -0.25 * pose.height());
            reach = pose.height() / FACE_SHARE;
            curved = CurvatureTint.of(mesh, pose, face.concave());
        }
    }

    /// Whether there is a face, and so curvature to show.
    public boolean hasFace() {
        return pose != null;
    }

    /// The tilt from which it is best seen at first, degrees.
    public double firstTilt() {
        return pose == null ? PLATE_TILT : 0;
    }

    /// Right-hand side, up, and towards the viewer, as it is seen at first and without tilt.
    public View axes() {
        return axes;
    }

    /// What it is turned about, mm.
    public Vec middle() {
        return middle;
    }

    /// Height that fills a picture, mm.
    public double reach() {
        return reach;
    }

    /// A camera from a direction.
    ///
    /// @param zoom 1 for the face, or the whole where there is none, filling the picture; 2 for half of it
    public Camera camera(double turn, double tilt, double zoom, int width, int height) {
        double t = Math.toRadians(turn);
        double p = Math.toRadians(Math.clamp(tilt, -89, 89));
        Vec towards = axes.front()
                .times(Math.cos(t) * Math.cos(p))
                .plus(axes.left().times(Math.sin(t) * Math.cos(p)))
                .plus(axes.up().times(Math.sin(p)));
        double mmPerPixel = reach / (zoom * Math.min(width, height));
        return new Camera(Camera.view(towards, axes.up()), middle, mmPerPixel, width, height, Double.POSITIVE_INFINITY);
    }

    /// The shaded picture; coloured by curvature where that is asked for and there is a face.
    public Picture picture(Camera camera, boolean byCurvature) {
        return byCurvature && curved != null ? Shader.draw(mesh, camera, curved) : Shader.draw(mesh, camera);
    }

    /// How a surface bends at places: for each its shape index, −1 to +1, and how much of its colour is seen, 0 to
    /// 1.
    ///
    /// @param xyz three coordinates a place, in the mesh's frame, mm
    public float[] bends(float[] xyz) {
        float[] bends = new float[xyz.length / 3 * 2];
        for (int i = 0; curved != null && i < xyz.length / 3; i++) {
            curved.bend(new Vec(xyz[3 * i], xyz[3 * i + 1], xyz[3 * i + 2]), bends, 2 * i);
        }
        return bends;
    }

    /// The colour of such a place, 0xRRGGBB.
    public static int colour(double shapeIndex, double share) {
        return CurvatureTint.colour(shapeIndex, share);
    }
}
