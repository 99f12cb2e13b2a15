package org.maskguard.suite.geometry;

import java.util.Arrays;
import java.util.List;
import org.maskguard.io.Mesh;

/// Moves, turns and sums of meshes. Nothing is united: bodies that overlap stay bodies that overlap, as in most files
/// that people share.
public final class Meshes {

    private Meshes() {}

    public static Mesh joined(List<Mesh> all) {
        int coordinates = 0;
        int corners = 0;
        for (Mesh mesh : all) {
            coordinates += mesh.xyz().length;
            corners += mesh.corners().length;
        }
        float[] xyz = new float[coordinates];
        int[] c = new int[corners];
        int at = 0;
        int corner = 0;
        for (Mesh mesh : all) {
            System.arraycopy(mesh.xyz(), 0, xyz, at, mesh.xyz().length);
            for (int v : mesh.corners()) {
                c[corner++] = v + at / 3;
            }
            at += mesh.xyz().length;
        }
        return new Mesh(xyz, c);
    }

    public static Mesh joined(Mesh... all) {
        return joined(List.of(all));
    }

    public static Mesh moved(Mesh mesh, double dx, double dy, double dz) {
        return mapped(mesh, (p, i) -> {
            p[0] += dx;
            p[1] += dy;
            p[2] += dz;
        });
    }

    /// Scaled about the origin; where an odd number of factors is negative, it is turned outwards again.
    public static Mesh scaled(Mesh mesh, double sx, double sy, double sz) {
        Mesh scaled = mapped(mesh, (p, i) -> {
            p[0] *= sx;
            p[1] *= sy;
            p[2] *= sz;
        });
        return sx * sy * sz < 0 ? flipped(scaled) : scaled;
    }

    public static Mesh scaled(Mesh mesh, double factor) {
        return scaled(mesh, factor, factor, factor);
    }

    /// Turned about an axis through the origin.
    ///
    /// @param axis 0, 1 or 2 for x, y or z
    public static Mesh turned(Mesh mesh, int axis, double degrees) {
        double c = StrictMath.cos(StrictMath.toRadians(degrees));
        double s = StrictMath.sin(StrictMath.toRadians(degrees));
        int u = (axis + 1) % 3;
        int v = (axis + 2) % 3;
        return mapped(mesh, (p, i) -> {
            double a = p[u];
            p[u] = c * a - s * p[v];
            p[v] = s * a + c * p[v];
        });
    }

    /// Turned to any orientation, all being equally likely.
    public static Mesh tumbled(Mesh mesh, Dice dice) {
        double[] q = new double[4];
        double norm = 0;
        for (int i = 0; i < 4; i++) {
            q[i] = dice.normal();
            norm += q[i] * q[i];
        }
        double s = 2 / norm;
        double[] m = {
            1 - s * (q[2] * q[2] + q[3] * q[3]),
            s * (q[1] * q[2] - q[3] * q[0]),
            s * (q[1] * q[3] + q[2] * q[0]),
            s * (q[1] * q[2] + q[3] * q[0]),
            1 - s * (q[1] * q[1] + q[3] * q[3]),
            s * (q[2] * q[3] - q[1] * q[0]),
            s * (q[1] * q[3] - q[2] * q[0]),
            s * (q[2] * q[3] + q[1] * q[0]),
            1 - s * (q[1] * q[1] + q[2] * q[2])
        };
        return mapped(mesh, (p, i) -> {
            double x = p[0];
            double y = p[1];
            double z = p[2];
            for (int row = 0; row < 3; row++) {
                p[row] = m[3 * row] * x + m[3 * row + 1] * y + m[3 * row + 2] * z;
            }
        });
    }

    /// Every triangle the other way round.
    public static Mesh flipped(Mesh mesh) {
        int[] c = mesh.corners().clone();
        for (int i = 0; i < c.length; i += 3) {
            int swap = c[i];
            c[i] = c[i + 1];
            c[i + 1] = swap;
        }
        return new Mesh(mesh.xyz(), c);
    }

    /// Every vertex moved.
    public static Mesh mapped(Mesh mesh, Motion motion) {
        float[] xyz = mesh.xyz().clone();
        double[] p = new double[3];
        for (int i = 0; i < xyz.length; i += 3) {
            p[0] = xyz[i];
            p[1] = xyz[i + 1];
            p[2] = xyz[i + 2];
            motion.move(p, i / 3);
            xyz[i] = (float) p[0];
            xyz[i + 1] = (float) p[1];
            xyz[i + 2] = (float) p[2];
        }
        return new Mesh(xyz, mesh.corners());
    }

    /// Least x y z and greatest x y z.
    public static double[] box(Mesh mesh) {
        double[] box = {
            Double.MAX_VALUE,
            Double.MAX_VALUE,
            Double.MAX_VALUE,
            -Double.MAX_VALUE,
            -Double.MAX_VALUE,
            -Double.MAX_VALUE
        };
        for (int i = 0; i < mesh.xyz().length; i++) {
            box[i % 3] = Math.min(box[i % 3], mesh.xyz()[i]);
            box[3 + i % 3] = Math.max(box[3 + i % 3], mesh.xyz()[i]);
        }
        return box;
    }

    /// The three sizes of the box, least first.
    public static double[] extents(Mesh mesh) {
        double[] box = box(mesh);
        double[] sizes = {box[3] - box[0], box[4] - box[1], box[5] - box[2]};
        Arrays.sort(sizes);
        return sizes;
    }

    /// What is done to a vertex.
    public interface Motion {

        /// @param p its place, to be changed
        /// @param vertex its number
        void move(double[] p, int vertex);
    }
}
