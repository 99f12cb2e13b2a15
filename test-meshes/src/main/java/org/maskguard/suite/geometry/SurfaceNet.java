package org.maskguard.suite.geometry;

import java.util.Arrays;
import org.maskguard.io.Mesh;

/// The surface of a [Solid] as triangles: surface nets (Gibson, "Constrained elastic surface nets", 1998).
///
/// Each cube of a grid that the surface crosses gets one vertex, the mean of the crossings of its edges; each edge of
/// the grid that it crosses gets a quadrangle. Planes come out plane; edges get a bevel of less than a cell. A wall
/// must be thicker than two cells.
public final class SurfaceNet {

    /// The twelve edges of a cube as pairs of corners; a corner's bits are its x, y and z offsets.
    private static final int[][] EDGES = {
        {0, 1}, {2, 3}, {4, 5}, {6, 7}, {0, 2}, {1, 3}, {4, 6}, {5, 7}, {0, 4}, {1, 5}, {2, 6}, {3, 7}
    };

    private final double[] low;
    private final double cell;
    private final int nx;
    private final int ny;
    private final int nz;
    private final float[] values;
    private final int[] vertices;
    private final MeshBuilder out = new MeshBuilder();

    private SurfaceNet(double[] box, double cell) {
        this.low = box;
        this.cell = cell;
        nx = (int) Math.ceil((box[3] - box[0]) / cell) + 1;
        ny = (int) Math.ceil((box[4] - box[1]) / cell) + 1;
        nz = (int) Math.ceil((box[5] - box[2]) / cell) + 1;
        values = new float[nx * ny * nz];
        vertices = new int[values.length];
        Arrays.fill(vertices, -1);
    }

    /// @param box least x y z, greatest x y z, mm; all of the solid lies inside
    /// @param cell distance of the grid's points, mm
    public static Mesh of(Solid solid, double[] box, double cell) {
        SurfaceNet net = new SurfaceNet(box, cell);
        net.sample(solid);
        net.separate();
        net.placeVertices();
        net.stretchQuads();
        return net.out.build();
    }

    /// The same with fewer looks at the solid, for solids whose value is never more than about the distance to
    /// their
    /// surface: of blocks that lie far from it only the middle is looked at.
    public static Mesh sparse(Solid solid, double[] box, double cell) {
        SurfaceNet net = new SurfaceNet(box, cell);
        net.sampleBlocks(solid);
        net.separate();
        net.placeVertices();
        net.stretchQuads();
        return net.out.build();
    }

    private void sampleBlocks(Solid solid) {
        int side = 6;
        double far = 1.25 * cell * side * Math.sqrt(3) / 2;
        for (int k = 0; k < nz; k += side) {
            for (int j = 0; j < ny; j += side) {
                for (int i = 0; i < nx; i += side) {
                    double half = (side - 1) / 2.0;
                    double middle = solid.at(
                            low[0] + (i + half) * cell, low[1] + (j + half) * cell, low[2] + (k + half) * cell);
                    sampleBlock(Math.abs(middle) > far ? (x, y, z) -> middle : solid, i, j, k, side);
                }
            }
        }
    }

    private void sampleBlock(Solid solid, int i0, int j0, int k0, int side) {
        for (int k = k0; k < Math.min(nz, k0 + side); k++) {
            for (int j = j0; j < Math.min(ny, j0 + side); j++) {
                for (int i = i0; i < Math.min(nx, i0 + side); i++) {
                    values[index(i, j, k)] = (float) solid.at(low[0] + i * cell, low[1] + j * cell, low[2] + k * cell);
                }
            }
        }
    }

    private void sample(Solid solid) {
        for (int at = 0; at < values.length; at++) {
            double x = low[0] + at % nx * cell;
            double y = low[1] + at / nx % ny * cell;
            double z = low[2] + at / nx / ny * cell;
            values[at] = (float) solid.at(x, y, z);
        }
    }

    /// Where two insides meet only across a face of a cube, one corner of it becomes outside, so that no edge of
    /// the
    /// mesh has four triangles.
    private void separate() {
        int[] steps = {1, nx, nx * ny};
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int at = 0; at < values.length - steps[1] - steps[2]; at++) {
                for (int axis = 0; axis < 3; axis++) {
                    changed |= separate(at, steps[axis], steps[(axis + 1) % 3]);
                }
            }
        }
    }

    private boolean separate(int at, int across, int up) {
        boolean here = values[at] < 0;
        boolean there = values[at + across + up] < 0;
        if (here != there || here == values[at + across] < 0 || here == values[at + up] < 0) {
            return false;
        }
        values[here ? at : at + across] = (float) (0.05 * cell);
        return true;
    }

    private void placeVertices() {
        float[] corner = new float[8];
        for (int k = 0; k < nz - 1; k++) {
            for (int j = 0; j < ny - 1; j++) {
                for (int i = 0; i < nx - 1; i++) {
                    if (crossed(i, j, k, corner)) {
                        vertices[index(i, j, k)] = vertex(i, j, k, corner);
                    }
                }
            }
        }
    }

    private boolean crossed(int i, int j, int k, float[] corner) {
        int inside = 0;
        for (int c = 0; c < 8; c++) {
            corner[c] = values[index(i + (c & 1), j + (c >> 1 & 1), k + (c >> 2))];
            inside += corner[c] < 0 ? 1 : 0;
        }
        return inside > 0 && inside < 8;
    }

    private int vertex(int i, int j, int k, float[] corner) {
        double[] sum = new double[3];
        int count = 0;
        for (int[] edge : EDGES) {
            double a = corner[edge[0]];
            double b = corner[edge[1]];
            if (a < 0 != b < 0) {
                double t = a / (a - b);
                for (int axis = 0; axis < 3; axis++) {
                    int from = edge[0] >> axis & 1;
                    int to = edge[1] >> axis & 1;
                    sum[axis] += from + t * (to - from);
                }
                count++;
            }
        }
        return out.vertex(
                low[0] + cell * (i + sum[0] / count),
                low[1] + cell * (j + sum[1] / count),
                low[2] + cell * (k + sum[2] / count));
    }

    private void stretchQuads() {
        int[] steps = {1, nx, nx * ny};
        for (int k = 1; k < nz - 1; k++) {
            for (int j = 1; j < ny - 1; j++) {
                for (int i = 1; i < nx - 1; i++) {
                    for (int axis = 0; axis < 3; axis++) {
                        quad(index(i, j, k), steps[axis], steps[(axis + 1) % 3], steps[(axis + 2) % 3]);
                    }
                }
            }
        }
    }

    /// The quadrangle across the edge from a point along an axis, between the four cubes round it.
    private void quad(int at, int along, int across, int up) {
        boolean inside = values[at] < 0;
        if (inside == values[at + along] < 0) {
            return;
        }
        int a = vertices[at - across - up];
        int b = vertices[at - up];
        int c = vertices[at];
        int d = vertices[at - across];
        if (inside) {
            out.quad(a, b, c, d);
        } else {
            out.quad(d, c, b, a);
        }
    }

    private int index(int i, int j, int k) {
        return (k * ny + j) * nx + i;
    }
}
