package org.maskguard.train.example;

import org.maskguard.io.Mesh;
import org.maskguard.surface.Vec;

/// Distance from points to triangles of a mesh. Keeps the last nearest point; not thread-safe.
final class TriangleDistance {
    private final Mesh mesh;
    private int triangle;
    private double s;
    private double t;
    private double dx;
    private double dy;
    private double dz;

    TriangleDistance(Mesh mesh) {
        this.mesh = mesh;
    }

    /// Square of the distance, mm² (Ericson, Real-Time Collision Detection, 5.1.5).
    double to(int which, Vec p) {
        triangle = which;
        int[] c = mesh.corners();
        float[] v = mesh.xyz();
        int a = 3 * c[3 * which];
        int b = 3 * c[3 * which + 1];
        int d = 3 * c[3 * which + 2];
        double abx = v[b] - v[a];
        double aby = v[b + 1] - v[a + 1];
        double abz = v[b + 2] - v[a + 2];
        double acx = v[d] - v[a];
        double acy = v[d + 1] - v[a + 1];
        double acz = v[d + 2] - v[a + 2];
        double apx = p.x() - v[a];
        double apy = p.y() - v[a + 1];
        double apz = p.z() - v[a + 2];
        double abab = abx * abx + aby * aby + abz * abz;
        double abac = abx * acx + aby * acy + abz * acz;
        double acac = acx * acx + acy * acy + acz * acz;
        double abap = abx * apx + aby * apy + abz * apz;
        double acap = acx * apx + acy * apy + acz * apz;
        solve(abab, abac, acac, abap, acap);
        dx = apx - s * abx - t * acx;
        dy = apy - s * aby - t * acy;
        dz = apz - s * abz - t * acz;
        return dx * dx + dy * dy + dz * dz;
    }

    /// On which side of the surface the last point lies, by the vertices' normals at the nearest point.
    double side(float[] normals) {
        int a = 3 * mesh.corners()[3 * triangle];
        int b = 3 * mesh.corners()[3 * triangle + 1];
        int c = 3 * mesh.corners()[3 * triangle + 2];
        double r = 1 - s - t;
        return dx * (r * normals[a] + s * normals[b] + t * normals[c])
                + dy * (r * normals[a + 1] + s * normals[b + 1] + t * normals[c + 1])
                + dz * (r * normals[a + 2] + s * normals[b + 2] + t * normals[c + 2]);
    }

    /// Least |p - s·ab - t·ac| over the triangle s, t ≥ 0, s + t ≤ 1.
    private void solve(double abab, double abac, double acac, double abap, double acap) {
        double area = abab * acac - abac * abac;
        double u = acac * abap - abac * acap;
        double v = abab * acap - abac * abap;
        if (u >= 0 && v >= 0 && u + v <= area && area > 0) {
            s = u / area;
            t = v / area;
            return;
        }
        double onAb = abab > 0 ? Math.clamp(abap / abab, 0, 1) : 0;
        double onAc = acac > 0 ? Math.clamp(acap / acac, 0, 1) : 0;
        double bcbc = abab - 2 * abac + acac;
        double bcbp = acap - abap - abac + abab;
        double onBc = bcbc > 0 ? Math.clamp(bcbp / bcbc, 0, 1) : 0;
        double costAb = onAb * onAb * abab - 2 * onAb * abap;
        double costAc = onAc * onAc * acac - 2 * onAc * acap;
        double sBc = 1 - onBc;
        double costBc = sBc * sBc * abab + 2 * sBc * onBc * abac + onBc * onBc * acac - 2 * (sBc * abap + onBc * acap);
        s = costAb <= costAc && costAb <= costBc ? onAb : costAc <= costBc ? 0 : sBc;
        t = costAb <= costAc && costAb <= costBc ? 0 : costAc <= costBc ? onAc : onBc;
    }
}
