package org.maskguard.suite.geometry;

import org.maskguard.io.Mesh;

/// A closed surface stretched over rings of equally many points, from each to the next and from the last to the first.
public final class Loft {

    private final int points;
    private final MeshBuilder out = new MeshBuilder();
    private int rings;

    /// @param points in each ring
    public Loft(int points) {
        this.points = points;
    }

    /// Adds a ring at a height, counter-clockwise seen from above. Rings that go up on the outside and down on the
    /// inside make a surface that is turned outwards.
    public Loft ring(Radius radius, double z) {
        for (int i = 0; i < points; i++) {
            double angle = 2 * Math.PI * i / points;
            double r = radius.at(i, angle);
            out.vertex(r * StrictMath.cos(angle), r * StrictMath.sin(angle), z);
        }
        rings++;
        return this;
    }

    public Loft circle(double radius, double z) {
        return ring((i, angle) -> radius, z);
    }

    /// The surface through the hole in the middle.
    public Mesh closed() {
        sides();
        join(rings - 1, 0);
        return out.build();
    }

    /// The surface with a flat floor in the first ring and in the last.
    public Mesh capped(double firstZ, double lastZ) {
        sides();
        int first = out.vertex(0, 0, firstZ);
        int last = out.vertex(0, 0, lastZ);
        for (int i = 0; i < points; i++) {
            int j = (i + 1) % points;
            out.triangle(first, j, i);
            out.triangle(last, (rings - 1) * points + i, (rings - 1) * points + j);
        }
        return out.build();
    }

    private void sides() {
        for (int ring = 0; ring + 1 < rings; ring++) {
            join(ring, ring + 1);
        }
    }

    private void join(int below, int above) {
        for (int i = 0; i < points; i++) {
            int j = (i + 1) % points;
            out.quad(below * points + i, below * points + j, above * points + j, above * points + i);
        }
    }

    /// Distance from the axis, mm.
    public interface Radius {
        double at(int point, double angle);
    }
}
