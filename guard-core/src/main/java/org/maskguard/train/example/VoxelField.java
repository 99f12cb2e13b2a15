package org.maskguard.train.example;

import java.util.Arrays;
import org.maskguard.io.Mesh;
import org.maskguard.surface.Vec;

/// A number at each point of a regular grid in space. Not thread-safe.
final class VoxelField {
    final double cell;
    final int nx;
    final int ny;
    final int nz;
    final float[] value;
    private final double x0;
    private final double y0;
    private final double z0;

    /// A grid over a box.
    ///
    /// @param box least x y z, greatest x y z, mm
    /// @param cell distance of the points, mm
    VoxelField(double[] box, double cell, float initial) {
        this.cell = cell;
        x0 = box[0];
        y0 = box[1];
        z0 = box[2];
        nx = (int) Math.ceil((box[3] - box[0]) / cell) + 1;
        ny = (int) Math.ceil((box[4] - box[1]) / cell) + 1;
        nz = (int) Math.ceil((box[5] - box[2]) / cell) + 1;
        value = new float[nx * ny * nz];
        Arrays.fill(value, initial);
    }

    int index(int i, int j, int k) {
        return (k * ny + j) * nx + i;
    }

    double x(int i) {
        return x0 + i * cell;
    }

    double y(int j) {
        return y0 + j * cell;
    }

    double z(int k) {
        return z0 + k * cell;
    }

    Vec point(int at) {
        return new Vec(x(at % nx), y(at / nx % ny), z(at / nx / ny));
    }

    /// Column, row and layer of a coordinate along axis 0 to 2, rounded down, not limited to the grid.
    int floor(int axis, double coordinate) {
        double origin = axis == 0 ? x0 : axis == 1 ? y0 : z0;
        return (int) Math.floor((coordinate - origin) / cell);
    }

    int size(int axis) {
        return axis == 0 ? nx : axis == 1 ? ny : nz;
    }

    /// A value of a point of the grid, given its place.
    interface At {
        double value(int index, Vec p);
    }

    void set(At at) {
        for (int k = 0; k < nz; k++) {
            for (int j = 0; j < ny; j++) {
                for (int i = 0; i < nx; i++) {
                    int index = index(i, j, k);
                    value[index] = (float) at.value(index, new Vec(x(i), y(j), z(k)));
                }
            }
        }
    }

    /// The closed surface around the negative values, turned outwards (surface nets). The border of the grid counts
    /// as positive.
    Mesh surface() {
        closeBorder();
        return new SurfaceNets(this).mesh();
    }

    private void closeBorder() {
        for (int k = 0; k < nz; k++) {
            for (int j = 0; j < ny; j++) {
                boolean face = k == 0 || j == 0 || k == nz - 1 || j == ny - 1;
                for (int i = 0; i < nx; i += face || i == nx - 1 ? 1 : nx - 1) {
                    int at = index(i, j, k);
                    value[at] = Math.max(value[at], (float) (0.01 * cell));
                }
            }
        }
    }
}
