package org.maskguard.suite.geometry;

import org.maskguard.io.Mesh;

/// Closed bodies of triangles, turned outwards, mm.
public final class Forms {

    private Forms() {}

    /// A box around the origin.
    public static Mesh box(double x, double y, double z) {
        return Outline.box(x, y).extruded(-z / 2, z / 2);
    }

    /// A cylinder or frustum that stands on z 0.
    public static Mesh cone(double lowRadius, double highRadius, double height, int points) {
        return revolved(points, 0, 0, lowRadius, 0, highRadius, height, 0, height);
    }

    public static Mesh cylinder(double radius, double height) {
        return cone(radius, radius, height, 48);
    }

    /// A tube that stands on z 0.
    public static Mesh pipe(double radius, double bore, double height) {
        return revolved(64, bore, 0, radius, 0, radius, height, bore, height, bore, 0);
    }

    public static Mesh sphere(double radius, int points) {
        int rings = points / 2;
        double[] profile = new double[2 * rings + 2];
        for (int i = 0; i <= rings; i++) {
            double angle = Math.PI * i / rings;
            profile[2 * i] = i == 0 || i == rings ? 0 : radius * StrictMath.sin(angle);
            profile[2 * i + 1] = -radius * StrictMath.cos(angle);
        }
        return revolved(points, profile);
    }

    public static Mesh torus(double radius, double thickness, int points) {
        int around = 24;
        double[] profile = new double[2 * around + 2];
        for (int i = 0; i <= around; i++) {
            double angle = 2 * Math.PI * i / around;
            profile[2 * i] = radius + thickness * StrictMath.cos(angle);
            profile[2 * i + 1] = thickness * StrictMath.sin(angle);
        }
        return revolved(points, profile);
    }

    /// A profile turned round the z axis. Where it begins and ends at radius 0 the body is closed there; else it
    /// must
    /// end where it began.
    ///
    /// @param profile pairs of radius and height, upwards on the outside
    public static Mesh revolved(int points, double... profile) {
        MeshBuilder out = new MeshBuilder();
        int rings = profile.length / 2;
        boolean loop = profile[0] == profile[profile.length - 2] && profile[1] == profile[profile.length - 1];
        int used = loop ? rings - 1 : rings;
        int[][] ids = new int[used][points];
        for (int i = 0; i < used; i++) {
            double r = profile[2 * i];
            int pole = r == 0 ? out.vertex(0, 0, profile[2 * i + 1]) : -1;
            for (int k = 0; k < points; k++) {
                double angle = 2 * Math.PI * k / points;
                ids[i][k] = pole >= 0
                        ? pole
                        : out.vertex(r * StrictMath.cos(angle), r * StrictMath.sin(angle), profile[2 * i + 1]);
            }
        }
        for (int i = 0; i < (loop ? used : used - 1); i++) {
            join(out, ids[i], ids[(i + 1) % used]);
        }
        return out.build();
    }

    /// A ring of changing figure swept along a path, with flat ends; or closed where the path is.
    ///
    /// @param path x y z triples
    /// @param radius of the ring by share of the path, 0 to 1, and angle
    public static Mesh swept(double[] path, int sides, boolean closed, RingRadius radius) {
        MeshBuilder out = new MeshBuilder();
        int n = path.length / 3;
        int[][] ids = new int[n][sides];
        double[] up = null;
        for (int i = 0; i < n; i++) {
            double[] along = direction(path, n, i, closed);
            up = across(along, up);
            double[] side = cross(along, up);
            for (int k = 0; k < sides; k++) {
                double angle = 2 * Math.PI * k / sides;
                double r = radius.at(i / (double) (n - 1), angle);
                double c = r * StrictMath.cos(angle);
                double s = r * StrictMath.sin(angle);
                ids[i][k] = out.vertex(
                        path[3 * i] + c * up[0] + s * side[0],
                        path[3 * i + 1] + c * up[1] + s * side[1],
                        path[3 * i + 2] + c * up[2] + s * side[2]);
            }
        }
        for (int i = 0; i < (closed ? n : n - 1); i++) {
            join(out, ids[i], ids[(i + 1) % n]);
        }
        if (!closed) {
            cap(out, ids[0], path, 0, true);
            cap(out, ids[n - 1], path, 3 * (n - 1), false);
        }
        return out.build();
    }

    /// A round rod along a path.
    public static Mesh rod(double[] path, double radius, int sides) {
        return swept(path, sides, false, (t, angle) -> radius);
    }

    /// A block under a landscape: from z 0 up to a height over the whole rectangle.
    ///
    /// @param height by x and y, always more than 0
    public static Mesh landscape(double width, double depth, int columns, int rows, Height height) {
        MeshBuilder out = new MeshBuilder();
        for (int layer = 0; layer < 2; layer++) {
            for (int j = 0; j <= rows; j++) {
                for (int i = 0; i <= columns; i++) {
                    double x = width * (i / (double) columns - 0.5);
                    double y = depth * (j / (double) rows - 0.5);
                    out.vertex(x, y, layer == 0 ? 0 : height.at(x, y));
                }
            }
        }
        int top = (columns + 1) * (rows + 1);
        for (int j = 0; j < rows; j++) {
            for (int i = 0; i < columns; i++) {
                int a = j * (columns + 1) + i;
                int c = a + columns + 2;
                out.quad(top + a, top + a + 1, top + c, top + c - 1);
                out.quad(a, c - 1, c, a + 1);
            }
        }
        for (int i = 0; i < columns; i++) {
            skirt(out, i, i + 1, top);
            skirt(out, rows * (columns + 1) + i + 1, rows * (columns + 1) + i, top);
        }
        for (int j = 0; j < rows; j++) {
            skirt(out, (j + 1) * (columns + 1), j * (columns + 1), top);
            skirt(out, j * (columns + 1) + columns, (j + 1) * (columns + 1) + columns, top);
        }
        return out.build();
    }

    private static void skirt(MeshBuilder out, int a, int b, int top) {
        out.quad(a, b, top + b, top + a);
    }

    private static void join(MeshBuilder out, int[] below, int[] above) {
        for (int k = 0; k < below.length; k++) {
            int l = (k + 1) % below.length;
            if (below[k] != below[l]) {
                out.triangle(below[k], below[l], above[l]);
            }
            if (above[k] != above[l]) {
                out.triangle(below[k], above[l], above[k]);
            }
        }
    }

    private static void cap(MeshBuilder out, int[] ring, double[] path, int at, boolean start) {
        int middle = out.vertex(path[at], path[at + 1], path[at + 2]);
        for (int k = 0; k < ring.length; k++) {
            int l = (k + 1) % ring.length;
            out.triangle(middle, ring[start ? l : k], ring[start ? k : l]);
        }
    }

    private static double[] direction(double[] path, int n, int i, boolean closed) {
        int a = 3 * (closed ? (i + n - 1) % n : Math.max(0, i - 1));
        int b = 3 * (closed ? (i + 1) % n : Math.min(n - 1, i + 1));
        return unit(path[b] - path[a], path[b + 1] - path[a + 1], path[b + 2] - path[a + 2]);
    }

    /// Perpendicular to the path and as near as can be to what it was before.
    private static double[] across(double[] along, double[] before) {
        double[] from = before;
        if (from == null) {
            from = Math.abs(along[2]) < 0.9 ? new double[] {0, 0, 1} : new double[] {1, 0, 0};
        }
        double dot = from[0] * along[0] + from[1] * along[1] + from[2] * along[2];
        return unit(from[0] - dot * along[0], from[1] - dot * along[1], from[2] - dot * along[2]);
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    private static double[] unit(double x, double y, double z) {
        double length = Math.max(1e-12, Math.sqrt(x * x + y * y + z * z));
        return new double[] {x / length, y / length, z / length};
    }

    /// Distance of a swept ring from its path.
    public interface RingRadius {
        double at(double share, double angle);
    }

    /// A height over a plane, mm.
    public interface Height {
        double at(double x, double y);
    }
}
