package org.maskguard.train.example;

import org.maskguard.io.Mesh;

/// Simple closed solids around the origin, mm, turned outwards.
final class Solids {
    private Solids() {}

    static Mesh box(double sx, double sy, double sz) {
        return prism(new double[] {-sx / 2, -sy / 2, sx / 2, -sy / 2, sx / 2, sy / 2, -sx / 2, sy / 2}, sz);
    }

    /// Points of a circle, counter-clockwise: x y after one another.
    static double[] circle(double radius, int points) {
        double[] xy = new double[2 * points];
        for (int i = 0; i < points; i++) {
            xy[2 * i] = radius * StrictMath.cos(2 * Math.PI * i / points);
            xy[2 * i + 1] = radius * StrictMath.sin(2 * Math.PI * i / points);
        }
        return xy;
    }

    /// The outline of a gear with straight-sided teeth.
    static double[] gear(double radius, int teeth) {
        double[] xy = circle(1, 4 * teeth);
        for (int i = 0; i < 4 * teeth; i++) {
            double r = i % 4 < 2 ? radius : 0.82 * radius;
            xy[2 * i] *= r;
            xy[2 * i + 1] *= r;
        }
        return xy;
    }

    /// A star-shaped outline around the origin, raised to a solid of this height.
    static Mesh prism(double[] xy, double height) {
        int n = xy.length / 2;
        MeshBuilder out = new MeshBuilder();
        int low = out.vertex(0, 0, -height / 2);
        int high = out.vertex(0, 0, height / 2);
        for (int i = 0; i < n; i++) {
            out.vertex(xy[2 * i], xy[2 * i + 1], -height / 2);
            out.vertex(xy[2 * i], xy[2 * i + 1], height / 2);
        }
        for (int i = 0; i < n; i++) {
            int a = 2 + 2 * i;
            int b = 2 + 2 * ((i + 1) % n);
            out.triangle(low, b, a);
            out.triangle(high, a + 1, b + 1);
            out.quad(a, b, b + 1, a + 1);
        }
        return out.build();
    }

    /// A tube.
    static Mesh ring(double outer, double inner, double height) {
        int n = 40;
        double[] circle = circle(1, n);
        MeshBuilder out = new MeshBuilder();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < 4; k++) {
                double r = k == 0 || k == 3 ? outer : inner;
                out.vertex(r * circle[2 * i], r * circle[2 * i + 1], k < 2 ? -height / 2 : height / 2);
            }
        }
        for (int i = 0; i < n; i++) {
            int a = 4 * i;
            int b = 4 * ((i + 1) % n);
            for (int k = 0; k < 4; k++) {
                int next = (k + 1) % 4;
                out.quad(a + next, b + next, b + k, a + k);
            }
        }
        return out.build();
    }

    /// A ball of `n` × `n / 2` facets.
    static Mesh ball(double radius, int n) {
        MeshBuilder out = new MeshBuilder();
        int rows = n / 2;
        int low = out.vertex(0, 0, -radius);
        for (int j = 1; j < rows; j++) {
            double a = Math.PI * j / rows;
            double[] ring = circle(radius * StrictMath.sin(a), n);
            for (int i = 0; i < n; i++) {
                out.vertex(ring[2 * i], ring[2 * i + 1], -radius * StrictMath.cos(a));
            }
        }
        int high = out.vertex(0, 0, radius);
        for (int i = 0; i < n; i++) {
            int k = (i + 1) % n;
            out.triangle(low, 1 + k, 1 + i);
            for (int j = 0; j < rows - 2; j++) {
                out.quad(1 + j * n + i, 1 + j * n + k, 1 + (j + 1) * n + k, 1 + (j + 1) * n + i);
            }
            out.triangle(high, high - n + i, high - n + k);
        }
        return out.build();
    }

    /// A cone from z = 0 up.
    static Mesh cone(double radius, double height, int n) {
        MeshBuilder out = new MeshBuilder();
        int base = out.vertex(0, 0, 0);
        int tip = out.vertex(0, 0, height);
        double[] ring = circle(radius, n);
        for (int i = 0; i < n; i++) {
            out.vertex(ring[2 * i], ring[2 * i + 1], 0);
        }
        for (int i = 0; i < n; i++) {
            int a = 2 + i;
            int b = 2 + (i + 1) % n;
            out.triangle(base, b, a);
            out.triangle(a, b, tip);
        }
        return out.build();
    }
}
