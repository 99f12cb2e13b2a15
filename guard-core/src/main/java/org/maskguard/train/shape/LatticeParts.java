package org.maskguard.train.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.maskguard.landmark.FaceShape.Region;
import org.maskguard.landmark.Landmark;

/// Regions, triangles and outline of a lattice, from where its landmarks lie.
///
/// @param regions number of the region of each point
/// @param triangles counter-clockwise seen from the front
/// @param outline points round the face, counter-clockwise seen from the front
record LatticeParts(byte[] regions, int[] triangles, int[] outline) {

    private static final int OUTLINE_POINTS = 48;

    /// @param mean points and landmarks, pronasale at the origin
    /// @param planned the same points where they were laid out, on a square grid in x and y
    static LatticeParts of(float[] mean, int points, double spacing, float[] planned) {
        byte[] regions = new byte[points];
        for (int p = 0; p < points; p++) {
            regions[p] = (byte) region(mean, points, p).ordinal();
        }
        return new LatticeParts(regions, triangles(planned, points, spacing), outline(mean, points));
    }

    private static Region region(float[] mean, int points, int p) {
        double x = mean[3 * p];
        double y = mean[3 * p + 1];
        double sellion = y(mean, points, Landmark.SELLION);
        double subnasale = y(mean, points, Landmark.SUBNASALE);
        double alare = x(mean, points, Landmark.ALARE_LEFT);
        double up = (y - subnasale) / (sellion - subnasale);
        double half = alare + 2 - Math.max(0, up) * (alare - 8);
        if (y > subnasale - 3 && y < sellion + 4 && Math.abs(x) <= half) {
            return Region.NOSE;
        }
        double exocanthion = x(mean, points, Landmark.EXOCANTHION_LEFT);
        double endocanthion = x(mean, points, Landmark.ENDOCANTHION_LEFT);
        double eyeX = (exocanthion + endocanthion) / 2;
        double eyeY = (y(mean, points, Landmark.EXOCANTHION_LEFT) + y(mean, points, Landmark.ENDOCANTHION_LEFT)) / 2;
        double eyeHalf = (exocanthion - endocanthion) / 2 + 6;
        if (Math.pow((Math.abs(x) - eyeX) / eyeHalf, 2) + Math.pow((y - eyeY) / 13, 2) <= 1) {
            return x > 0 ? Region.EYE_LEFT : Region.EYE_RIGHT;
        }
        double mouthHalf = x(mean, points, Landmark.CHEILION_LEFT) + 6;
        if (Math.pow(x / mouthHalf, 2) + Math.pow((y - y(mean, points, Landmark.STOMION)) / 15, 2) <= 1) {
            return Region.MOUTH;
        }
        if (y < y(mean, points, Landmark.LABIALE_INFERIUS) && Math.abs(x) < 28) {
            return Region.CHIN;
        }
        double glabella = y(mean, points, Landmark.GLABELLA);
        if (y > glabella + 8) {
            return Region.FOREHEAD;
        }
        return y > eyeY + 8 ? Region.BROW : Region.CHEEK;
    }

    private static double x(float[] mean, int points, Landmark landmark) {
        return mean[3 * (points + landmark.ordinal())];
    }

    private static double y(float[] mean, int points, Landmark landmark) {
        return mean[3 * (points + landmark.ordinal()) + 1];
    }

    private static int[] triangles(float[] planned, int points, double spacing) {
        Map<Long, Integer> at = new HashMap<>();
        for (int p = 0; p < points; p++) {
            at.put(key(Math.round((planned[3 * p] - planned[0]) / spacing), cell(planned, p, spacing)), p);
        }
        List<Integer> corners = new ArrayList<>();
        for (int p = 0; p < points; p++) {
            long i = Math.round((planned[3 * p] - planned[0]) / spacing);
            long j = cell(planned, p, spacing);
            Integer right = at.get(key(i + 1, j));
            Integer above = at.get(key(i, j + 1));
            Integer across = at.get(key(i + 1, j + 1));
            if (right != null && across != null) {
                corners.addAll(List.of(p, right, across));
            }
            if (above != null && across != null) {
                corners.addAll(List.of(p, across, above));
            }
        }
        return corners.stream().mapToInt(Integer::intValue).toArray();
    }

    private static long cell(float[] planned, int p, double spacing) {
        return Math.round((planned[3 * p + 1] - planned[1]) / spacing);
    }

    private static long key(long i, long j) {
        return (i + 1000) * 10_000 + j + 1000;
    }

    /// The farthest point in each of 48 directions from a centre between the eyes and the mouth.
    private static int[] outline(float[] mean, int points) {
        int[] farthest = new int[OUTLINE_POINTS];
        double[] reach = new double[OUTLINE_POINTS];
        for (int p = 0; p < points; p++) {
            double x = mean[3 * p];
            double y = mean[3 * p + 1] - 8;
            double turn = (Math.atan2(y, x) / (2 * Math.PI) + 1) % 1;
            int bin = (int) (turn * OUTLINE_POINTS);
            double r = Math.hypot(x, y);
            if (r > reach[bin]) {
                reach[bin] = r;
                farthest[bin] = p;
            }
        }
        return farthest;
    }
}
