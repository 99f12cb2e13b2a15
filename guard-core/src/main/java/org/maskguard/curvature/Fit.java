package org.maskguard.curvature;

import java.util.Arrays;

/// Normal equations of one window's quadric and their solution. One thread's scratch.
///
/// The unknowns are ordered a, b, c, d, e, f, of the terms x², xy, y², x, y, 1. Every entry of the matrix is a sum of
/// x^i y^j over the pixels that are there, with i + j at most 4.
final class Fit {

    /// A pivot below this share of the diagonal it came from means that pixels lie on a line or a conic.
    private static final double LEAST_PIVOT = 1e-9;

    private static final int TERMS = 6;
    private static final int ORDERS = 5;
    private static final int[] POWER_OF_X = {2, 1, 0, 1, 0, 0};
    private static final int[] POWER_OF_Y = {0, 1, 2, 0, 1, 0};

    double a;
    double b;
    double c;
    double d;
    double e;

    private final double[] sums = new double[ORDERS * ORDERS];
    private final double[] right = new double[TERMS];
    private final double[] lower = new double[TERMS * TERMS];

    void clear() {
        Arrays.fill(sums, 0);
        Arrays.fill(right, 0);
    }

    /// Takes in one row of a window. Heights are counted from `level`, which f swallows.
    ///
    /// @param centre index of the row's pixel at x = 0
    /// @param first leftmost pixel of the row, from the centre
    void addRow(float[] z, int centre, int first, int last, double level, double[] offsets, int reach, double y) {
        double n = 0;
        double x1 = 0;
        double x2 = 0;
        double x3 = 0;
        double x4 = 0;
        double z0 = 0;
        double z1 = 0;
        double z2 = 0;
        for (int dx = first; dx <= last; dx++) {
            double height = z[centre + dx] - level;
            if (!Double.isNaN(height)) {
                double x = offsets[dx + reach];
                double xx = x * x;
                n += 1;
                x1 += x;
                x2 += xx;
                x3 += xx * x;
                x4 += xx * xx;
                z0 += height;
                z1 += x * height;
                z2 += xx * height;
            }
        }
        double yy = y * y;
        addPowers(0, n, y, 4);
        addPowers(1, x1, y, 3);
        addPowers(2, x2, y, 2);
        addPowers(3, x3, y, 1);
        addPowers(4, x4, y, 0);
        right[0] += z2;
        right[1] += y * z1;
        right[2] += yy * z0;
        right[3] += z1;
        right[4] += y * z0;
        right[5] += z0;
    }

    int count() {
        return (int) sums[0];
    }

    /// Solves for the coefficients by Cholesky's decomposition; false where the pixels do not determine them.
    boolean solve() {
        return decompose() && substitute();
    }

    private void addPowers(int powerOfX, double sum, double y, int highest) {
        double term = sum;
        for (int powerOfY = 0; powerOfY <= highest; powerOfY++) {
            sums[powerOfX * ORDERS + powerOfY] += term;
            term *= y;
        }
    }

    private double entry(int row, int column) {
        int powerOfX = POWER_OF_X[row] + POWER_OF_X[column];
        int powerOfY = POWER_OF_Y[row] + POWER_OF_Y[column];
        return sums[powerOfX * ORDERS + powerOfY];
    }

    private boolean decompose() {
        for (int i = 0; i < TERMS; i++) {
            for (int j = 0; j <= i; j++) {
                double whole = entry(i, j);
                double rest = whole;
                for (int k = 0; k < j; k++) {
                    rest -= lower[i * TERMS + k] * lower[j * TERMS + k];
                }
                if (i != j) {
                    lower[i * TERMS + j] = rest / lower[j * TERMS + j];
                } else if (rest > LEAST_PIVOT * whole) {
                    lower[i * TERMS + i] = Math.sqrt(rest);
                } else {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean substitute() {
        for (int i = 0; i < TERMS; i++) {
            double rest = right[i];
            for (int k = 0; k < i; k++) {
                rest -= lower[i * TERMS + k] * right[k];
            }
            right[i] = rest / lower[i * TERMS + i];
        }
        for (int i = TERMS - 1; i >= 0; i--) {
            double rest = right[i];
            for (int k = i + 1; k < TERMS; k++) {
                rest -= lower[k * TERMS + i] * right[k];
            }
            right[i] = rest / lower[i * TERMS + i];
        }
        a = right[0];
        b = right[1];
        c = right[2];
        d = right[3];
        e = right[4];
        return true;
    }
}
