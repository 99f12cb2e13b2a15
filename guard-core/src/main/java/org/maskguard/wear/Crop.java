package org.maskguard.wear;

import java.util.Arrays;
import org.maskguard.io.Mesh;
import org.maskguard.landmark.FaceFrame;
import org.maskguard.surface.Box;
import org.maskguard.surface.Vec;

/// Cuts out of a mesh what a bundle of rays can meet, in the frame of a face.
final class Crop {

    private Crop() {}

    /// The triangles whose boxes touch a box, whole, in the face's frame.
    ///
    /// @param box in the face's frame; infinite sides are allowed
    static Mesh of(Mesh mesh, FaceFrame frame, Box box) {
        float[] xyz = toFace(mesh.xyz(), frame);
        int[] kept = new int[Math.min(mesh.corners().length, 3 << 16)];
        int n = 0;
        for (int i = 0; i < mesh.corners().length; i += 3) {
            if (touches(xyz, mesh.corners(), i, box)) {
                if (n == kept.length) {
                    kept = Arrays.copyOf(kept, Math.min(2 * n, mesh.corners().length));
                }
                System.arraycopy(mesh.corners(), i, kept, n, 3);
                n += 3;
            }
        }
        return compact(xyz, Arrays.copyOf(kept, n));
    }

    /// Subtracts the origin before it turns, so that a place far from the file's origin costs no precision.
    private static float[] toFace(float[] from, FaceFrame frame) {
        Vec o = frame.pronasale();
        float[] xyz = new float[from.length];
        for (int v = 0; v < from.length; v += 3) {
            double x = from[v] - o.x();
            double y = from[v + 1] - o.y();
            double z = from[v + 2] - o.z();
            xyz[v] = along(frame.left(), x, y, z);
            xyz[v + 1] = along(frame.up(), x, y, z);
            xyz[v + 2] = along(frame.front(), x, y, z);
        }
        return xyz;
    }

    private static float along(Vec axis, double x, double y, double z) {
        return (float) (axis.x() * x + axis.y() * y + axis.z() * z);
    }

    private static boolean touches(float[] xyz, int[] corners, int i, Box box) {
        int a = 3 * corners[i];
        int b = 3 * corners[i + 1];
        int c = 3 * corners[i + 2];
        return overlaps(xyz[a], xyz[b], xyz[c], box.minX(), box.maxX())
                && overlaps(xyz[a + 1], xyz[b + 1], xyz[c + 1], box.minY(), box.maxY())
                && overlaps(xyz[a + 2], xyz[b + 2], xyz[c + 2], box.minZ(), box.maxZ());
    }

    private static boolean overlaps(float a, float b, float c, double min, double max) {
        return Math.min(a, Math.min(b, c)) <= max && Math.max(a, Math.max(b, c)) >= min;
    }

    private static Mesh compact(float[] xyz, int[] corners) {
        int[] number = new int[xyz.length / 3];
        Arrays.fill(number, -1);
        float[] kept = new float[Math.min(xyz.length, 3 * corners.length)];
        int used = 0;
        for (int i = 0; i < corners.length; i++) {
            int v = corners[i];
            if (number[v] < 0) {
                System.arraycopy(xyz, 3 * v, kept, 3 * used, 3);
                number[v] = used++;
            }
            corners[i] = number[v];
        }
        return new Mesh(Arrays.copyOf(kept, 3 * used), corners);
    }
}
