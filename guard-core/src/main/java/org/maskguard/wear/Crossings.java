package org.maskguard.wear;

import java.util.Arrays;

/// The crossings of many lines with a mesh, in order along each line.
final class Crossings {

    /// Crossings so close together are one: doubled triangles, edges hit twice. The engine is exact to 0.0003 mm,
    /// and no wall is thinner than ten times this. mm
    private static final double SAME = 0.02;

    /// Share of the lines that must come out right for a reading to hold.
    private static final double SIGNED_SHARE = 0.8;

    private static final double PARITY_SHARE = 0.7;

    private double[] at = new double[1 << 12];
    private int[] turn = new int[1 << 12];
    private int[] start;
    private int lines;

    /// @param lines how many lines are expected
    Crossings(int lines) {
        start = new int[Math.max(2, lines + 1)];
    }

    /// Adds a line. Crossings at one place become one, whose turn is the sum of theirs.
    ///
    /// @param rays holds the line's crossings
    /// @param count how many
    void add(Rays rays, int count) {
        if (lines + 2 > start.length) {
            start = Arrays.copyOf(start, 2 * start.length);
        }
        int n = start[lines];
        if (n + count > at.length) {
            at = Arrays.copyOf(at, 2 * (n + count));
            turn = Arrays.copyOf(turn, at.length);
        }
        for (int i = 0; i < count; i++) {
            int sign = rays.against(i) ? 1 : -1;
            if (n > start[lines] && rays.at(i) - at[n - 1] < SAME) {
                turn[n - 1] += sign;
            } else {
                at[n] = rays.at(i);
                turn[n++] = sign;
            }
        }
        start[++lines] = n;
    }

    int lines() {
        return lines;
    }

    int count(int line) {
        return start[line + 1] - start[line];
    }

    /// Distance along the line of its i-th crossing, mm.
    double at(int line, int i) {
        return at[start[line] + i];
    }

    /// How often the surface turns towards the line's origin there, less how often away from it.
    int turn(int line, int i) {
        return turn[start[line] + i];
    }

    /// Whether the turns of a line cancel out and none of its crossings is a doubled surface of both windings.
    boolean isSigned(int line) {
        int sum = 0;
        for (int i = start[line]; i < start[line + 1]; i++) {
            if (turn[i] == 0) {
                return false;
            }
            sum += turn[i];
        }
        return sum == 0;
    }

    boolean isPaired(int line) {
        return count(line) % 2 == 0;
    }

    /// The reading under which most of the lines that cross anything make sense.
    Reading reading() {
        int crossing = 0;
        int signed = 0;
        int paired = 0;
        for (int line = 0; line < lines; line++) {
            if (count(line) > 0) {
                crossing++;
                signed += isSigned(line) ? 1 : 0;
                paired += isPaired(line) ? 1 : 0;
            }
        }
        if (signed >= SIGNED_SHARE * crossing) {
            return Reading.SIGNED;
        }
        return paired >= PARITY_SHARE * crossing ? Reading.PARITY : Reading.SHEET;
    }
}
