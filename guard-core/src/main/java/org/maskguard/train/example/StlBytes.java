package org.maskguard.train.example;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.maskguard.io.Mesh;

/// A mesh as the bytes of a file, so that what is measured is judged as `scan` would judge it.
public final class StlBytes {

    private static final int HEADER = 84;
    private static final int RECORD = 50;
    private static final int NORMAL = 12;

    private StlBytes() {}

    /// A binary STL without normals, corners in the mesh's order.
    public static byte[] of(Mesh mesh) {
        ByteBuffer out = ByteBuffer.allocate(HEADER + RECORD * mesh.triangles()).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(HEADER - Integer.BYTES, mesh.triangles());
        int[] corners = mesh.corners();
        float[] xyz = mesh.xyz();
        for (int t = 0; t < mesh.triangles(); t++) {
            out.position(HEADER + RECORD * t + NORMAL);
            for (int c = 3 * t; c < 3 * t + 3; c++) {
                out.putFloat(xyz[3 * corners[c]]);
                out.putFloat(xyz[3 * corners[c] + 1]);
                out.putFloat(xyz[3 * corners[c] + 2]);
            }
        }
        return out.array();
    }
}
