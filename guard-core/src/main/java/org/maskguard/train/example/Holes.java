package org.maskguard.train.example;

import org.maskguard.io.Mesh;
import org.maskguard.surface.Vec;

/// Closes openings of a surface.
final class Holes {
    private static final int RINGS = 3;

    private Holes() {}

    /// Fills the rims shorter than `longest` mm; those of the eyes bulge out like closed lids.
    static Mesh fill(Mesh mesh, double longest, Head head, double lidBulge) {
        MeshBuilder out = new MeshBuilder();
        out.add(mesh);
        for (int[] loop : new Topology(mesh).loops()) {
            if (length(mesh, loop) < longest) {
                double bulge = head != null && eye(mesh, loop, head) ? lidBulge : 0;
                cap(mesh, loop, bulge, out);
            }
        }
        return out.build();
    }

    /// Fills every rim with a flat or nearly flat fan.
    static Mesh fillAll(Mesh mesh) {
        return fill(mesh, Double.MAX_VALUE, null, 0);
    }

    private static boolean eye(Mesh mesh, int[] loop, Head head) {
        Vec c = middle(mesh, loop);
        Vec left = c.minus(head.eyeLeft());
        Vec right = c.minus(head.eyeRight());
        return Math.min(Math.hypot(left.x(), left.y()), Math.hypot(right.x(), right.y())) < 12 && c.z() > -80;
    }

    private static double length(Mesh mesh, int[] loop) {
        double sum = 0;
        for (int i = 0; i < loop.length; i++) {
            Vec a = Meshes.vertex(mesh, loop[i]);
            sum += Meshes.vertex(mesh, loop[(i + 1) % loop.length]).minus(a).length();
        }
        return sum;
    }

    static Vec middle(Mesh mesh, int[] loop) {
        Vec sum = new Vec(0, 0, 0);
        for (int v : loop) {
            sum = sum.plus(Meshes.vertex(mesh, v));
        }
        return sum.times(1.0 / loop.length);
    }

    static void cap(Mesh mesh, int[] loop, double bulge, MeshBuilder out) {
        Vec middle = middle(mesh, loop);
        int n = loop.length;
        int[] outer = loop.clone();
        for (int ring = 1; ring < RINGS; ring++) {
            double t = (double) ring / RINGS;
            int[] inner = new int[n];
            for (int i = 0; i < n; i++) {
                Vec p = Meshes.vertex(mesh, loop[i]);
                Vec q = p.plus(middle.minus(p).times(t));
                inner[i] = out.vertex(q.x(), q.y(), q.z() + bulge * (2 * t - t * t));
            }
            for (int i = 0; i < n; i++) {
                int j = (i + 1) % n;
                out.quad(outer[j], outer[i], inner[i], inner[j]);
            }
            outer = inner;
        }
        int tip = out.vertex(middle.x(), middle.y(), middle.z() + bulge);
        for (int i = 0; i < n; i++) {
            out.triangle(outer[(i + 1) % n], outer[i], tip);
        }
    }
}
