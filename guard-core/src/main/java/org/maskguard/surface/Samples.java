package org.maskguard.surface;

import java.util.Arrays;
import org.maskguard.io.Mesh;

/// Points spread evenly over a surface, whatever its tessellation: what the search for faces looks at.
///
/// Soup, doubled, inside-out and non-manifold surfaces give the same points as clean ones, since neither winding nor
/// connection is asked. Not thread-safe while it is made; then immutable.
public final class Samples {

    private final float[] xyz;
    private final int count;
    private final double spacing;

    private Samples(float[] xyz, int count, double spacing) {
        this.xyz = xyz;
        this.count = count;
        this.spacing = spacing;
    }

    /// Samples a whole mesh, at the spacing asked for or, on a large surface, at one that gives at most some `cap`
    /// points. Costs about 30 ns a triangle, warm.
    ///
    /// @param spacing wanted distance between neighbours, mm
    /// @param cap about how many points at most
    public static Samples of(Mesh mesh, double spacing, int cap) {
        double area = area(mesh);
        double fitting = Math.sqrt(area / cap);
        return new Sampler(mesh, Math.max(spacing, fitting)).run();
    }

    /// Those of these samples that lie within a ball.
    ///
    /// @param centre of the ball, mm
    /// @param radius of the ball, mm
    public Samples near(Vec centre, double radius) {
        float x = (float) centre.x();
        float y = (float) centre.y();
        float z = (float) centre.z();
        float far = (float) (radius * radius);
        float[] kept = new float[3 << 12];
        int n = 0;
        for (int i = 0; i < 3 * count; i += 3) {
            float dx = xyz[i] - x;
            float dy = xyz[i + 1] - y;
            float dz = xyz[i + 2] - z;
            if (dx * dx + dy * dy + dz * dz <= far) {
                if (n + 3 > kept.length) {
                    kept = Arrays.copyOf(kept, 2 * kept.length);
                }
                kept[n] = xyz[i];
                kept[n + 1] = xyz[i + 1];
                kept[n + 2] = xyz[i + 2];
                n += 3;
            }
        }
        return new Samples(kept, n / 3, spacing);
    }

    public int count() {
        return count;
    }

    /// Distance between neighbours, mm.
    public double spacing() {
        return spacing;
    }

    /// Coordinates, x y z after one another; only the first `3 * count()` count. Not a copy: must not be changed.
    public float[] xyz() {
        return xyz;
    }

    private static double area(Mesh mesh) {
        float[] v = mesh.xyz();
        int[] c = mesh.corners();
        double sum = 0;
        for (int t = 0; t < c.length; t += 3) {
            int a = 3 * c[t];
            int b = 3 * c[t + 1];
            int d = 3 * c[t + 2];
            double ux = v[b] - v[a];
            double uy = v[b + 1] - v[a + 1];
            double uz = v[b + 2] - v[a + 2];
            double wx = v[d] - v[a];
            double wy = v[d + 1] - v[a + 1];
            double wz = v[d + 2] - v[a + 2];
            double nx = uy * wz - uz * wy;
            double ny = uz * wx - ux * wz;
            double nz = ux * wy - uy * wx;
            sum += Math.sqrt(nx * nx + ny * ny + nz * nz) / 2;
        }
        return sum;
    }

    /// One run over the triangles: a grid of points on each, at most one point kept in each cell of a voxel grid.
    private static final class Sampler {

        private final Mesh mesh;
        private final double spacing;
        private final float[] low = new float[3];
        private final double perCell;
        private float[] out = new float[3 << 14];
        private int count;
        private long[] cells = new long[1 << 16];
        private int mask = cells.length - 1;
        private long last;

        /// Square of the length up to which an edge surely is one step, mm².
        private final double small;

        Sampler(Mesh mesh, double spacing) {
            this.mesh = mesh;
            this.spacing = spacing;
            this.perCell = 1 / spacing;
            this.small = 0.999 * square(spacing / 1.2, 0, 0);
        }

        Samples run() {
            float[] v = mesh.xyz();
            Box box = Box.around(mesh);
            low[0] = (float) box.minX();
            low[1] = (float) box.minY();
            low[2] = (float) box.minZ();
            int[] c = mesh.corners();
            for (int t = 0; t < c.length; t += 3) {
                triangle(v, 3 * c[t], 3 * c[t + 1], 3 * c[t + 2]);
            }
            return new Samples(out, count, spacing);
        }

        private void triangle(float[] v, int a, int b, int c) {
            double ux = v[b] - v[a];
            double uy = v[b + 1] - v[a + 1];
            double uz = v[b + 2] - v[a + 2];
            double wx = v[c] - v[a];
            double wy = v[c + 1] - v[a + 1];
            double wz = v[c + 2] - v[a + 2];
            double uu = square(ux, uy, uz);
            double ww = square(wx, wy, wz);
            double third = 4 * square(wx - ux, wy - uy, wz - uz);
            if (third < uu && third < ww) {
                // A needle with its point at a: rows along both long sides would cost the square of its length.
                triangle(v, b, c, a);
                return;
            }
            int n = 1;
            int m = 1;
            // Most triangles of a fine mesh are smaller than the spacing.
            if (uu > small || ww > small) {
                m = steps(wx, wy, wz);
                n = Math.max(steps(ux, uy, uz), steps(wx - ux, wy - uy, wz - uz) - m);
            }
            if (n == 1 && m == 1) {
                point(v[a] + (ux + wx) / 3, v[a + 1] + (uy + wy) / 3, v[a + 2] + (uz + wz) / 3);
                return;
            }
            for (int i = 0; i < n; i++) {
                double s = (i + 1 / 3.0) / n;
                int rows = Math.max(1, (int) Math.ceil(m * (1 - s)));
                for (int j = 0; j < rows; j++) {
                    double r = (j + 1 / 3.0) / rows * (1 - s);
                    point(v[a] + s * ux + r * wx, v[a + 1] + s * uy + r * wy, v[a + 2] + s * uz + r * wz);
                }
            }
        }

        private int steps(double x, double y, double z) {
            return Math.max(1, (int) Math.ceil(Math.sqrt(square(x, y, z)) * perCell * 1.2));
        }

        private static double square(double x, double y, double z) {
            return x * x + y * y + z * z;
        }

        private void point(double x, double y, double z) {
            long i = (long) ((x - low[0]) * perCell) + 1;
            long j = (long) ((y - low[1]) * perCell);
            long k = (long) ((z - low[2]) * perCell);
            long key = (i * 0x1F_FFFF + j) * 0x1F_FFFF + k;
            if (key == last) {
                return;
            }
            last = key;
            if (!enter(key)) {
                return;
            }
            if (3 * count + 3 > out.length) {
                out = Arrays.copyOf(out, 2 * out.length);
            }
            out[3 * count] = (float) x;
            out[3 * count + 1] = (float) y;
            out[3 * count + 2] = (float) z;
            count++;
        }

        private boolean enter(long key) {
            int slot = (int) ((key * 0x9E37_79B9_7F4A_7C15L) >>> 40) & mask;
            while (cells[slot] != 0) {
                if (cells[slot] == key) {
                    return false;
                }
                slot = (slot + 1) & mask;
            }
            cells[slot] = key;
            if (2 * count > mask) {
                grow();
            }
            return true;
        }

        private void grow() {
            long[] old = cells;
            cells = new long[2 * old.length];
            mask = cells.length - 1;
            for (long key : old) {
                if (key == 0) {
                    continue;
                }
                int slot = (int) ((key * 0x9E37_79B9_7F4A_7C15L) >>> 40) & mask;
                while (cells[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                cells[slot] = key;
            }
        }
    }
}
