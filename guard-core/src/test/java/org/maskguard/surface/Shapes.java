package org.maskguard.surface;

import java.util.Random;
import java.util.function.UnaryOperator;
import org.maskguard.io.Mesh;

/// Simple meshes, and ways to disturb them, for tests.
public final class Shapes {

    private Shapes() {}

    /// A closed box with outward triangles, mm.
    public static Mesh block(Vec min, Vec max) {
        float[] xyz = new float[24];
        for (int v = 0; v < 8; v++) {
            xyz[3 * v] = (float) ((v & 1) == 0 ? min.x() : max.x());
            xyz[3 * v + 1] = (float) ((v & 2) == 0 ? min.y() : max.y());
            xyz[3 * v + 2] = (float) ((v & 4) == 0 ? min.z() : max.z());
        }
        int[] corners = {
            0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4, 2, 6, 3, 3, 6, 7, 0, 4, 2, 2, 4, 6, 1, 3, 5, 3, 7, 5
        };
        return new Mesh(xyz, corners);
    }

    /// A cube by its middle and half its edge.
    public static Mesh cube(double x, double y, double z, double half) {
        return block(new Vec(x - half, y - half, z - half), new Vec(x + half, y + half, z + half));
    }

    /// A ball of even triangles: a cube whose faces are quartered as often as asked, blown up.
    public static Mesh ball(Vec middle, double radius, int times) {
        return moved(
                subdivided(cube(0, 0, 0, 1), times), p -> p.unit().times(radius).plus(middle));
    }

    /// All the triangles of several meshes.
    public static Mesh together(Mesh... meshes) {
        int vertices = 0;
        int triangles = 0;
        for (Mesh m : meshes) {
            vertices += m.vertices();
            triangles += m.triangles();
        }
        float[] xyz = new float[3 * vertices];
        int[] corners = new int[3 * triangles];
        int v = 0;
        int c = 0;
        for (Mesh m : meshes) {
            System.arraycopy(m.xyz(), 0, xyz, 3 * v, m.xyz().length);
            for (int corner : m.corners()) {
                corners[c++] = corner + v;
            }
            v += m.vertices();
        }
        return new Mesh(xyz, corners);
    }

    /// The same with every vertex moved.
    public static Mesh moved(Mesh mesh, UnaryOperator<Vec> move) {
        float[] xyz = new float[mesh.xyz().length];
        for (int v = 0; v < xyz.length; v += 3) {
            Vec p = move.apply(new Vec(mesh.xyz()[v], mesh.xyz()[v + 1], mesh.xyz()[v + 2]));
            xyz[v] = (float) p.x();
            xyz[v + 1] = (float) p.y();
            xyz[v + 2] = (float) p.z();
        }
        return new Mesh(xyz, mesh.corners());
    }

    /// The same inside out.
    public static Mesh insideOut(Mesh mesh) {
        int[] corners = mesh.corners().clone();
        for (int i = 0; i < corners.length; i += 3) {
            flip(corners, i);
        }
        return new Mesh(mesh.xyz(), corners);
    }

    /// The same triangles as soup, in random order; each turned over with a probability.
    public static Mesh soup(Mesh mesh, double turned, long seed) {
        Random random = new Random(seed);
        int[] corners = mesh.corners().clone();
        for (int t = mesh.triangles() - 1; t >= 0; t--) {
            int o = 3 * random.nextInt(t + 1);
            for (int k = 0; k < 3; k++) {
                int swap = corners[3 * t + k];
                corners[3 * t + k] = corners[o + k];
                corners[o + k] = swap;
            }
            if (random.nextDouble() < turned) {
                flip(corners, 3 * t);
            }
        }
        return unshared(new Mesh(mesh.xyz(), corners));
    }

    /// The same with no vertex shared.
    public static Mesh unshared(Mesh mesh) {
        float[] xyz = new float[3 * mesh.corners().length];
        for (int i = 0; i < mesh.corners().length; i++) {
            System.arraycopy(mesh.xyz(), 3 * mesh.corners()[i], xyz, 3 * i, 3);
        }
        return Mesh.soup(xyz);
    }

    /// Each triangle in four, as often as asked; the shape stays as it is.
    public static Mesh subdivided(Mesh mesh, int times) {
        Mesh fine = mesh;
        for (int i = 0; i < times; i++) {
            fine = Welding.weld(quartered(fine));
        }
        return fine;
    }

    private static Mesh quartered(Mesh mesh) {
        float[] from = mesh.xyz();
        float[] xyz = new float[36 * mesh.triangles()];
        int n = 0;
        for (int t = 0; t < mesh.triangles(); t++) {
            int a = 3 * mesh.corners()[3 * t];
            int b = 3 * mesh.corners()[3 * t + 1];
            int c = 3 * mesh.corners()[3 * t + 2];
            int[][] ends = {{a, a, a, b, a, c}, {a, b, b, b, b, c}, {a, c, b, c, c, c}, {a, b, b, c, a, c}};
            for (int[] e : ends) {
                for (int k = 0; k < 6; k += 2) {
                    for (int axis = 0; axis < 3; axis++) {
                        xyz[n++] = (from[e[k] + axis] + from[e[k + 1] + axis]) / 2;
                    }
                }
            }
        }
        return Mesh.soup(xyz);
    }

    private static void flip(int[] corners, int i) {
        int swap = corners[i + 1];
        corners[i + 1] = corners[i + 2];
        corners[i + 2] = swap;
    }
}
