package org.maskguard.suite.face;

import java.util.List;
import java.util.Map;

/// A head as a net of points over directions: x to its left, y up, z in front, mm, around a point within it.
///
/// Immutable. Places between the points are found by cubic interpolation along rows and columns.
public final class FaceNet {

    /// Landmarks that a net knows, by the names of the design; those in pairs are the left ones.
    static final List<String> LANDMARKS = List.of(
            "glabella",
            "sellion",
            "pronasale",
            "subnasale",
            "stomion",
            "labiale_superius",
            "labiale_inferius",
            "pogonion",
            "menton",
            "endocanthion",
            "exocanthion",
            "alare",
            "cheilion",
            "zygion",
            "tragion");

    private static final int COLUMNS = 2 * Directions.COLUMNS - 1;

    private final float[] points;
    private final Map<String, double[]> directions;

    FaceNet(float[] points, Map<String, double[]> directions) {
        this.points = points;
        this.directions = directions;
    }

    FaceNet scaled(double factor) {
        float[] scaled = new float[points.length];
        for (int i = 0; i < points.length; i++) {
            scaled[i] = (float) (factor * points[i]);
        }
        return new FaceNet(scaled, directions);
    }

    /// The point in a direction of the grid.
    ///
    /// @param azimuth degrees from the front to the face's left, −180 to 180
    /// @param elevation degrees, −56 to 90
    public double[] at(double azimuth, double elevation) {
        double column = Directions.COLUMNS - 1 + Math.copySign(columnOf(Math.abs(azimuth)), azimuth);
        return between(rowOf(elevation), column);
    }

    /// A landmark, of pairs the left one.
    ///
    /// @param name such as `sellion` or `exocanthion`
    public double[] landmark(String name) {
        double[] direction = directions.get(name);
        return at(direction[0], direction[1]);
    }

    /// A landmark of the right side.
    public double[] right(String name) {
        double[] direction = directions.get(name);
        return at(-direction[0], direction[1]);
    }

    /// Where a landmark is on the grid: azimuth and elevation, degrees.
    public double[] direction(String name) {
        return directions.get(name).clone();
    }

    /// Distance of two landmarks, mm.
    public double distance(String a, String b) {
        return distance(landmark(a), landmark(b));
    }

    /// Distance of the two landmarks of a pair, mm.
    public double breadth(String pair) {
        return distance(landmark(pair), right(pair));
    }

    private static double distance(double[] p, double[] q) {
        double x = p[0] - q[0];
        double y = p[1] - q[1];
        double z = p[2] - q[2];
        return Math.sqrt(x * x + y * y + z * z);
    }

    private static double rowOf(double elevation) {
        int row = 0;
        while (row < Directions.ROWS - 2 && Directions.elevation(row + 1) < elevation) {
            row++;
        }
        double low = Directions.elevation(row);
        return row + (elevation - low) / (Directions.elevation(row + 1) - low);
    }

    private static double columnOf(double azimuth) {
        int column = 0;
        while (column < Directions.COLUMNS - 2 && Directions.azimuth(column + 1) < azimuth) {
            column++;
        }
        double low = Directions.azimuth(column);
        return column + (azimuth - low) / (Directions.azimuth(column + 1) - low);
    }

    private double[] between(double row, double column) {
        int r = (int) Math.clamp(Math.floor(row), 0, Directions.ROWS - 2.0);
        int c = (int) Math.clamp(Math.floor(column), 0, COLUMNS - 2.0);
        double s = Math.clamp(row - r, 0, 1);
        double t = Math.clamp(column - c, 0, 1);
        double[] p = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            p[axis] = cubic(
                    along(r - 1, c, t, axis),
                    along(r, c, t, axis),
                    along(r + 1, c, t, axis),
                    along(r + 2, c, t, axis),
                    s);
        }
        return p;
    }

    private double along(int row, int column, double t, int axis) {
        return cubic(
                point(row, column - 1, axis),
                point(row, column, axis),
                point(row, column + 1, axis),
                point(row, column + 2, axis),
                t);
    }

    private double point(int row, int column, int axis) {
        int r = Math.clamp(row, 0, Directions.ROWS - 1);
        int c = Math.clamp(column, 0, COLUMNS - 1);
        return points[3 * (r * COLUMNS + c) + axis];
    }

    /// Catmull and Rom's cubic.
    private static double cubic(double a, double b, double c, double d, double t) {
        return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
    }
}
