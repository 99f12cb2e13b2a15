package org.maskguard.suite;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.maskguard.io.Mesh;
import org.maskguard.suite.geometry.Sheet;

/// Binary STL, the same bytes for the same mesh on every machine.
public final class Stl {

    private static final int HEADER = 80;
    private static final int FACET = 50;

    private Stl() {}

    /// The file of a mesh.
    ///
    /// @param header stands at the start of the file, at most 80 ASCII characters; must not begin with `solid`
    public static byte[] bytes(Mesh mesh, String header) {
        ByteBuffer file =
                ByteBuffer.allocate(HEADER + 4 + FACET * mesh.triangles()).order(ByteOrder.LITTLE_ENDIAN);
        file.put(header.getBytes(StandardCharsets.US_ASCII));
        file.position(HEADER);
        file.putInt(mesh.triangles());
        for (int i = 0; i < mesh.corners().length; i += 3) {
            putNormal(file, mesh, i);
            for (int k = 0; k < 3; k++) {
                int at = 3 * mesh.corners()[i + k];
                file.putFloat(mesh.xyz()[at]).putFloat(mesh.xyz()[at + 1]).putFloat(mesh.xyz()[at + 2]);
            }
            file.putShort((short) 0);
        }
        return file.array();
    }

    private static void putNormal(ByteBuffer file, Mesh mesh, int corner) {
        int[] c = mesh.corners();
        double[] n = Sheet.normal(mesh.xyz(), 3 * c[corner], 3 * c[corner + 1], 3 * c[corner + 2]);
        double length = Math.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]);
        for (int axis = 0; axis < 3; axis++) {
            file.putFloat((float) (length > 0 ? n[axis] / length : 0));
        }
    }
}
