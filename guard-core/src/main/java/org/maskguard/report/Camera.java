package org.maskguard.report;

import org.maskguard.io.Mesh;
import org.maskguard.surface.Vec;
import org.maskguard.surface.View;

/// An orthographic camera: which way it looks, at what, and how large a pixel is.
///
/// Pixel coordinates run from the left and from the top; the middle of the top left pixel is (0.5, 0.5).
///
/// @param view axes of the picture: right-hand side (`left` of what is looked at), up, towards the viewer
/// @param centre what is in the middle of the picture, mm; heights towards the viewer count from it
/// @param mmPerPixel size of a pixel, mm
/// @param width of the picture, pixels
/// @param height of the picture, pixels
/// @param near what is farther towards the viewer than this is left out, mm from the centre; infinite for nothing
public record Camera(View view, Vec centre, double mmPerPixel, int width, int height, double near) {

    /// Share of the picture that stays free on each side of a mesh that is fitted in.
    private static final double MARGIN = 0.05;

    /// @throws IllegalArgumentException when the picture has no or more than 2²⁶ pixels, or a pixel no size
    public Camera {
        if (width < 1 || height < 1 || (long) width * height > 1 << 26) {
            throw new IllegalArgumentException("no picture of %d × %d pixels".formatted(width, height));
        }
        if (!(mmPerPixel > 0) || !(mmPerPixel < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("no pixel of %s mm".formatted(mmPerPixel));
        }
    }

    /// A camera that sees the whole of a mesh.
    ///
    /// @param front direction towards the viewer, of any length but zero
    /// @param up what is up in the picture, roughly; where it is parallel to `front`, anything
    public static Camera fitting(Mesh mesh, Vec front, Vec up, int width, int height) {
        View view = view(front, up);
        double[] low = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
        double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        float[] xyz = mesh.xyz();
        // Vertices that no triangle uses may lie anywhere.
        for (int corner : mesh.corners()) {
            int at = 3 * corner;
            stretch(low, high, 0, dot(view.left(), xyz, at));
            stretch(low, high, 1, dot(view.up(), xyz, at));
            stretch(low, high, 2, dot(view.front(), xyz, at));
        }
        if (mesh.triangles() == 0) {
            return new Camera(view, new Vec(0, 0, 0), 1, width, height, Double.POSITIVE_INFINITY);
        }
        double across = (high[0] - low[0]) / (width * (1 - 2 * MARGIN));
        double upwards = (high[1] - low[1]) / (height * (1 - 2 * MARGIN));
        Vec centre = view.point((low[0] + high[0]) / 2, (low[1] + high[1]) / 2, (low[2] + high[2]) / 2);
        double mmPerPixel = Math.max(1e-6, Math.max(across, upwards));
        return new Camera(view, centre, mmPerPixel, width, height, Double.POSITIVE_INFINITY);
    }

    /// The axes of a picture, from a direction towards the viewer and what is roughly up.
    public static View view(Vec front, Vec up) {
        Vec f = front.unit();
        Vec left = up.cross(f);
        if (left.length() < 1e-6 * up.length()) {
            return View.along(f);
        }
        Vec across = left.unit();
        return new View(across, f.cross(across), f);
    }

    /// Where a point is in the picture, in pixels from the left.
    public double x(Vec p) {
        return width / 2.0 + p.minus(centre).dot(view.left()) / mmPerPixel;
    }

    /// Where a point is in the picture, in pixels from the top.
    public double y(Vec p) {
        return height / 2.0 - p.minus(centre).dot(view.up()) / mmPerPixel;
    }

    /// The point of a pixel coordinate at a height over the centre's plane, mm.
    Vec point(double x, double y, double heightMm) {
        double right = (x - width / 2.0) * mmPerPixel;
        double up = (height / 2.0 - y) * mmPerPixel;
        return centre.plus(view.point(right, up, heightMm));
    }

    /// The same view in a picture of so many times as many pixels a side.
    Camera finer(int times) {
        return new Camera(view, centre, mmPerPixel / times, width * times, height * times, near);
    }

    private static double dot(Vec v, float[] xyz, int at) {
        return v.x() * xyz[at] + v.y() * xyz[at + 1] + v.z() * xyz[at + 2];
    }

    private static void stretch(double[] low, double[] high, int axis, double value) {
        low[axis] = Math.min(low[axis], value);
        high[axis] = Math.max(high[axis], value);
    }
}
