package org.maskguard.assembly;

import java.util.Arrays;
import java.util.Random;
import org.maskguard.io.Mesh;
import org.maskguard.surface.Similarity;
import org.maskguard.surface.Vec;
import org.maskguard.surface.Welding;

/// Cuts things up for tests.
public final class Saw {

    private Saw() {}

    /// What lies beyond a plane, left open where it was cut.
    ///
    /// @param normal unit vector towards what is kept
    /// @param level of the plane along it, mm
    public static Mesh beyond(Mesh mesh, Vec normal, double level) {
        float[] out = new float[18 * mesh.triangles()];
        int n = 0;
        for (int t = 0; t < mesh.triangles(); t++) {
            Vec[] ring = new Vec[4];
            int count = 0;
            for (int k = 0; k < 3; k++) {
                Vec a = corner(mesh, 3 * t + k);
                Vec b = corner(mesh, 3 * t + (k + 1) % 3);
                double over = a.dot(normal) - level;
                double next = b.dot(normal) - level;
                if (over >= 0) {
                    ring[count++] = a;
                }
                if (over >= 0 != next >= 0) {
                    // From the same end for both triangles of an edge, so that they get the same point.
                    ring[count++] = over >= 0 ? between(a, b, over, next) : between(b, a, next, over);
                }
            }
            for (int k = 2; k < count; k++) {
                for (Vec p : new Vec[] {ring[0], ring[k - 1], ring[k]}) {
                    out[n++] = (float) p.x();
                    out[n++] = (float) p.y();
                    out[n++] = (float) p.z();
                }
            }
        }
        return Welding.weld(Mesh.soup(Arrays.copyOf(out, n)));
    }

    /// The two pieces, a saw's width apart.
    public static Mesh[] inTwo(Mesh mesh, Vec normal, double level) {
        double gap = 0.15;
        return new Mesh[] {beyond(mesh, normal, level + gap), beyond(mesh, normal.times(-1), gap - level)};
    }

    /// Far from where it was, turned at random.
    public static Mesh away(Mesh mesh, long seed) {
        Similarity turned = Similarity.turned(new Random(seed));
        return turned.movedTo(new Vec(400 * seed, 50, 20)).apply(mesh);
    }

    private static Vec corner(Mesh mesh, int corner) {
        int v = 3 * mesh.corners()[corner];
        return new Vec(mesh.xyz()[v], mesh.xyz()[v + 1], mesh.xyz()[v + 2]);
    }

    private static Vec between(Vec a, Vec b, double over, double next) {
        return a.plus(b.minus(a).times(over / (over - next)));
    }
}
