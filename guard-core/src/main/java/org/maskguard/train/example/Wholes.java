package org.maskguard.train.example;

import org.maskguard.io.Mesh;
import org.maskguard.landmark.Landmark;
import org.maskguard.surface.Vec;

/// Whole heads: solid, hollow, and hollow with an open neck.
final class Wholes {
    /// Of the grid that the hollow is made on, mm.
    private static final double CELL = 3.5;

    private static final double MARGIN = 6;

    /// A head goes in through an opening of this size, mm (design, section 2), and some play.
    private static final double OPENING_WIDTH = 104;

    private static final double OPENING_DEPTH = 96;

    private static final double LARGER = 1.05;

    private Wholes() {}

    /// Every opening closed; eyes like closed lids.
    static Mesh solid(Head head) {
        return Holes.fillAll(Holes.fill(head.skin(), CutAndOffset.SMALL_RIM, head, CutAndOffset.LID_BULGE));
    }

    /// The solid head with a hollow as large as the wall allows.
    static Mesh hollow(Head head, double wall) {
        Mesh solid = solid(head);
        return Meshes.join(solid, inside(solid, wall));
    }

    /// The hollow head, cut through at the lowest level from 40 mm under the chin up where a head goes in: under
    /// the
    /// chin of some, through the chin of those whose neck is narrow. A head that is too narrow everywhere is made
    /// larger, as far as a life-size face goes.
    static Mesh pullOver(Head head, double wall) {
        Mesh solid = solid(head);
        Mesh inside = inside(solid, wall);
        double chin = head.mark(Landmark.MENTON).y();
        for (double level = chin - 40 * head.size(); level < chin + 25 * head.size(); level += 5) {
            if (isWideEnough(inside, level)) {
                return Annulus.close(above(solid, level), above(inside, level));
            }
        }
        if (head.length() * LARGER > Head.LONGEST) {
            double level = chin + 25 * head.size();
            return Annulus.close(above(solid, level), above(inside, level));
        }
        return pullOver(head.scaled(LARGER), wall);
    }

    /// The surface `wall` mm under the skin, turned towards the hollow.
    private static Mesh inside(Mesh solid, double wall) {
        double[] b = Meshes.bounds(solid);
        double[] box = {b[0] - MARGIN, b[1] - MARGIN, b[2] - MARGIN, b[3] + MARGIN, b[4] + MARGIN, b[5] + MARGIN};
        Mesh none = new Mesh(new float[0], new int[0]);
        VoxelField field = DistanceField.of(solid, none, box, CELL, wall + CELL);
        field.set((at, p) -> field.value[at] + wall);
        Mesh hollow = Meshes.largestBody(field.surface());
        return new Mesh(hollow.xyz(), Meshes.flip(hollow.corners()));
    }

    private static Mesh above(Mesh mesh, double level) {
        double[] field = new double[mesh.vertices()];
        for (int v = 0; v < field.length; v++) {
            field[v] = mesh.xyz()[3 * v + 1] - level;
        }
        return Meshes.largestBody(Meshes.clip(mesh, field));
    }

    /// Whether a head goes through the hollow at this level and at the next one up.
    private static boolean isWideEnough(Mesh inside, double level) {
        return Meshes.bounds(inside)[1] < level - CELL && fits(inside, level) && fits(inside, level + 5);
    }

    private static boolean fits(Mesh inside, double level) {
        double[] b = {1e9, -1e9, 1e9, -1e9};
        for (int v = 0; v < inside.vertices(); v++) {
            Vec p = Meshes.vertex(inside, v);
            if (Math.abs(p.y() - level) < CELL) {
                b[0] = Math.min(b[0], p.x());
                b[1] = Math.max(b[1], p.x());
                b[2] = Math.min(b[2], p.z());
                b[3] = Math.max(b[3], p.z());
            }
        }
        return b[1] - b[0] > OPENING_WIDTH && b[3] - b[2] > OPENING_DEPTH;
    }
}
