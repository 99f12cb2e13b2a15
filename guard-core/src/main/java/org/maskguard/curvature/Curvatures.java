package org.maskguard.curvature;

import java.util.Arrays;

/// How a height field bends at each of its pixels, row after row; NaN where that cannot be said.
///
/// Signs are those of a viewer who looks down on the field: bumps are positive, pits negative. The arrays are plain
/// storage that [HeightCurvature#measure] writes; whoever owns the record owns them.
///
/// @param mean mean curvature H = (k1 + k2) / 2, 1/mm
/// @param gaussian Gaussian curvature K = k1 k2, 1/mm²
/// @param shapeIndex −1 cup, −0.5 rut, 0 saddle, +0.5 ridge, +1 cap; without meaning where curvedness is near 0
/// @param curvedness how strongly the surface bends, sqrt((k1² + k2²) / 2), 1/mm, never negative
public record Curvatures(
        int width, int height, float[] mean, float[] gaussian, float[] shapeIndex, float[] curvedness) {

    /// Room for a field of the given size, all NaN.
    ///
    /// @throws IllegalArgumentException when a side is negative or the field has more than 2³¹−1 pixels
    public static Curvatures ofSize(int width, int height) {
        int pixels = pixels(width, height);
        return new Curvatures(width, height, unknown(pixels), unknown(pixels), unknown(pixels), unknown(pixels));
    }

    /// How many pixels a field has, or IllegalArgumentException where no array holds them.
    static int pixels(int width, int height) {
        long pixels = (long) width * height;
        if (width < 0 || height < 0 || pixels > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("no field of %d × %d pixels".formatted(width, height));
        }
        return (int) pixels;
    }

    private static float[] unknown(int pixels) {
        float[] values = new float[pixels];
        Arrays.fill(values, Float.NaN);
        return values;
    }
}
