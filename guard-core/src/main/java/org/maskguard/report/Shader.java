package org.maskguard.report;

import java.util.Arrays;
import org.maskguard.io.Mesh;
import org.maskguard.surface.Vec;

/// Draws meshes as shaded clay, in software and without a display.
///
/// Surfaces are lit from both sides, so inside-out and open meshes look like any other. Four samples a pixel smooth
/// the edges; hollows and places close under something else are darker, as under an overcast sky. The background is
/// transparent. The same input gives the same picture. Stateless; safe to share between threads.
public final class Shader {

    private static final int SAMPLES = 2;

    private Shader() {}

    /// Draws a mesh in unpainted clay.
    public static Picture draw(Mesh mesh, Camera camera) {
        return draw(mesh, camera, Tint.CLAY);
    }

    /// Draws a mesh in colours. A million triangles take some 0.3 s at 640 × 640.
    public static Picture draw(Mesh mesh, Camera camera, Tint tint) {
        return draw(mesh, camera, Raster.of(mesh, camera.finer(SAMPLES)), tint);
    }

    /// Draws what a raster of twice the camera's resolution shows.
    private static Picture draw(Mesh mesh, Camera camera, Raster raster, Tint tint) {
        Normals normals = Normals.of(raster, mesh, camera.finer(SAMPLES));
        float[] openness = Openness.of(raster, normals, SAMPLES, camera.mmPerPixel());
        Light light = new Light(raster);
        int[] argb = new int[camera.width() * camera.height()];
        Camera fine = camera.finer(SAMPLES);
        Vec corner = fine.point(0.5, 0.5, 0);
        Vec right = fine.point(1.5, 0.5, 0).minus(corner);
        Vec down = fine.point(0.5, 1.5, 0).minus(corner);
        Vec front = fine.view().front();
        float[] pixel = new float[4];
        for (int y = 0; y < camera.height(); y++) {
            for (int x = 0; x < camera.width(); x++) {
                Arrays.fill(pixel, 0);
                int at = y * camera.width() + x;
                for (int sample = 0; sample < SAMPLES * SAMPLES; sample++) {
                    int sx = x * SAMPLES + sample % SAMPLES;
                    int sy = y * SAMPLES + sample / SAMPLES;
                    int p = sy * raster.width + sx;
                    if (!raster.empty(p)) {
                        float depth = raster.depth[p];
                        int rgb = tint.rgb(
                                raster.triangle[p],
                                corner.x() + sx * right.x() + sy * down.x() + depth * front.x(),
                                corner.y() + sx * right.y() + sy * down.y() + depth * front.y(),
                                corner.z() + sx * right.z() + sy * down.z() + depth * front.z());
                        light.add(normals, p, depth, openness[at], rgb, pixel);
                    }
                }
                argb[at] = Light.argb(pixel, SAMPLES * SAMPLES);
            }
        }
        return new Picture(camera.width(), camera.height(), argb);
    }
}
