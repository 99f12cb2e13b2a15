package org.maskguard.suite;

import java.util.HashSet;
import java.util.Set;
import org.maskguard.io.Mesh;
import org.maskguard.suite.geometry.Sheet;

/// What tests ask of a mesh.
record Surface(Mesh mesh) {

    /// Whether each edge has exactly two triangles, which go along it in opposite directions.
    boolean closedManifold() {
        Set<Long> edges = new HashSet<>();
        int[] c = mesh.corners();
        for (int i = 0; i < c.length; i++) {
            int next = c[i % 3 == 2 ? i - 2 : i + 1];
            if (!edges.add((long) c[i] << 32 | next)) {
                return false;
            }
        }
        return edges.stream().allMatch(edge -> edges.contains(edge << 32 | edge >>> 32));
    }

    /// Positive where the surface is turned outwards, cm³.
    double volume() {
        float[] p = mesh.xyz();
        int[] c = mesh.corners();
        double sum = 0;
        for (int i = 0; i < c.length; i += 3) {
            int a = 3 * c[i];
            double[] normal = Sheet.normal(p, a, 3 * c[i + 1], 3 * c[i + 2]);
            sum += (p[a] * normal[0] + p[a + 1] * normal[1] + p[a + 2] * normal[2]) / 6;
        }
        return sum / 1000;
    }

    /// Extent along x, y and z, mm.
    double[] extent() {
        double[] low = {1e9, 1e9, 1e9};
        double[] high = {-1e9, -1e9, -1e9};
        for (int i = 0; i < mesh.xyz().length; i++) {
            low[i % 3] = Math.min(low[i % 3], mesh.xyz()[i]);
            high[i % 3] = Math.max(high[i % 3], mesh.xyz()[i]);
        }
        return new double[] {high[0] - low[0], high[1] - low[1], high[2] - low[2]};
    }
}
