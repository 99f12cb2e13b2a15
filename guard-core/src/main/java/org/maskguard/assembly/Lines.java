package org.maskguard.assembly;

import java.util.Arrays;

/// Measures of lines in a plane, given as points u v.
final class Lines {

    private static final int DIRECTIONS = 18;

    private Lines() {}

    /// Extents along the longest principal axis and square to it.
    static double[] extents(float[] line) {
        int n = line.length / 2;
        double mu = 0;
        double mv = 0;
        for (int i = 0; i < n; i++) {
            mu += line[2 * i] / n;
            mv += line[2 * i + 1] / n;
        }
        double uu = 0;
        double uv = 0;
        double vv = 0;
        for (int i = 0; i < n; i++) {
            double u = line[2 * i] - mu;
            double v = line[2 * i + 1] - mv;
            uu += u * u;
            uv += u * v;
            vv += v * v;
        }
        double angle = 0.5 * Math.atan2(2 * uv, uu - vv);
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        return new double[] {reach(line, c, s), reach(line, -s, c)};
    }

    /// The share of tangents that point into none of the three commonest directions, each 10° wide and its
    /// neighbours counted with it.
    static double curvedShare(float[] along) {
        int n = along.length / 2;
        int[] count = new int[DIRECTIONS];
        for (int i = 0; i < n; i++) {
            double turn = Math.atan2(along[2 * i + 1], along[2 * i]) / Math.PI + 1;
            count[(int) (turn * DIRECTIONS) % DIRECTIONS]++;
        }
        for (int common = 0; common < 3; common++) {
            int best = 0;
            for (int d = 1; d < DIRECTIONS; d++) {
                best = count[d] > count[best] ? d : best;
            }
            count[best] = 0;
            // A direction on the border of two bins is in both.
            int left = (best + DIRECTIONS - 1) % DIRECTIONS;
            int right = (best + 1) % DIRECTIONS;
            count[count[left] > count[right] ? left : right] = 0;
        }
        return n == 0 ? 0 : Arrays.stream(count).sum() / (double) n;
    }

    private static double reach(float[] line, double c, double s) {
        double low = Double.MAX_VALUE;
        double high = -Double.MAX_VALUE;
        for (int i = 0; i < line.length; i += 2) {
            double at = c * line[i] + s * line[i + 1];
            low = Math.min(low, at);
            high = Math.max(high, at);
        }
        return high - low;
    }
}
