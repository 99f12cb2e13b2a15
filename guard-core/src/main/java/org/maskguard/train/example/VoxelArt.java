package org.maskguard.train.example;

import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.maskguard.io.Mesh;
import org.maskguard.surface.Vec;

/// A surface built of cubes.
final class VoxelArt {
    private VoxelArt() {}

    /// A cube of its own for each cell of a grid that the surface passes through, in the order of the grid.
    static Mesh of(Mesh mesh, double cell) {
        double[] b = Meshes.bounds(mesh);
        long nx = (long) ((b[3] - b[0]) / cell) + 1;
        long ny = (long) ((b[4] - b[1]) / cell) + 1;
        LongStream.Builder cells = LongStream.builder();
        sample(mesh, 0.5 * cell, p -> {
            long x = (long) ((p.x() - b[0]) / cell);
            long y = (long) ((p.y() - b[1]) / cell);
            long z = (long) ((p.z() - b[2]) / cell);
            cells.add((z * ny + y) * nx + x);
        });
        Mesh cube = Solids.box(cell, cell, cell);
        MeshBuilder out = new MeshBuilder();
        cells.build().distinct().sorted().forEach(at -> {
            double x = b[0] + (at % nx + 0.5) * cell;
            double y = b[1] + (at / nx % ny + 0.5) * cell;
            double z = b[2] + (at / nx / ny + 0.5) * cell;
            out.add(Meshes.shift(cube, x, y, z));
        });
        return out.build();
    }

    /// Points all over each triangle, at most `spacing` mm apart.
    private static void sample(Mesh mesh, double spacing, Consumer<Vec> point) {
        for (int t = 0; t < mesh.triangles(); t++) {
            Vec a = Meshes.vertex(mesh, mesh.corners()[3 * t]);
            Vec u = Meshes.vertex(mesh, mesh.corners()[3 * t + 1]).minus(a);
            Vec v = Meshes.vertex(mesh, mesh.corners()[3 * t + 2]).minus(a);
            int steps = 1 + (int) Math.ceil(Math.max(u.length(), v.length()) / spacing);
            for (int i = 0; i <= steps; i++) {
                for (int j = 0; i + j <= steps; j++) {
                    point.accept(a.plus(u.times((double) i / steps)).plus(v.times((double) j / steps)));
                }
            }
        }
    }
}
