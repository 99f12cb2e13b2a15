package org.maskguard.cli;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.maskguard.io.Mesh;

/// The same surface in smaller triangles, as a file: what the training run judges to learn from a mesh of some size.
final class FinerMesh {

    private static final int HEADER = 84;
    private static final int RECORD = 50;
    private static final int NORMAL = 12;

    private final ByteBuffer file;

    private FinerMesh(int triangles) {
        file = ByteBuffer.allocate(HEADER + RECORD * triangles).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(HEADER - 4, triangles).position(HEADER);
    }

    /// A binary STL file in which each triangle is divided into four, so many times over; normals are left 0.
    static byte[] stl(Mesh mesh, int divisions) {
        FinerMesh finer = new FinerMesh(Math.multiplyExact(mesh.triangles(), 1 << (2 * divisions)));
        float[] corners = new float[9];
        for (int t = 0; t < mesh.triangles(); t++) {
            for (int k = 0; k < 3; k++) {
                System.arraycopy(mesh.xyz(), 3 * mesh.corners()[3 * t + k], corners, 3 * k, 3);
            }
            finer.put(corners, divisions);
        }
        return finer.file.array();
    }

    private void put(float[] corners, int divisions) {
        if (divisions == 0) {
            file.position(file.position() + NORMAL);
            for (float coordinate : corners) {
                file.putFloat(coordinate);
            }
            file.putShort((short) 0);
            return;
        }
        float[] middles = new float[9];
        for (int i = 0; i < 9; i++) {
            middles[i] = (corners[i] + corners[(i + 3) % 9]) / 2;
        }
        put(middles, divisions - 1);
        for (int k = 0; k < 3; k++) {
            float[] corner = new float[9];
            System.arraycopy(corners, 3 * k, corner, 0, 3);
            System.arraycopy(middles, 3 * k, corner, 3, 3);
            System.arraycopy(middles, (3 * k + 6) % 9, corner, 6, 3);
            put(corner, divisions - 1);
        }
    }
}
