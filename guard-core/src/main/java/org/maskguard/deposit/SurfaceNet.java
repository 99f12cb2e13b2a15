package org.maskguard.deposit;

import java.util.Arrays;
import org.maskguard.io.Mesh;

/// The skin of a block of cells: a constrained elastic surface net (Gibson 1998).
///
/// One vertex in each group of 2 × 2 × 2 cells that are not all alike; it is drawn to the mean of its neighbours as
/// far as its own cube allows, which takes the steps off slopes and keeps the thinnest wall where it is.
final class SurfaceNet {

    private final Bits in;
    private final double originX;
    private final double originY;
    private final double originZ;
    private final double cell;

    private float[] xyz = new float[3 << 12];
    private int vertices;
    private int[] quads = new int[4 << 12];
    private int quadEnd;

    /// @param originX where the first cell begins, mm
    SurfaceNet(Bits in, double originX, double originY, double originZ, double cell) {
        this.in = in;
        this.originX = originX;
        this.originY = originY;
        this.originZ = originZ;
        this.cell = cell;
    }

    /// @param rounds of smoothing
    Mesh mesh(int rounds) {
        int plane = in.nx * in.ny;
        int[] below = new int[plane];
        int[] here = new int[plane];
        for (int z = 0; z + 1 < in.nz; z++) {
            for (int y = 0; y + 1 < in.ny; y++) {
                cubes(y, z, here);
            }
            for (int y = 0; y + 1 < in.ny; y++) {
                faces(y, z, below, here);
            }
            int[] swap = below;
            below = here;
            here = swap;
        }
        relax(rounds);
        return mesh();
    }

    /// Makes the vertices of the cubes between the rows y and y + 1, z and z + 1.
    private void cubes(int y, int z, int[] here) {
        int a = in.row(y, z);
        int b = in.row(y + 1, z);
        int c = in.row(y, z + 1);
        int d = in.row(y + 1, z + 1);
        for (int w = 0; w < in.words; w++) {
            long any = in.bits[a + w] | in.bits[b + w] | in.bits[c + w] | in.bits[d + w];
            long all = in.bits[a + w] & in.bits[b + w] & in.bits[c + w] & in.bits[d + w];
            boolean more = w + 1 < in.words;
            long nextAny = more ? in.bits[a + w + 1] | in.bits[b + w + 1] | in.bits[c + w + 1] | in.bits[d + w + 1] : 0;
            long nextAll = more ? in.bits[a + w + 1] & in.bits[b + w + 1] & in.bits[c + w + 1] & in.bits[d + w + 1] : 0;
            long mixed = (any | any >>> 1 | nextAny << 63) & ~(all & (all >>> 1 | nextAll << 63));
            for (long left = mixed; left != 0; left &= left - 1) {
                int x = w * 64 + Long.numberOfTrailingZeros(left);
                if (x + 1 < in.nx) {
                    here[y * in.nx + x] = vertex(x, y, z);
                }
            }
        }
    }

    /// Starts in the middle of the cube; smoothing does the rest.
    private int vertex(int x, int y, int z) {
        if (3 * vertices + 3 > xyz.length) {
            xyz = Arrays.copyOf(xyz, 2 * xyz.length);
        }
        xyz[3 * vertices] = x + 1;
        xyz[3 * vertices + 1] = y + 1;
        xyz[3 * vertices + 2] = z + 1;
        return vertices++;
    }

    /// The quadrangles between a cell of the row (y, z) and the next one along each axis.
    private void faces(int y, int z, int[] below, int[] here) {
        int row = in.row(y, z);
        int nextY = in.row(y + 1, z);
        int nextZ = in.row(y, z + 1);
        for (int w = 0; w < in.words; w++) {
            long self = in.bits[row + w];
            long carry = w + 1 < in.words ? in.bits[row + w + 1] << 63 : 0;
            long x1 = self ^ (self >>> 1 | carry);
            long y1 = self ^ in.bits[nextY + w];
            long z1 = self ^ in.bits[nextZ + w];
            for (long left = x1 | y1 | z1; left != 0; left &= left - 1) {
                int bit = Long.numberOfTrailingZeros(left);
                int x = w * 64 + bit;
                if (x == 0 || x + 1 >= in.nx) {
                    continue;
                }
                boolean inside = (self >>> bit & 1) != 0;
                int at = y * in.nx + x;
                if ((x1 >>> bit & 1) != 0 && y > 0 && z > 0) {
                    quad(inside, below[at - in.nx], below[at], here[at], here[at - in.nx]);
                }
                if ((y1 >>> bit & 1) != 0 && z > 0) {
                    quad(inside, below[at - 1], here[at - 1], here[at], below[at]);
                }
                if ((z1 >>> bit & 1) != 0 && y > 0) {
                    quad(inside, here[at - in.nx - 1], here[at - in.nx], here[at], here[at - 1]);
                }
            }
        }
    }

    private void quad(boolean forward, int a, int b, int c, int d) {
        if (quadEnd == quads.length) {
            quads = Arrays.copyOf(quads, 2 * quadEnd);
        }
        quads[quadEnd] = forward ? a : d;
        quads[quadEnd + 1] = forward ? b : c;
        quads[quadEnd + 2] = forward ? c : b;
        quads[quadEnd + 3] = forward ? d : a;
        quadEnd += 4;
    }

    private void relax(int rounds) {
        float[] start = Arrays.copyOf(xyz, 3 * vertices);
        float[] sum = new float[3 * vertices];
        int[] degree = new int[vertices];
        for (int i = 0; i < quadEnd; i++) {
            degree[quads[i]]++;
        }
        for (int round = 0; round < rounds; round++) {
            Arrays.fill(sum, 0);
            for (int q = 0; q < quadEnd; q += 4) {
                for (int k = 0; k < 4; k++) {
                    // Each edge is in two quadrangles, once each way.
                    int from = 3 * quads[q + k];
                    int to = 3 * quads[q + (k + 1 & 3)];
                    sum[to] += xyz[from];
                    sum[to + 1] += xyz[from + 1];
                    sum[to + 2] += xyz[from + 2];
                }
            }
            for (int i = 0; i < 3 * vertices; i++) {
                if (degree[i / 3] > 0) {
                    float mean = sum[i] / degree[i / 3];
                    xyz[i] = Math.clamp(mean, start[i] - 0.5f, start[i] + 0.5f);
                }
            }
        }
    }

    private Mesh mesh() {
        float[] placed = new float[3 * vertices];
        for (int i = 0; i < placed.length; i += 3) {
            placed[i] = (float) (originX + cell * xyz[i]);
            placed[i + 1] = (float) (originY + cell * xyz[i + 1]);
            placed[i + 2] = (float) (originZ + cell * xyz[i + 2]);
        }
        int[] corners = new int[quadEnd / 4 * 6];
        for (int q = 0, n = 0; q < quadEnd; q += 4) {
            corners[n++] = quads[q];
            corners[n++] = quads[q + 1];
            corners[n++] = quads[q + 2];
            corners[n++] = quads[q];
            corners[n++] = quads[q + 2];
            corners[n++] = quads[q + 3];
        }
        return new Mesh(placed, corners);
    }
}
