package org.maskguard.suite.geometry;

import java.util.Arrays;
import org.maskguard.io.Mesh;

/// A growing mesh. Not thread-safe.
public final class MeshBuilder {

    private float[] xyz = new float[3 * 1024];
    private int coordinates;
    private int[] corners = new int[3 * 2048];
    private int cornerCount;

    /// Adds a vertex and gives its number.
    public int vertex(double x, double y, double z) {
        if (coordinates + 3 > xyz.length) {
            xyz = Arrays.copyOf(xyz, 2 * xyz.length);
        }
        xyz[coordinates++] = (float) x;
        xyz[coordinates++] = (float) y;
        xyz[coordinates++] = (float) z;
        return coordinates / 3 - 1;
    }

    public void triangle(int a, int b, int c) {
        if (cornerCount + 3 > corners.length) {
            corners = Arrays.copyOf(corners, 2 * corners.length);
        }
        corners[cornerCount++] = a;
        corners[cornerCount++] = b;
        corners[cornerCount++] = c;
    }

    /// Two triangles a b c and a c d.
    public void quad(int a, int b, int c, int d) {
        triangle(a, b, c);
        triangle(a, c, d);
    }

    public Mesh build() {
        return new Mesh(Arrays.copyOf(xyz, coordinates), Arrays.copyOf(corners, cornerCount));
    }
}
