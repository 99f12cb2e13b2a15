package org.maskguard.suite.slicing;

import java.util.Locale;
import java.util.StringJoiner;
import org.maskguard.io.Mesh;

/// A mesh as it is handed to a slicer: turned, scaled, its bottom cut flat, standing on z = 0, its box centred on
/// x = y = 0.
///
/// @param mesh as placed, mm
/// @param turn rows of the matrix by which the original's coordinates are multiplied (rotation and scale)
/// @param shift that is added then, mm
/// @param sink how much of the height was cut off at the bottom, mm
record Placement(Mesh mesh, double[] turn, double[] shift, double sink) {

    /// @param frame rows of a rotation that makes the original stand upright, its front towards -y
    /// @param yaw degrees about z, after the orientation
    static Placement of(Mesh original, double[] frame, Orientation orientation, double yaw, double scale, double sink) {
        double[] turn = scaled(times(aboutZ(yaw), times(aboutX(orientation.degrees()), frame)), scale);
        Mesh turned = moved(original, turn, new double[3]);
        double floor = bounds(turned)[2] + sink;
        Mesh cut = sink > 0 ? FlatBottom.cut(turned, floor) : turned;
        double[] b = bounds(cut);
        double[] shift = {-0.5 * (b[0] + b[3]), -0.5 * (b[1] + b[4]), -b[2]};
        return new Placement(moved(cut, UPRIGHT, shift), turn, shift, sink);
    }

    /// Rows of the matrix that changes nothing.
    static final double[] UPRIGHT = {1, 0, 0, 0, 1, 0, 0, 0, 1};

    /// Rows of the matrix from y up, front to +z, to z up, front to -y.
    static final double[] Y_UP = {1, 0, 0, 0, 0, -1, 0, 1, 0};

    /// Height above the bed, mm.
    double height() {
        return bounds(mesh)[5];
    }

    /// The twelve numbers of the original's way onto the bed: rows of the matrix, each followed by its shift.
    ///
    /// @param centre of the bed, mm along x and y
    String transform(double centre) {
        StringJoiner text = new StringJoiner(" ");
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                text.add(String.format(Locale.ROOT, "%.7f", turn[3 * row + column]));
            }
            text.add(String.format(Locale.ROOT, "%.4f", shift[row] + (row < 2 ? centre : 0)));
        }
        return text.toString();
    }

    /// Least and greatest coordinates: x y z, x y z.
    static double[] bounds(Mesh mesh) {
        double[] b = {1e9, 1e9, 1e9, -1e9, -1e9, -1e9};
        for (int corner : mesh.corners()) {
            for (int axis = 0; axis < 3; axis++) {
                float value = mesh.xyz()[3 * corner + axis];
                b[axis] = Math.min(b[axis], value);
                b[3 + axis] = Math.max(b[3 + axis], value);
            }
        }
        return b;
    }

    private static Mesh moved(Mesh mesh, double[] m, double[] shift) {
        float[] from = mesh.xyz();
        float[] to = new float[from.length];
        for (int i = 0; i < from.length; i += 3) {
            for (int row = 0; row < 3; row++) {
                to[i + row] = (float) (m[3 * row] * from[i]
                        + m[3 * row + 1] * from[i + 1]
                        + m[3 * row + 2] * from[i + 2]
                        + shift[row]);
            }
        }
        return new Mesh(to, mesh.corners());
    }

    private static double[] aboutX(double degrees) {
        double c = StrictMath.cos(Math.toRadians(degrees));
        double s = StrictMath.sin(Math.toRadians(degrees));
        return new double[] {1, 0, 0, 0, c, -s, 0, s, c};
    }

    private static double[] aboutZ(double degrees) {
        double c = StrictMath.cos(Math.toRadians(degrees));
        double s = StrictMath.sin(Math.toRadians(degrees));
        return new double[] {c, -s, 0, s, c, 0, 0, 0, 1};
    }

    private static double[] times(double[] a, double[] b) {
        double[] product = new double[9];
        for (int i = 0; i < 9; i++) {
            int row = i / 3 * 3;
            int column = i % 3;
            product[i] = a[row] * b[column] + a[row + 1] * b[3 + column] + a[row + 2] * b[6 + column];
        }
        return product;
    }

    private static double[] scaled(double[] m, double factor) {
        double[] out = new double[9];
        for (int i = 0; i < 9; i++) {
            out[i] = factor * m[i];
        }
        return out;
    }
}
