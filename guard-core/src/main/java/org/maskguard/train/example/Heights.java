package org.maskguard.train.example;

import org.maskguard.io.Mesh;

/// Pure functions on height fields; cells without surface hold negative infinity.
final class Heights {
    private Heights() {}

    /// Two triangles for each four neighbouring cells that all have a height.
    static Mesh mesh(Raster r) {
        MeshBuilder out = new MeshBuilder();
        int[] vertex = new int[r.z().length];
        for (int at = 0; at < vertex.length; at++) {
            boolean there = Float.isFinite(r.z()[at]);
            vertex[at] = there ? out.vertex(x(r, at), y(r, at), r.z()[at]) : -1;
        }
        for (int row = 0; row < r.height() - 1; row++) {
            for (int column = 0; column < r.width() - 1; column++) {
                int a = row * r.width() + column;
                int b = a + 1;
                int c = b + r.width();
                int d = a + r.width();
                if (vertex[a] >= 0 && vertex[b] >= 0 && vertex[c] >= 0 && vertex[d] >= 0) {
                    out.quad(vertex[a], vertex[b], vertex[c], vertex[d]);
                }
            }
        }
        return out.build();
    }

    /// The surface of spheres of this radius rolled along below: nowhere nearer to the field than that.
    static Raster below(Raster r, double radius) {
        int reach = (int) Math.ceil(radius / r.cell());
        float[] low = new float[r.z().length];
        for (int row = 0; row < r.height(); row++) {
            for (int column = 0; column < r.width(); column++) {
                low[row * r.width() + column] = lowest(r, row, column, reach, radius);
            }
        }
        return new Raster(low, r.width(), r.height(), r.left(), r.low(), r.cell());
    }

    private static float lowest(Raster r, int row, int column, int reach, double radius) {
        float centre = r.z()[row * r.width() + column];
        if (!Float.isFinite(centre)) {
            return centre;
        }
        double low = centre - radius;
        for (int j = Math.max(0, row - reach); j <= Math.min(r.height() - 1, row + reach); j++) {
            for (int i = Math.max(0, column - reach); i <= Math.min(r.width() - 1, column + reach); i++) {
                float z = r.z()[j * r.width() + i];
                double d = r.cell() * Math.hypot(i - column, j - row);
                if (d < radius && Float.isFinite(z)) {
                    low = Math.min(low, z - Math.sqrt(radius * radius - d * d));
                }
            }
        }
        return (float) low;
    }

    /// Smoothed, and lowered to the field itself where smoothing would rise over it.
    static Raster smoothedBelow(Raster r, double sigma) {
        Raster smooth = smooth(r, sigma);
        for (int at = 0; at < r.z().length; at++) {
            smooth.z()[at] = Math.min(smooth.z()[at], r.z()[at]);
        }
        return smooth;
    }

    /// Gaussian mean over the cells that have a height, sigma in mm; cells without one keep none.
    static Raster smooth(Raster r, double sigma) {
        float[] weights = new float[r.z().length];
        float[] sums = new float[r.z().length];
        for (int at = 0; at < sums.length; at++) {
            boolean there = Float.isFinite(r.z()[at]);
            weights[at] = there ? 1 : 0;
            sums[at] = there ? r.z()[at] : 0;
        }
        double[] kernel = kernel(sigma / r.cell());
        weights = blur(blur(weights, r, kernel, true), r, kernel, false);
        sums = blur(blur(sums, r, kernel, true), r, kernel, false);
        for (int at = 0; at < sums.length; at++) {
            sums[at] = Float.isFinite(r.z()[at]) ? sums[at] / weights[at] : Float.NEGATIVE_INFINITY;
        }
        return new Raster(sums, r.width(), r.height(), r.left(), r.low(), r.cell());
    }

    /// The height at a place, between the cells around it; negative infinity where one of them has none.
    static double at(Raster r, double x, double y) {
        double u = Math.clamp((x - r.left()) / r.cell(), 0, r.width() - 1.001);
        double v = Math.clamp((y - r.low()) / r.cell(), 0, r.height() - 1.001);
        int i = (int) u;
        int j = (int) v;
        double s = u - i;
        double t = v - j;
        int at = j * r.width() + i;
        double below = (1 - s) * r.z()[at] + s * r.z()[at + 1];
        double above = (1 - s) * r.z()[at + r.width()] + s * r.z()[at + r.width() + 1];
        double z = (1 - t) * below + t * above;
        return Double.isFinite(z) ? z : r.z()[at];
    }

    static double x(Raster r, int at) {
        return r.left() + r.cell() * (at % r.width());
    }

    static double y(Raster r, int at) {
        return r.low() + r.cell() * (at / r.width());
    }

    private static double[] kernel(double sigma) {
        int reach = Math.max(1, (int) Math.ceil(2.5 * sigma));
        double[] kernel = new double[2 * reach + 1];
        for (int i = -reach; i <= reach; i++) {
            kernel[i + reach] = StrictMath.exp(-0.5 * i * i / (sigma * sigma));
        }
        return kernel;
    }

    private static float[] blur(float[] values, Raster r, double[] kernel, boolean alongRow) {
        int reach = kernel.length / 2;
        float[] blurred = new float[values.length];
        for (int row = 0; row < r.height(); row++) {
            for (int column = 0; column < r.width(); column++) {
                double sum = 0;
                for (int i = -reach; i <= reach; i++) {
                    int j = alongRow ? row : row + i;
                    int k = alongRow ? column + i : column;
                    if (j >= 0 && k >= 0 && j < r.height() && k < r.width()) {
                        sum += kernel[i + reach] * values[j * r.width() + k];
                    }
                }
                blurred[row * r.width() + column] = (float) sum;
            }
        }
        return blurred;
    }
}
