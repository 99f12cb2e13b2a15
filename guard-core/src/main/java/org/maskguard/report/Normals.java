package org.maskguard.report;

import org.maskguard.io.Mesh;
import org.maskguard.surface.Vec;

/// Directions of the surface at each pixel of a raster, in the picture's axes and towards the viewer.
///
/// They are those of the triangles, averaged over neighbouring pixels where these belong to one smooth surface:
/// nothing is asked of the mesh's own connections, so a soup looks as smooth as a welded mesh. Creases stay sharp.
final class Normals {

    /// Cosine between directions that are averaged: creases above some 45 degrees stay.
    private static final float CREASE = 0.7f;

    private static final int MOST_REACH = 9;

    final float[] x;
    final float[] y;
    final float[] z;

    private Normals(int pixels) {
        x = new float[pixels];
        y = new float[pixels];
        z = new float[pixels];
    }

    static Normals of(Raster raster, Mesh mesh, Camera camera) {
        Normals normals = new Normals(raster.depth.length);
        normals.ofTriangles(raster, mesh, camera);
        int reach = Math.clamp(Math.round(0.8 * raster.typicalEdge()), 2, MOST_REACH);
        normals.smooth(raster, camera, reach);
        return normals;
    }

    private void ofTriangles(Raster raster, Mesh mesh, Camera camera) {
        int last = -1;
        float nx = 0;
        float ny = 0;
        float nz = 1;
        for (int p = 0; p < x.length; p++) {
            if (raster.empty(p)) {
                continue;
            }
            if (raster.triangle[p] != last) {
                last = raster.triangle[p];
                Vec normal = normal(mesh, last);
                double length = normal.length();
                Vec seen = camera.view().of(normal.times((length > 0 ? 1 : 0) / Math.max(length, Double.MIN_NORMAL)));
                float sign = seen.z() < 0 ? -1 : 1;
                nx = sign * (float) seen.x();
                ny = sign * (float) seen.y();
                nz = sign * (float) seen.z();
            }
            x[p] = nx;
            y[p] = ny;
            z[p] = nz;
        }
    }

    private void smooth(Raster raster, Camera camera, int reach) {
        float step = (float) camera.mmPerPixel();
        Normals across = new Normals(x.length);
        for (int row = 0; row < raster.height; row++) {
            for (int column = 0; column < raster.width; column++) {
                int from = Math.max(-reach, -column);
                int to = Math.min(reach, raster.width - 1 - column);
                average(this, across, raster, row * raster.width + column, from, to, 1, step);
            }
        }
        for (int row = 0; row < raster.height; row++) {
            int from = Math.max(-reach, -row);
            int to = Math.min(reach, raster.height - 1 - row);
            for (int column = 0; column < raster.width; column++) {
                average(across, this, raster, row * raster.width + column, from, to, raster.width, step);
            }
        }
    }

    private static void average(
            Normals in, Normals out, Raster raster, int p, int from, int to, int stride, float mmPerPixel) {
        if (raster.empty(p)) {
            return;
        }
        float nx = in.x[p];
        float ny = in.y[p];
        float nz = in.z[p];
        float sx = 0;
        float sy = 0;
        float sz = 0;
        for (int k = from; k <= to; k++) {
            int q = p + k * stride;
            float like = nx * in.x[q] + ny * in.y[q] + nz * in.z[q];
            // Steeper than this between neighbours means another surface. Where nothing is, the depth is infinite.
            float gap = Math.abs(raster.depth[q] - raster.depth[p]);
            if (like > CREASE && gap <= 6 * mmPerPixel * (Math.abs(k) + 1)) {
                float weight = like - CREASE + 0.02f;
                sx += weight * in.x[q];
                sy += weight * in.y[q];
                sz += weight * in.z[q];
            }
        }
        float length = (float) Math.sqrt(sx * sx + sy * sy + sz * sz);
        boolean known = length > 0;
        out.x[p] = known ? sx / length : 0;
        out.y[p] = known ? sy / length : 0;
        out.z[p] = known ? sz / length : 1;
    }

    private static Vec normal(Mesh mesh, int triangle) {
        Vec a = corner(mesh, 3 * triangle);
        Vec b = corner(mesh, 3 * triangle + 1);
        Vec c = corner(mesh, 3 * triangle + 2);
        return b.minus(a).cross(c.minus(a));
    }

    private static Vec corner(Mesh mesh, int corner) {
        int at = 3 * mesh.corners()[corner];
        return new Vec(mesh.xyz()[at], mesh.xyz()[at + 1], mesh.xyz()[at + 2]);
    }
}
