package org.maskguard.train.example;

import java.util.ArrayList;
import java.util.List;
import org.maskguard.io.Mesh;
import org.maskguard.surface.Vec;

/// Closes the gap between two surfaces that were cut along one level plane, one within the other.
final class Annulus {
    private Annulus() {}

    /// Both surfaces, and between their longest rims a strip. Other rims are filled each by itself.
    static Mesh close(Mesh outer, Mesh inner) {
        MeshBuilder out = new MeshBuilder();
        out.add(outer);
        out.add(inner);
        Mesh both = out.build();
        int[] first = null;
        int[] second = null;
        List<int[]> others = new ArrayList<>();
        for (int[] loop : new Topology(both).loops()) {
            boolean inside = loop[0] >= outer.vertices();
            int[] longest = inside ? second : first;
            if (longest == null || loop.length > longest.length) {
                if (longest != null) {
                    others.add(longest);
                }
                first = inside ? first : loop;
                second = inside ? loop : second;
            } else {
                others.add(loop);
            }
        }
        if (first != null && second != null) {
            strip(both, first, second, out);
        }
        for (int[] loop : others) {
            Holes.cap(both, loop, 0, out);
        }
        return out.build();
    }

    /// Walks round both rims by angle about the outer one's middle, always on where the lesser angle is next. The
    /// two run in opposite directions, since one surface is turned out and the other in.
    private static void strip(Mesh mesh, int[] outer, int[] inner, MeshBuilder out) {
        Vec middle = Holes.middle(mesh, outer);
        int[] a = fromLeastAngle(mesh, outer, middle);
        int[] b = fromLeastAngle(mesh, reversed(inner), middle);
        boolean rising = angle(mesh, a[a.length / 3], middle) < angle(mesh, a[2 * a.length / 3], middle);
        int sign = rising ? 1 : -1;
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            int p = a[i % a.length];
            int q = b[j % b.length];
            boolean alongOuter = j == b.length
                    || i < a.length && progress(mesh, a, i + 1, middle, sign) <= progress(mesh, b, j + 1, middle, sign);
            if (alongOuter) {
                int next = a[++i % a.length];
                out.triangle(next, p, q);
            } else {
                int next = b[++j % b.length];
                out.triangle(q, next, p);
            }
        }
    }

    private static double progress(Mesh mesh, int[] loop, int at, Vec middle, int sign) {
        if (at >= loop.length) {
            return 2 * Math.PI;
        }
        double from = angle(mesh, loop[0], middle);
        double turned = sign * (angle(mesh, loop[at], middle) - from);
        return turned < -1e-3 ? turned + 2 * Math.PI : turned;
    }

    private static double angle(Mesh mesh, int v, Vec middle) {
        Vec p = Meshes.vertex(mesh, v).minus(middle);
        return StrictMath.atan2(p.z(), p.x());
    }

    private static int[] fromLeastAngle(Mesh mesh, int[] loop, Vec middle) {
        int start = 0;
        for (int i = 1; i < loop.length; i++) {
            start = angle(mesh, loop[i], middle) < angle(mesh, loop[start], middle) ? i : start;
        }
        int[] turned = new int[loop.length];
        for (int i = 0; i < loop.length; i++) {
            turned[i] = loop[(start + i) % loop.length];
        }
        return turned;
    }

    private static int[] reversed(int[] loop) {
        int[] reversed = new int[loop.length];
        for (int i = 0; i < loop.length; i++) {
            reversed[i] = loop[loop.length - 1 - i];
        }
        return reversed;
    }
}
