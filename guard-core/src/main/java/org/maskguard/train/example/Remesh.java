package org.maskguard.train.example;

import java.util.Arrays;
import org.maskguard.io.Mesh;
import org.maskguard.surface.Vec;

/// Makes a surface anew from another triangulation.
final class Remesh {
    private Remesh() {}

    /// By voxels where the mesh is closed and its wall is thick enough for the grid, else by clusters.
    ///
    /// @param cell of either grid, mm
    static Mesh of(Mesh mesh, double cell) {
        boolean solid = new Topology(mesh).closed() && meanWall(mesh) > 1.8 * cell;
        return solid ? voxels(mesh, cell) : clustered(mesh, cell);
    }

    /// Vertices within one cube of a grid become one, at their mean; triangles that fall together go.
    ///
    /// @param cell edge of the cubes, mm
    static Mesh clustered(Mesh mesh, double cell) {
        double[] b = Meshes.bounds(mesh);
        int nx = (int) ((b[3] - b[0]) / cell) + 1;
        int ny = (int) ((b[4] - b[1]) / cell) + 1;
        long[] keyed = new long[mesh.vertices()];
        float[] p = mesh.xyz();
        for (int v = 0; v < keyed.length; v++) {
            long i = (long) ((p[3 * v] - b[0]) / cell);
            long j = (long) ((p[3 * v + 1] - b[1]) / cell);
            long k = (long) ((p[3 * v + 2] - b[2]) / cell);
            keyed[v] = (k * ny + j) * nx + i;
        }
        long[] cells = Arrays.stream(keyed).distinct().sorted().toArray();
        int[] cluster = new int[keyed.length];
        double[] sum = new double[3 * cells.length];
        int[] count = new int[cells.length];
        for (int v = 0; v < keyed.length; v++) {
            cluster[v] = Arrays.binarySearch(cells, keyed[v]);
            count[cluster[v]]++;
            for (int axis = 0; axis < 3; axis++) {
                sum[3 * cluster[v] + axis] += p[3 * v + axis];
            }
        }
        MeshBuilder out = new MeshBuilder();
        for (int c = 0; c < cells.length; c++) {
            out.vertex(sum[3 * c] / count[c], sum[3 * c + 1] / count[c], sum[3 * c + 2] / count[c]);
        }
        int[] corners = mesh.corners();
        for (int t = 0; t < corners.length; t += 3) {
            int i = cluster[corners[t]];
            int j = cluster[corners[t + 1]];
            int k = cluster[corners[t + 2]];
            if (i != j && j != k && k != i) {
                out.triangle(i, j, k);
            }
        }
        return out.build();
    }

    /// The skin of a closed solid, turned outwards, by a voxel field of signed distance.
    ///
    /// @param cell of the grid, mm
    static Mesh voxels(Mesh mesh, double cell) {
        double[] b = Meshes.bounds(mesh);
        double m = 3 * cell;
        double[] box = {b[0] - m, b[1] - m, b[2] - m, b[3] + m, b[4] + m, b[5] + m};
        Mesh none = new Mesh(new float[0], new int[0]);
        return DistanceField.of(mesh, none, box, cell, 2 * cell).surface();
    }

    /// Volume over half the area, mm: of a shell its wall, of a solid much more. Of a closed mesh.
    private static double meanWall(Mesh mesh) {
        double volume = 0;
        double area = 0;
        int[] c = mesh.corners();
        for (int t = 0; t < c.length; t += 3) {
            Vec a = Meshes.vertex(mesh, c[t]);
            Vec cross = Meshes.vertex(mesh, c[t + 1])
                    .minus(a)
                    .cross(Meshes.vertex(mesh, c[t + 2]).minus(a));
            volume += a.dot(cross) / 6;
            area += cross.length() / 2;
        }
        return 2 * volume / area;
    }
}
