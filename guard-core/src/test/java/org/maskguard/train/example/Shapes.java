package org.maskguard.train.example;

import org.maskguard.io.Mesh;
import org.maskguard.surface.Vec;

/// What tests measure on meshes.
final class Shapes {
    private Shapes() {}

    static boolean closed(Mesh mesh) {
        return new Topology(mesh).closed();
    }

    static double area(Mesh mesh) {
        double sum = 0;
        for (int t = 0; t < mesh.triangles(); t++) {
            sum += cross(mesh, t).length() / 2;
        }
        return sum;
    }

    /// Positive where the triangles are turned outwards.
    static double volume(Mesh mesh) {
        double sum = 0;
        for (int t = 0; t < mesh.triangles(); t++) {
            sum += Meshes.vertex(mesh, mesh.corners()[3 * t]).dot(cross(mesh, t)) / 6;
        }
        return sum;
    }

    /// Of a thin closed shell.
    static double meanWall(Mesh shell) {
        return 2 * volume(shell) / area(shell);
    }

    static int bodies(Mesh mesh) {
        int[] body = Topology.bodies(mesh);
        int count = 0;
        for (int v = 0; v < body.length; v++) {
            count += body[v] == v ? 1 : 0;
        }
        return count;
    }

    private static Vec cross(Mesh mesh, int t) {
        Vec a = Meshes.vertex(mesh, mesh.corners()[3 * t]);
        Vec b = Meshes.vertex(mesh, mesh.corners()[3 * t + 1]);
        Vec c = Meshes.vertex(mesh, mesh.corners()[3 * t + 2]);
        return b.minus(a).cross(c.minus(a));
    }
}
