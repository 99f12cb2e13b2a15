package org.maskguard.train.example;

import java.util.Arrays;
import org.maskguard.io.Mesh;

/// Naive surface nets (Gibson 1998): one vertex in each cube of the grid that the zero level crosses, at the mean of
/// the crossings of its edges, and one quadrangle for each edge of the grid that it crosses.
final class SurfaceNets {
    /// The twelve edges of a cube as pairs of corners; a corner's bits are its x, y and z offsets.
    private static final int[][] EDGES = {
        {0, 1}, {2, 3}, {4, 5}, {6, 7}, {0, 2}, {1, 3}, {4, 6}, {5, 7}, {0, 4}, {1, 5}, {2, 6}, {3, 7}
    };

    private final VoxelField field;
    private final MeshBuilder out = new MeshBuilder();
    private final int[] vertexOf;

    SurfaceNets(VoxelField field) {
        this.field = field;
        vertexOf = new int[field.value.length];
        Arrays.fill(vertexOf, -1);
    }

    Mesh mesh() {
        float[] v = new float[8];
        for (int k = 0; k < field.nz - 1; k++) {
            for (int j = 0; j < field.ny - 1; j++) {
                for (int i = 0; i < field.nx - 1; i++) {
                    if (crossed(i, j, k, v)) {
                        vertexOf[field.index(i, j, k)] = vertex(i, j, k, v);
                    }
                }
            }
        }
        for (int k = 0; k < field.nz - 1; k++) {
            for (int j = 0; j < field.ny - 1; j++) {
                for (int i = 0; i < field.nx - 1; i++) {
                    quads(i, j, k);
                }
            }
        }
        return out.build();
    }

    private boolean crossed(int i, int j, int k, float[] v) {
        int negative = 0;
        for (int corner = 0; corner < 8; corner++) {
            v[corner] = field.value[field.index(i + (corner & 1), j + (corner >> 1 & 1), k + (corner >> 2))];
            negative += v[corner] < 0 ? 1 : 0;
        }
        return negative > 0 && negative < 8;
    }

    private int vertex(int i, int j, int k, float[] v) {
        double x = 0;
        double y = 0;
        double z = 0;
        int count = 0;
        for (int[] edge : EDGES) {
            float a = v[edge[0]];
            float b = v[edge[1]];
            if (a < 0 == b < 0) {
                continue;
            }
            double t = a / ((double) a - b);
            x += (edge[0] & 1) + t * ((edge[1] & 1) - (edge[0] & 1));
            y += (edge[0] >> 1 & 1) + t * ((edge[1] >> 1 & 1) - (edge[0] >> 1 & 1));
            z += (edge[0] >> 2) + t * ((edge[1] >> 2) - (edge[0] >> 2));
            count++;
        }
        double cell = field.cell;
        return out.vertex(field.x(i) + cell * x / count, field.y(j) + cell * y / count, field.z(k) + cell * z / count);
    }

    /// The quadrangles of the three edges that start at a point and rise along the axes.
    private void quads(int i, int j, int k) {
        boolean inside = field.value[field.index(i, j, k)] < 0;
        int dx = 1;
        int dy = field.nx;
        int dz = field.nx * field.ny;
        int at = field.index(i, j, k);
        if (j > 0 && k > 0 && inside != field.value[at + dx] < 0) {
            quad(inside, at - dy - dz, at - dz, at, at - dy);
        }
        if (i > 0 && k > 0 && inside != field.value[at + dy] < 0) {
            quad(inside, at - dz - dx, at - dx, at, at - dz);
        }
        if (i > 0 && j > 0 && inside != field.value[at + dz] < 0) {
            quad(inside, at - dx - dy, at - dy, at, at - dx);
        }
    }

    private void quad(boolean forward, int a, int b, int c, int d) {
        if (forward) {
            out.quad(vertexOf[a], vertexOf[b], vertexOf[c], vertexOf[d]);
        } else {
            out.quad(vertexOf[d], vertexOf[c], vertexOf[b], vertexOf[a]);
        }
    }
}
