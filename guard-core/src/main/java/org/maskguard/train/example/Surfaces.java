package org.maskguard.train.example;

import org.maskguard.io.Mesh;

/// Disturbances that move the vertices of a surface.
final class Surfaces {
    private static final int FINE_ENOUGH = 15_000;
    private static final double BUMP_MM = 1;

    private Surfaces() {}

    /// Adds N(0, sigma) mm to every coordinate of every vertex.
    static Mesh noise(Mesh mesh, double sigma, Dice dice) {
        float[] xyz = mesh.xyz().clone();
        for (int i = 0; i < xyz.length; i++) {
            xyz[i] += (float) (sigma * dice.gaussian());
        }
        return new Mesh(xyz, mesh.corners());
    }

    /// Laplacian smoothing that takes off what is finer than a lip or an eyelid, and leaves those.
    static Mesh smoothed(Mesh mesh) {
        return new Mesh(Meshes.smooth(mesh, mesh.xyz(), 0.5, 5), mesh.corners());
    }

    /// Bumps of 1 mm all over, some 6 to 12 mm apart; coarse meshes are divided first so that they can have them.
    static Mesh bumps(Mesh mesh, Dice dice) {
        Mesh fine = mesh.triangles() < FINE_ENOUGH ? Subdivision.flat(mesh) : mesh;
        double wave = 2 * Math.PI / dice.between(6.0, 12.0);
        float[] n = Meshes.normals(fine);
        float[] p = fine.xyz().clone();
        for (int i = 0; i < p.length; i += 3) {
            double flat = StrictMath.sin(wave * p[i]) * StrictMath.sin(wave * p[i + 1]);
            double height = flat + StrictMath.sin(wave * p[i + 2]);
            double bump = 0.5 * BUMP_MM * height;
            p[i] += (float) (bump * n[i]);
            p[i + 1] += (float) (bump * n[i + 1]);
            p[i + 2] += (float) (bump * n[i + 2]);
        }
        return new Mesh(p, fine.corners());
    }

    /// A closed box with walls of 2 mm, 4 mm around the mesh, the mesh inside.
    static Mesh boxed(Mesh mesh) {
        double[] b = Meshes.bounds(mesh);
        double x = b[3] - b[0] + 8;
        double y = b[4] - b[1] + 8;
        double z = b[5] - b[2] + 8;
        Mesh inner = Solids.box(x, y, z);
        Mesh outer = Solids.box(x + 4, y + 4, z + 4);
        Mesh box = Meshes.join(outer, new Mesh(inner.xyz(), Meshes.flip(inner.corners())));
        double[] middle = {0.5 * (b[0] + b[3]), 0.5 * (b[1] + b[4]), 0.5 * (b[2] + b[5])};
        return Meshes.join(mesh, Meshes.shift(box, middle[0], middle[1], middle[2]));
    }

    /// A plate, or a grid of bars, 1 to 5 mm before the mesh (towards +z).
    static Mesh falseFront(Mesh mesh, Dice dice) {
        double[] b = Meshes.bounds(mesh);
        double z = b[5] + dice.between(1.0, 5.0) + 0.6;
        double width = b[3] - b[0];
        double height = b[4] - b[1];
        MeshBuilder out = new MeshBuilder();
        out.add(mesh);
        if (dice.chance(0.5)) {
            out.add(Meshes.shift(Solids.box(width, height, 1.2), b[0] + width / 2, b[1] + height / 2, z));
            return out.build();
        }
        double pitch = dice.between(8.0, 16.0);
        for (double x = b[0]; x <= b[3]; x += pitch) {
            out.add(Meshes.shift(Solids.box(2, height, 1.2), x, b[1] + height / 2, z));
        }
        for (double y = b[1]; y <= b[4]; y += pitch) {
            out.add(Meshes.shift(Solids.box(width, 2, 1.2), b[0] + width / 2, y, z));
        }
        return out.build();
    }
}
