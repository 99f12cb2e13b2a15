package org.maskguard.report;

import java.util.Arrays;
import org.maskguard.io.Mesh;
import org.maskguard.surface.Vec;

/// The foremost triangle behind each pixel of a camera, and its height: a z-buffer.
///
/// Winding is not asked: a triangle is seen from both sides. One is drawn where the middle of a pixel lies in it or on
/// its edge.
final class Raster {

    /// Pixels that may be looked at before the rest of the triangles is left out: about a second. Only meshes of
    /// hundreds of triangles that each fill the picture come near it, and they are made to.
    private static final long BUDGET = 1_000_000_000L;

    private static final float NOTHING = Float.NEGATIVE_INFINITY;

    final int width;
    final int height;

    /// Height towards the viewer from the camera's centre, mm; negative infinity where there is nothing.
    final float[] depth;

    /// The triangle that is seen, where there is one.
    final int[] triangle;

    private final Camera camera;
    private long budget = BUDGET;
    private long drawn;
    private double drawnArea;
    private boolean clipped;

    private Raster(Camera camera) {
        this.camera = camera;
        width = camera.width();
        height = camera.height();
        depth = new float[width * height];
        triangle = new int[width * height];
        Arrays.fill(depth, NOTHING);
    }

    static Raster of(Mesh mesh, Camera camera) {
        Raster raster = new Raster(camera);
        raster.draw(mesh);
        return raster;
    }

    boolean empty(int pixel) {
        return depth[pixel] == NOTHING;
    }

    /// Whether anything was left out because it stands before the camera's near limit.
    boolean clipped() {
        return clipped;
    }

    /// About how long the edges of the triangles in the picture are, pixels.
    double typicalEdge() {
        return drawn == 0 ? 0 : Math.sqrt(2 * drawnArea / drawn);
    }

    private void draw(Mesh mesh) {
        float[] v = mesh.xyz();
        int[] c = mesh.corners();
        double scale = 1 / camera.mmPerPixel();
        Vec right = camera.view().left().times(scale);
        Vec down = camera.view().up().times(-scale);
        Vec front = camera.view().front();
        double x0 = camera.width() / 2.0 - camera.centre().dot(right);
        double y0 = camera.height() / 2.0 - camera.centre().dot(down);
        double z0 = -camera.centre().dot(front);
        for (int t = 0; t < c.length && budget > 0; t += 3) {
            int i = 3 * c[t];
            int j = 3 * c[t + 1];
            int k = 3 * c[t + 2];
            double ax = x0 + right.x() * v[i] + right.y() * v[i + 1] + right.z() * v[i + 2];
            double bx = x0 + right.x() * v[j] + right.y() * v[j + 1] + right.z() * v[j + 2];
            double cx = x0 + right.x() * v[k] + right.y() * v[k + 1] + right.z() * v[k + 2];
            double ay = y0 + down.x() * v[i] + down.y() * v[i + 1] + down.z() * v[i + 2];
            double by = y0 + down.x() * v[j] + down.y() * v[j + 1] + down.z() * v[j + 2];
            double cy = y0 + down.x() * v[k] + down.y() * v[k + 1] + down.z() * v[k + 2];
            double az = z0 + front.x() * v[i] + front.y() * v[i + 1] + front.z() * v[i + 2];
            double bz = z0 + front.x() * v[j] + front.y() * v[j + 1] + front.z() * v[j + 2];
            double cz = z0 + front.x() * v[k] + front.y() * v[k + 1] + front.z() * v[k + 2];
            fill(t / 3, ax, ay, az, bx - ax, by - ay, bz - az, cx - ax, cy - ay, cz - az);
        }
    }

    /// Draws one triangle, given by a corner and the two edges that start there.
    private void fill(
            int t, double ax, double ay, double az, double ux, double uy, double uz, double wx, double wy, double wz) {
        int left = (int) Math.ceil(Math.max(0, ax + Math.min(0, Math.min(ux, wx)) - 0.5));
        int rightmost = (int) Math.floor(Math.min(width - 1, ax + Math.max(0, Math.max(ux, wx)) - 0.5));
        int top = (int) Math.ceil(Math.max(0, ay + Math.min(0, Math.min(uy, wy)) - 0.5));
        int bottom = (int) Math.floor(Math.min(height - 1, ay + Math.max(0, Math.max(uy, wy)) - 0.5));
        double area = ux * wy - uy * wx;
        if (left > rightmost || top > bottom || area == 0) {
            return;
        }
        budget -= (long) (rightmost - left + 1) * (bottom - top + 1);
        double perArea = 1 / area;
        // Weights of the two edges: the point is a + s u + q w, inside where s, q and 1 − s − q are not negative.
        double sRight = wy * perArea;
        double qRight = -uy * perArea;
        double zRight = sRight * uz + qRight * wz;
        float near = (float) camera.near();
        boolean seen = false;
        for (int y = top; y <= bottom; y++) {
            double dy = y + 0.5 - ay;
            double dx = left + 0.5 - ax;
            double s = (dx * wy - dy * wx) * perArea;
            double q = (dy * ux - dx * uy) * perArea;
            double z = az + s * uz + q * wz;
            int pixel = y * width + left;
            for (int x = left; x <= rightmost; x++, pixel++) {
                if (s >= -1e-9 && q >= -1e-9 && s + q <= 1 + 1e-9) {
                    seen |= put(pixel, t, (float) z, near);
                }
                s += sRight;
                q += qRight;
                z += zRight;
            }
        }
        if (seen) {
            drawn++;
            drawnArea += Math.abs(area) / 2;
        }
    }

    /// Whether the triangle is the foremost one so far.
    private boolean put(int pixel, int t, float z, float near) {
        if (z > near) {
            clipped = true;
            return false;
        }
        if (z > depth[pixel]) {
            depth[pixel] = z;
            triangle[pixel] = t;
            return true;
        }
        return false;
    }
}
