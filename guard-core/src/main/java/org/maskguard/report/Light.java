package org.maskguard.report;

/// The lamps and what a surface makes of them. Adds up samples in linear light; one thread's.
final class Light {

    /// Towards the key lamp, up on the left before the thing; towards the fill lamp, on the right.
    private static final float[] KEY = unit(-0.5, 0.6, 0.75);

    private static final float[] FILL = unit(0.8, -0.05, 0.5);
    private static final float[] LINEAR = new float[256];
    private static final byte[] DISPLAY = new byte[4096];

    static {
        for (int i = 0; i < LINEAR.length; i++) {
            LINEAR[i] = (float) Math.pow(i / 255.0, 2.2);
        }
        for (int i = 0; i < DISPLAY.length; i++) {
            DISPLAY[i] = (byte) Math.round(255 * Math.pow(i / (DISPLAY.length - 1.0), 1 / 2.2));
        }
    }

    private final float nearest;
    private final float perDepth;

    Light(Raster raster) {
        float low = Float.MAX_VALUE;
        float high = -Float.MAX_VALUE;
        for (int p = 0; p < raster.depth.length; p++) {
            if (!raster.empty(p)) {
                low = Math.min(low, raster.depth[p]);
                high = Math.max(high, raster.depth[p]);
            }
        }
        nearest = high;
        perDepth = high > low ? 1 / (high - low) : 0;
    }

    /// Adds one lit sample to red, green, blue and cover.
    void add(Normals normals, int p, float depth, float openness, int rgb, float[] to) {
        float nx = normals.x[p];
        float ny = normals.y[p];
        float nz = normals.z[p];
        float key = wrapped(KEY[0] * nx + KEY[1] * ny + KEY[2] * nz);
        float fill = wrapped(FILL[0] * nx + FILL[1] * ny + FILL[2] * nz);
        float edge = 1 - nz;
        float rim = edge * edge * edge;
        float sky = openness * openness;
        float far = 1 - 0.3f * (nearest - depth) * perDepth;
        float light = far * (0.22f * sky + (0.35f + 0.65f * sky) * (0.80f * key + 0.16f * fill) + 0.10f * rim * sky);
        to[0] += light * LINEAR[(rgb >> 16) & 0xff];
        to[1] += light * LINEAR[(rgb >> 8) & 0xff];
        to[2] += light * LINEAR[rgb & 0xff];
        to[3] += 1;
    }

    /// The mean of the samples that were added, `count` of them counting those that met nothing.
    static int argb(float[] sum, int count) {
        if (sum[3] == 0) {
            return 0;
        }
        int alpha = Math.round(255 * sum[3] / count);
        return alpha << 24 | display(sum[0] / sum[3]) << 16 | display(sum[1] / sum[3]) << 8 | display(sum[2] / sum[3]);
    }

    private static int display(float linear) {
        return DISPLAY[Math.clamp((int) (linear * (DISPLAY.length - 1)), 0, DISPLAY.length - 1)] & 0xff;
    }

    /// Light that reaches a little round the edge, so that the shadow side keeps its shape.
    private static float wrapped(float cosine) {
        return Math.max(0, (cosine + 0.25f) / 1.25f);
    }

    private static float[] unit(double x, double y, double z) {
        double length = Math.sqrt(x * x + y * y + z * z);
        return new float[] {(float) (x / length), (float) (y / length), (float) (z / length)};
    }
}
