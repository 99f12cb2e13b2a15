package org.maskguard.report;

import java.util.Map;
import org.maskguard.classify.Face;
import org.maskguard.landmark.FaceFrame;
import org.maskguard.landmark.Landmark;
import org.maskguard.surface.Vec;
import org.maskguard.surface.View;

/// How a face lies and how large it is, whatever of it was found: what pictures of it are framed by.
///
/// @param frame origin at the tip of the nose, or where it may be
/// @param sellion height of the nose's root in that frame, mm
/// @param menton height of the chin's lowest point in that frame, mm
/// @param toViewer direction from which the face is seen: its front, or the open side of a hollow one
record FacePose(FaceFrame frame, double sellion, double menton, Vec toViewer) {

    /// Sellion to menton where no landmark tells, mm: the mean of adults.
    private static final double USUAL_HEIGHT = 120;

    /// No picture is framed by a face that is smaller or larger, mm.
    private static final double LEAST_HEIGHT = 20;

    private static final double MOST_HEIGHT = 1000;

    /// Heights over the nose's tip in shares of sellion to menton: about where they are in adults.
    private static final double USUAL_SELLION = 0.33;

    static FacePose of(Face face) {
        Map<Landmark, Vec> at = face.landmarks();
        View view = Camera.view(face.front(), face.up());
        Vec tip = at.getOrDefault(Landmark.PRONASALE, middle(at));
        FaceFrame frame = new FaceFrame(tip, view.left(), view.up(), view.front());
        Double sellion = heightOf(frame, at.get(Landmark.SELLION));
        Double menton = heightOf(frame, at.get(Landmark.MENTON));
        double height = sellion != null && menton != null ? sellion - menton : USUAL_HEIGHT;
        if (!(height > LEAST_HEIGHT && height < MOST_HEIGHT)) {
            height = USUAL_HEIGHT;
        }
        double top = sellion != null ? sellion : menton != null ? menton + height : USUAL_SELLION * height;
        Vec toViewer = face.concave() ? openSide(frame, at) : frame.front();
        return new FacePose(frame, top, top - height, toViewer);
    }

    /// Sellion to menton, mm.
    double height() {
        return sellion - menton;
    }

    /// A camera before the face, with forehead and chin in the picture.
    Camera camera(int width, int height) {
        double mmPerPixel = 1.95 * height() / height;
        double middle = menton + 0.72 * height();
        Vec centre = frame.toFile(0, middle, 0);
        boolean hollow = toViewer.dot(frame.front()) < 0;
        double near = hollow ? Double.POSITIVE_INFINITY : 0.12 * height();
        return new Camera(Camera.view(toViewer, frame.up()), centre, mmPerPixel, width, height, near);
    }

    /// A hollow face is looked into from where its nose is farthest away, however its front was counted.
    private static Vec openSide(FaceFrame frame, Map<Landmark, Vec> at) {
        Vec tip = at.get(Landmark.PRONASALE);
        Vec left = at.get(Landmark.EXOCANTHION_LEFT);
        Vec right = at.get(Landmark.EXOCANTHION_RIGHT);
        if (tip == null || left == null || right == null) {
            return frame.front();
        }
        double ahead = tip.minus(left.plus(right).times(0.5)).dot(frame.front());
        return ahead > 0 ? frame.front().times(-1) : frame.front();
    }

    private static Double heightOf(FaceFrame frame, Vec at) {
        return at == null ? null : frame.toFace(at).y();
    }

    private static Vec middle(Map<Landmark, Vec> at) {
        Vec sum = new Vec(0, 0, 0);
        for (Vec v : at.values()) {
            sum = sum.plus(v);
        }
        return at.isEmpty() ? sum : sum.times(1.0 / at.size());
    }
}
