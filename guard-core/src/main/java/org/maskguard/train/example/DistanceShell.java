package org.maskguard.train.example;

import org.maskguard.io.Mesh;
import org.maskguard.landmark.Landmark;
import org.maskguard.surface.Vec;
import org.maskguard.train.example.MaskDesign.Opening;

/// Takes what lies between two offsets of a head's skin out of a voxel field of signed distance, and cuts it to the
/// outline.
public final class DistanceShell implements MaskMaker {
    /// Designs with less get this wall, mm: thinner ones would ask for more points than are worth it.
    static final double THINNEST = 3.0;

    /// No cube of the grid may hold both sides of the wall, or the two would be drawn together.
    private static final double CELLS_A_WALL = 1.8;

    private static final double COARSEST = 2.0;

    /// How much of an eyeball, from its front, belongs to the face, mm.
    private static final double CORNEA = 5;

    /// Room between the shell and the border of the grid, mm.
    private static final double MARGIN = 6;

    @Override
    public String way() {
        return "distance";
    }

    @Override
    public Mesh make(Head head, MaskDesign design) {
        double wall = Math.max(design.wall(), THINNEST);
        double cell = Math.min(wall / CELLS_A_WALL, COARSEST);
        VoxelField field = distance(head, design, cell, wall + cell);
        field.set((at, p) -> {
            double d = field.value[at];
            double shell = Math.max(d, -d - wall);
            return shell > 2 * cell ? shell : Math.max(shell, -design.inside(head, p));
        });
        Mesh mask = Meshes.bodyAt(field.surface(), new Vec(0, 0, 0));
        return design.straps() ? Meshes.join(mask, Straps.loops(mask, head)) : mask;
    }

    /// Signed distance to the skin in the part of space that a design takes up.
    static VoxelField distance(Head head, MaskDesign design, double cell, double reach) {
        boolean openEyes = design.eyes() == Opening.KEPT && head.eyeballs().triangles() > 0;
        Mesh closed = Holes.fill(head.skin(), CutAndOffset.SMALL_RIM, head, CutAndOffset.LID_BULGE);
        Mesh skin = openEyes ? Meshes.join(head.skin(), corneas(head)) : closed;
        Mesh all = Holes.fillAll(closed);
        int first = openEyes ? head.skin().triangles() : closed.triangles();
        Mesh caps = Meshes.keep(all, t -> t >= first);
        return DistanceField.of(skin, caps, box(head, design.outline()), cell, reach);
    }

    /// The front of the eyeballs; their backs would bulge into the wearer's eyes.
    private static Mesh corneas(Head head) {
        Mesh balls = head.eyeballs();
        double[] field = new double[balls.vertices()];
        for (int v = 0; v < field.length; v++) {
            Vec p = Meshes.vertex(balls, v);
            field[v] = p.z() - (p.x() > 0 ? head.eyeLeft() : head.eyeRight()).z() + CORNEA * head.size();
        }
        return Meshes.clip(balls, field);
    }

    /// Around what the outline and the head have in common.
    private static double[] box(Head head, Outline outline) {
        Outline.Region region = outline.of(head);
        double[] own = Meshes.bounds(head.skin());
        double top = region.centre() + region.halfHeight();
        double bottom = region.centre() - region.halfHeight();
        double back = Math.min(region.back(top), region.back(bottom));
        double halfWidth = region.halfWidth(back);
        return new double[] {
            Math.max(own[0], region.middle() - halfWidth) - MARGIN,
            Math.max(own[1], Math.min(bottom, head.mark(Landmark.MENTON).y())) - MARGIN,
            Math.max(own[2], back) - MARGIN,
            Math.min(own[3], region.middle() + halfWidth) + MARGIN,
            Math.min(own[4], top) + MARGIN,
            MARGIN + front(head)
        };
    }

    /// Hats and brows may lie before the tip of the nose.
    private static double front(Head head) {
        return Math.min(Meshes.bounds(head.skin())[5], 40);
    }
}
