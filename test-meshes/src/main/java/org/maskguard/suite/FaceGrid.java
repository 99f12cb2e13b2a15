package org.maskguard.suite;

import org.maskguard.io.Mesh;
import org.maskguard.suite.geometry.MeshBuilder;

/// Where the nodes of a face's sheet lie: a square grid that is bent into the oval outline of a face.
///
/// The rows and columns of the square become curves that end on the oval, so that the rim is smooth with few nodes
/// (the elliptical mapping of Fong, "Analytical methods for squaring the disc", 2015). The frame is the face's: x to
/// its left, y up, 0 at the tip of the nose, mm.
///
/// @param columns of cells, even
/// @param rows of cells, even
record FaceGrid(int columns, int rows) {

    static final double HALF_WIDTH = 63.5;
    static final double MIDDLE = 10;
    static final double UPPER_HEIGHT = 82;
    static final double LOWER_HEIGHT = 86;

    int nodes() {
        return (columns + 1) * (rows + 1);
    }

    /// Place of a node in the disc of radius 1 that the square is bent into.
    double discX(int node) {
        double v = v(node);
        return u(node) * Math.sqrt(1 - v * v / 2);
    }

    double discY(int node) {
        double u = u(node);
        return v(node) * Math.sqrt(1 - u * u / 2);
    }

    double x(int node) {
        return x(discX(node));
    }

    double y(int node) {
        return y(discY(node));
    }

    /// From the disc to the oval, mm.
    static double x(double discX) {
        return HALF_WIDTH * discX;
    }

    static double y(double discY) {
        return MIDDLE + discY * (discY > 0 ? UPPER_HEIGHT : LOWER_HEIGHT);
    }

    /// The sheet over the grid, seen from the front counter-clockwise.
    ///
    /// @param heights z of each node, mm
    Mesh sheet(double[] heights) {
        MeshBuilder out = new MeshBuilder();
        for (int node = 0; node < nodes(); node++) {
            out.vertex(x(node), y(node), heights[node]);
        }
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int a = row * (columns + 1) + column;
                int b = a + 1;
                int c = b + columns + 1;
                int d = a + columns + 1;
                // The diagonal goes through the corner of the square, where the sides of a cell are nearly in line.
                if (column < columns / 2 == row < rows / 2) {
                    out.quad(a, b, c, d);
                } else {
                    out.quad(b, c, d, a);
                }
            }
        }
        return out.build();
    }

    /// Columns are closer in the middle, for the nose.
    private double u(int node) {
        double t = 2.0 * (node % (columns + 1)) / columns - 1;
        return t * (0.62 + 0.38 * Math.abs(t));
    }

    private double v(int node) {
        return 2.0 * (node / (columns + 1)) / rows - 1;
    }
}
