package org.maskguard.suite.slicing;

import java.util.Arrays;
import org.maskguard.io.Mesh;

/// Gives a mesh a flat bottom, as people do before they print a thing that touches the bed at a few points only.
///
/// What lies under the plane is pressed up into it instead of being taken away: a closed surface stays closed without
/// anything having to be filled, and slicers, which cut at the middle of layers, never see that the bottom lies in
/// several sheets.
final class FlatBottom {

    /// Corners nearer to the plane than this, mm, are put into it, so that no slivers arise.
    private static final float SNAP = 1e-3f;

    private final float floor;
    private float[] xyz = new float[9 * 4096];
    private int used;

    private FlatBottom(float floor) {
        this.floor = floor;
    }

    /// The mesh, nothing of it under z = `floor`; a triangle soup.
    static Mesh cut(Mesh mesh, double floor) {
        FlatBottom cut = new FlatBottom((float) floor);
        int[] c = mesh.corners();
        for (int t = 0; t < c.length; t += 3) {
            cut.triangle(cut.corner(mesh, c[t]), cut.corner(mesh, c[t + 1]), cut.corner(mesh, c[t + 2]));
        }
        return Mesh.soup(Arrays.copyOf(cut.xyz, cut.used));
    }

    private float[] corner(Mesh mesh, int vertex) {
        float[] p = Arrays.copyOfRange(mesh.xyz(), 3 * vertex, 3 * vertex + 3);
        p[2] = Math.abs(p[2] - floor) < SNAP ? floor : p[2];
        return p;
    }

    private void triangle(float[] a, float[] b, float[] c) {
        if (crosses(a, b)) {
            split(a, b, c);
        } else if (crosses(b, c)) {
            split(b, c, a);
        } else if (crosses(c, a)) {
            split(c, a, b);
        } else {
            put(a, b, c);
        }
    }

    /// Splits at the crossing of a and b; the halves may cross elsewhere still.
    private void split(float[] a, float[] b, float[] c) {
        float[] between = crossing(a, b);
        triangle(a, between, c);
        triangle(between, b, c);
    }

    private boolean crosses(float[] a, float[] b) {
        return a[2] < floor && b[2] > floor || a[2] > floor && b[2] < floor;
    }

    /// Always from the lower end, so that the two triangles of an edge get the very same point.
    private float[] crossing(float[] a, float[] b) {
        float[] low = a[2] < b[2] ? a : b;
        float[] high = a[2] < b[2] ? b : a;
        double part = (floor - (double) low[2]) / ((double) high[2] - low[2]);
        return new float[] {
            (float) (low[0] + part * (high[0] - (double) low[0])),
            (float) (low[1] + part * (high[1] - (double) low[1])),
            floor
        };
    }

    private void put(float[]... corners) {
        float[] raised = new float[9];
        for (int i = 0; i < 9; i++) {
            float value = corners[i / 3][i % 3];
            raised[i] = i % 3 == 2 ? Math.max(floor, value) : value;
        }
        if (same(raised, 0, 3) || same(raised, 3, 6) || same(raised, 0, 6)) {
            return;
        }
        if (used + 9 > xyz.length) {
            xyz = Arrays.copyOf(xyz, 2 * xyz.length);
        }
        System.arraycopy(raised, 0, xyz, used, 9);
        used += 9;
    }

    private static boolean same(float[] p, int a, int b) {
        return Arrays.equals(p, a, a + 3, p, b, b + 3);
    }
}
