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
        byte[] beyond = beyond(xyz, box);
        int[] corners = mesh.corners();
        int[] number = new int[beyond.length];
        int[] kept = new int[Math.min(corners.length, 3 << 16)];
        int used = 0;
        int n = 0;
        for (int i = 0; i < corners.length; i += 3) {
            int a = corners[i];
            int b = corners[i + 1];
            int c = corners[i + 2];
            if ((beyond[a] & beyond[b] & beyond[c]) != 0) {
                continue;
            }
            if (n == kept.length) {
                kept = Arrays.copyOf(kept, (int) Math.min(2L * n, corners.length));
            }
            used = use(number, a, used);
            used = use(number, b, used);
            used = use(number, c, used);
            kept[n++] = number[a] - 1;
            kept[n++] = number[b] - 1;
            kept[n++] = number[c] - 1;
        }
        return new Mesh(gather(xyz, number, used), n == kept.length ? kept : Arrays.copyOf(kept, n));
    }

    /// Numbers a vertex from 1 on when it is used first.
    private static int use(int[] number, int v, int used) {
        if (number[v] != 0) {
            return used;
        }
        number[v] = used + 1;
        return used + 1;
    }

    private static float[] gather(float[] xyz, int[] number, int used) {
        float[] kept = new float[3 * used];
        for (int v = 0; v < number.length; v++) {
            int to = 3 * (number[v] - 1);
            if (to >= 0) {
                kept[to] = xyz[3 * v];
                kept[to + 1] = xyz[3 * v + 1];
                kept[to + 2] = xyz[3 * v + 2];
            }
        }
        return kept;
    }

    /// Beyond which of the six sides of a box each vertex lies, a bit a side. A triangle's box touches it unless
    /// all
    /// three corners are beyond the same side.
    private static byte[] beyond(float[] xyz, Box box) {
        byte[] beyond = new byte[xyz.length / 3];
        double minX = box.minX();
        double minY = box.minY();
        double minZ = box.minZ();
        double maxX = box.maxX();
        double maxY = box.maxY();
        double maxZ = box.maxZ();
        for (int v = 0; v < beyond.length; v++) {
            float x = xyz[3 * v];
            float y = xyz[3 * v + 1];
            float z = xyz[3 * v + 2];
            int sides = x < minX ? 1 : x > maxX ? 2 : 0;
            sides |= y < minY ? 4 : y > maxY ? 8 : 0;
            sides |= z < minZ ? 16 : z > maxZ ? 32 : 0;
            beyond[v] = (byte) sides;
        }
        return beyond;
    }

    /// Subtracts the origin before it turns, so that a place far from the file's origin costs no precision.
    private static float[] toFace(float[] from, FaceFrame frame) {
        Vec o = frame.pronasale();
        double ox = o.x();
        double oy = o.y();
        double oz = o.z();
        double[] turn = {
            frame.left().x(), frame.left().y(), frame.left().z(),
            frame.up().x(), frame.up().y(), frame.up().z(),
            frame.front().x(), frame.front().y(), frame.front().z()
        };
        float[] xyz = new float[from.length];
        for (int v = 0; v < from.length; v += 3) {
            double x = from[v] - ox;
            double y = from[v + 1] - oy;
            double z = from[v + 2] - oz;
            xyz[v] = (float) (turn[0] * x + turn[1] * y + turn[2] * z);
            xyz[v + 1] = (float) (turn[3] * x + turn[4] * y + turn[5] * z);
            xyz[v + 2] = (float) (turn[6] * x + turn[7] * y + turn[8] * z);
        }
        return xyz;
    }
}
