package org.maskguard.wear;

import java.util.function.DoubleBinaryOperator;
import org.maskguard.io.Mesh;
import org.maskguard.landmark.FaceFrame;
import org.maskguard.surface.Shapes;
import org.maskguard.surface.Vec;

/// Things with a plain face of life size, all in the face's own frame: the tip of the nose is the origin, y up.
final class FaceShapes {

    static final FaceFrame FRAME =
            new FaceFrame(new Vec(0, 0, 0), new Vec(1, 0, 0), new Vec(0, 1, 0), new Vec(0, 0, 1));

    static final double SELLION = 44;

    /// The head is an ellipsoid round this point with these half axes, mm.
    private static final Vec MIDDLE = new Vec(0, 20, -118);

    private static final Vec AXES = new Vec(75, 112, 98);

    private FaceShapes() {}

    /// The outline of the face as a polygon: x in `[0]`, y in `[1]`.
    static double[][] outline() {
        double[][] outline = new double[2][40];
        for (int i = 0; i < 40; i++) {
            outline[0][i] = 62 * Math.cos(i * Math.PI / 20);
            outline[1][i] = 8 + 78 * Math.sin(i * Math.PI / 20);
        }
        return outline;
    }

    /// Depth of the face's surface.
    static double depth(double x, double y) {
        double u = x / AXES.x();
        double v = (y - MIDDLE.y()) / AXES.y();
        return MIDDLE.z() + AXES.z() * Math.sqrt(Math.max(0, 1 - u * u - v * v)) + nose(x, y);
    }

    /// The front of a head as a surface without thickness, of `2 n²` triangles that face the viewer.
    static Mesh sheet(int n) {
        return patch(n, FaceShapes::depth);
    }

    /// The same with a wall of a thickness square to the surface; closed.
    static Mesh mask(int n, double wall) {
        Mesh front = sheet(n);
        float[] xyz = new float[2 * front.xyz().length];
        System.arraycopy(front.xyz(), 0, xyz, 0, front.xyz().length);
        for (int v = 0; v < front.xyz().length; v += 3) {
            Vec p = new Vec(xyz[v], xyz[v + 1], xyz[v + 2]);
            Vec inner = p.minus(normal(p.x(), p.y()).times(wall));
            xyz[front.xyz().length + v] = (float) inner.x();
            xyz[front.xyz().length + v + 1] = (float) inner.y();
            xyz[front.xyz().length + v + 2] = (float) inner.z();
        }
        return closed(front, xyz, n);
    }

    /// The face on a block whose back is flat.
    ///
    /// @param rise how far the nose stands out of the block's front, mm; what lies deeper is cut off
    /// @param back depth of the block's back, mm
    static Mesh relief(int n, double rise, double back) {
        Mesh front = patch(n, (x, y) -> Math.max(-rise, depth(x, y)));
        float[] xyz = new float[2 * front.xyz().length];
        System.arraycopy(front.xyz(), 0, xyz, 0, front.xyz().length);
        System.arraycopy(front.xyz(), 0, xyz, front.xyz().length, front.xyz().length);
        for (int v = front.xyz().length + 2; v < xyz.length; v += 3) {
            xyz[v] = (float) back;
        }
        return closed(front, xyz, n);
    }

    /// The skin of a head: from its top down to a share of its height, open below when that is less than 1.
    static Mesh skin(int n, double downTo) {
        return Shapes.moved(globe(n, downTo), FaceShapes::onHead);
    }

    /// A head with a wall, hollow; open at the neck, or closed all round when `downTo` is 1.
    static Mesh hollowHead(int n, double downTo, double wall) {
        Mesh globe = globe(n, downTo);
        Mesh outer = Shapes.moved(globe, FaceShapes::onHead);
        Mesh inner = Shapes.insideOut(
                Shapes.moved(globe, p -> onHead(p).minus(outward(p).times(wall))));
        Mesh both = Shapes.together(outer, inner);
        return downTo == 1 ? both : withRing(both, n, globe.vertices());
    }

    static Vec normal(double x, double y) {
        double h = 0.5;
        double dx = (depth(x + h, y) - depth(x - h, y)) / (2 * h);
        double dy = (depth(x, y + h) - depth(x, y - h)) / (2 * h);
        return new Vec(-dx, -dy, 1).unit();
    }

    private static double nose(double x, double y) {
        double narrow = Math.exp(-x * x / (2 * 11 * 11));
        double slope = y > 0 ? Math.exp(-y * y / (2 * 20 * 20)) : Math.exp(-y * y / (2 * 8 * 8));
        return 21.6 * narrow * slope;
    }

    /// A disc of the face, its grid bent so that the rim is smooth.
    private static Mesh patch(int n, DoubleBinaryOperator depth) {
        float[] xyz = new float[3 * (n + 1) * (n + 1)];
        for (int i = 0; i <= n; i++) {
            for (int j = 0; j <= n; j++) {
                double u = 2.0 * i / n - 1;
                double v = 2.0 * j / n - 1;
                double x = 66 * u * Math.sqrt(1 - v * v / 2);
                double y = 8 + 82 * v * Math.sqrt(1 - u * u / 2);
                int at = 3 * (i * (n + 1) + j);
                xyz[at] = (float) x;
                xyz[at + 1] = (float) y;
                xyz[at + 2] = (float) depth.applyAsDouble(x, y);
            }
        }
        int[] corners = new int[6 * n * n];
        for (int q = 0, c = 0; q < n * n; q++) {
            int a = q / n * (n + 1) + q % n;
            c = quad(corners, c, a, a + n + 1, a + n + 2, a + 1);
        }
        return new Mesh(xyz, corners);
    }

    /// Front, back turned over, and the band round the rim.
    private static Mesh closed(Mesh front, float[] xyz, int n) {
        int vertices = front.vertices();
        int[] back = Shapes.insideOut(front).corners();
        int[] corners = new int[2 * back.length + 24 * n];
        System.arraycopy(front.corners(), 0, corners, 0, back.length);
        int c = back.length;
        for (int corner : back) {
            corners[c++] = corner + vertices;
        }
        for (int i = 0; i < n; i++) {
            int row = n + 1;
            c = band(corners, c, i * row, (i + 1) * row, vertices, true);
            c = band(corners, c, i * row + n, (i + 1) * row + n, vertices, false);
            c = band(corners, c, i, i + 1, vertices, false);
            c = band(corners, c, n * row + i, n * row + i + 1, vertices, true);
        }
        return new Mesh(xyz, corners);
    }

    private static int band(int[] corners, int c, int from, int to, int back, boolean forward) {
        return forward
                ? quad(corners, c, from, from + back, to + back, to)
                : quad(corners, c, to, to + back, from + back, from);
    }

    private static int quad(int[] corners, int at, int a, int b, int c, int d) {
        int[] two = {a, b, c, a, c, d};
        System.arraycopy(two, 0, corners, at, 6);
        return at + 6;
    }

    /// A unit sphere from its top (y = 1) down; `n` rows of `2 n` quads, outward.
    private static Mesh globe(int n, double downTo) {
        float[] xyz = new float[3 * (n + 1) * 2 * n];
        for (int i = 0; i <= n; i++) {
            double polar = Math.acos(1 - 2 * downTo) * i / n;
            for (int j = 0; j < 2 * n; j++) {
                double turn = Math.PI * j / n;
                int at = 3 * (i * 2 * n + j);
                xyz[at] = (float) (Math.sin(polar) * Math.sin(turn));
                xyz[at + 1] = (float) Math.cos(polar);
                xyz[at + 2] = (float) (Math.sin(polar) * Math.cos(turn));
            }
        }
        int[] corners = new int[12 * n * n];
        for (int i = 0, c = 0; i < n; i++) {
            for (int j = 0; j < 2 * n; j++) {
                int next = (j + 1) % (2 * n);
                int row = i * 2 * n;
                c = quad(corners, c, row + j, row + 2 * n + j, row + 2 * n + next, row + next);
            }
        }
        return new Mesh(xyz, corners);
    }

    private static Mesh withRing(Mesh both, int n, int back) {
        int[] corners = java.util.Arrays.copyOf(both.corners(), both.corners().length + 12 * n);
        int c = both.corners().length;
        for (int j = 0; j < 2 * n; j++) {
            int from = n * 2 * n + j;
            int to = n * 2 * n + (j + 1) % (2 * n);
            c = quad(corners, c, from, from + back, to + back, to);
        }
        return new Mesh(both.xyz(), corners);
    }

    private static Vec onHead(Vec p) {
        Vec q = MIDDLE.plus(new Vec(p.x() * AXES.x(), p.y() * AXES.y(), p.z() * AXES.z()));
        return p.z() <= 0 ? q : q.plus(new Vec(0, 0, nose(q.x(), q.y())));
    }

    private static Vec outward(Vec p) {
        return new Vec(p.x() / AXES.x(), p.y() / AXES.y(), p.z() / AXES.z()).unit();
    }
}
