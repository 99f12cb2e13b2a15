package org.maskguard.report;

/// How much of an overcast sky each place of a picture sees, 0 to 1, judged from the heights around it alone.
final class Openness {

    private static final int DIRECTIONS = 8;

    /// Distances that are looked at, as shares of the picture's larger side.
    private static final double[] RINGS = {0.007, 0.017, 0.036};

    private Openness() {}

    /// @param samples pixels of the raster a pixel of the result, along each side
    /// @param mmPerPixel of the result
    static float[] of(Raster raster, Normals normals, int samples, double mmPerPixel) {
        int width = raster.width / samples;
        int height = raster.height / samples;
        float[] open = new float[width * height];
        int[] dx = new int[RINGS.length * DIRECTIONS];
        int[] dy = new int[RINGS.length * DIRECTIONS];
        spread(dx, dy, Math.max(raster.width, raster.height));
        float step = (float) (mmPerPixel / samples);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int p = y * samples * raster.width + x * samples;
                open[y * width + x] =
                        raster.empty(p) ? 1 : 1 - shade(raster, normals, p, x * samples, y * samples, dx, dy, step);
            }
        }
        return open;
    }

    private static void spread(int[] dx, int[] dy, int side) {
        for (int i = 0; i < dx.length; i++) {
            double distance = Math.max(1, RINGS[i / DIRECTIONS] * side);
            double angle = 2 * Math.PI * (i % DIRECTIONS + 0.35 * (i / DIRECTIONS)) / DIRECTIONS;
            dx[i] = (int) Math.round(distance * Math.cos(angle));
            dy[i] = (int) Math.round(distance * Math.sin(angle));
        }
    }

    private static float shade(Raster r, Normals n, int p, int px, int py, int[] dx, int[] dy, float step) {
        float steepness = 1 / Math.max(0.3f, n.z[p]);
        float alongX = -n.x[p] * steepness * step;
        float alongY = n.y[p] * steepness * step;
        float sum = 0;
        for (int i = 0; i < dx.length; i++) {
            int x = px + dx[i];
            int y = py + dy[i];
            if (x < 0 || y < 0 || x >= r.width || y >= r.height) {
                continue;
            }
            float reach = step * (float) Math.sqrt(dx[i] * dx[i] + dy[i] * dy[i]);
            float rise = r.depth[y * r.width + x] - r.depth[p] - alongX * dx[i] - alongY * dy[i];
            float blocked = Math.clamp(rise / reach - 0.03f, 0, 1);
            // What stands far above is another thing in front, and hides little of the sky.
            sum += rise > 4 * reach ? 0.4f : blocked;
        }
        return sum / dx.length;
    }
}
