package org.maskguard.suite;

import org.maskguard.io.Mesh;

/// Moves and scales of meshes.
final class Placed {

    private Placed() {}

    /// The mesh scaled about the origin.
    static Mesh scaled(Mesh mesh, double factor) {
        float[] xyz = mesh.xyz().clone();
        for (int i = 0; i < xyz.length; i++) {
            xyz[i] = (float) (factor * xyz[i]);
        }
        return new Mesh(xyz, mesh.corners());
    }

    /// The mesh as it would lie on a printer's bed: its lowest point at z 0, the middle of its extent at x 0, y 0.
    static Mesh onBed(Mesh mesh) {
        float[] low = {Float.MAX_VALUE, Float.MAX_VALUE, Float.MAX_VALUE};
        float[] high = {-Float.MAX_VALUE, -Float.MAX_VALUE, -Float.MAX_VALUE};
        float[] xyz = mesh.xyz().clone();
        for (int i = 0; i < xyz.length; i++) {
            low[i % 3] = Math.min(low[i % 3], xyz[i]);
            high[i % 3] = Math.max(high[i % 3], xyz[i]);
        }
        double[] origin = {(low[0] + (double) high[0]) / 2, (low[1] + (double) high[1]) / 2, low[2]};
        for (int i = 0; i < xyz.length; i++) {
            xyz[i] = (float) (xyz[i] - origin[i % 3]);
        }
        return new Mesh(xyz, mesh.corners());
    }

    /// What has y up and z in front, as it stands on a bed: z up, and −y in front.
    static Mesh upright(Mesh mesh) {
        float[] xyz = mesh.xyz().clone();
        for (int i = 0; i < xyz.length; i += 3) {
            float y = xyz[i + 1];
            xyz[i + 1] = -xyz[i + 2];
            xyz[i + 2] = y;
        }
        return new Mesh(xyz, mesh.corners());
    }
}
