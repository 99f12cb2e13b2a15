package org.maskguard.bench;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.maskguard.io.Mesh;
import org.maskguard.landmark.FaceShape;

/// The mean face as two layers 2 mm apart, divided as finely as asked: what the benchmarks work on.
final class MeanFace {

    private MeanFace() {}

    /// @param divisions each divides every triangle into four
    static Mesh shell(FaceShape shape, int divisions) {
        int n = shape.points();
        float[] xyz = new float[6 * n];
        for (int i = 0; i < 3 * n; i++) {
            xyz[i] = shape.mean()[i];
            xyz[3 * n + i] = shape.mean()[i] - (i % 3 == 2 ? 2 : 0);
        }
        int[] front = shape.triangles();
        int[] corners = new int[2 * front.length];
        for (int t = 0; t < front.length; t += 3) {
            System.arraycopy(front, t, corners, t, 3);
            corners[front.length + t] = front[t + 2] + n;
            corners[front.length + t + 1] = front[t + 1] + n;
            corners[front.length + t + 2] = front[t] + n;
        }
        float[] soup = new float[3 * corners.length];
        for (int i = 0; i < corners.length; i++) {
            System.arraycopy(xyz, 3 * corners[i], soup, 3 * i, 3);
        }
        for (int d = 0; d < divisions; d++) {
            soup = divided(soup);
        }
        return Mesh.soup(soup);
    }

    /// The mesh as a binary STL file.
    static byte[] stl(Mesh mesh) {
        ByteBuffer out = ByteBuffer.allocate(84 + 50 * mesh.triangles()).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(80, mesh.triangles());
        for (int t = 0; t < mesh.triangles(); t++) {
            out.position(84 + 50 * t + 12);
            for (int c = 0; c < 3; c++) {
                int at = 3 * mesh.corners()[3 * t + c];
                out.putFloat(mesh.xyz()[at]).putFloat(mesh.xyz()[at + 1]).putFloat(mesh.xyz()[at + 2]);
            }
        }
        return out.array();
    }

    private static float[] divided(float[] soup) {
        float[] out = new float[4 * soup.length];
        int n = 0;
        float[] mid = new float[9];
        for (int t = 0; t < soup.length; t += 9) {
            for (int i = 0; i < 9; i++) {
                mid[i] = (soup[t + i] + soup[t + (i + 3) % 9]) / 2;
            }
            n = put(out, n, soup, t, mid, 0, mid, 6);
            n = put(out, n, mid, 0, soup, t + 3, mid, 3);
            n = put(out, n, mid, 6, mid, 3, soup, t + 6);
            n = put(out, n, mid, 0, mid, 3, mid, 6);
        }
        return out;
    }

    private static int put(float[] out, int n, float[] a, int i, float[] b, int j, float[] c, int k) {
        System.arraycopy(a, i, out, n, 3);
        System.arraycopy(b, j, out, n + 3, 3);
        System.arraycopy(c, k, out, n + 6, 3);
        return n + 9;
    }
}
