package org.maskguard.train.example;

import org.maskguard.io.Mesh;
import org.maskguard.surface.Vec;
import org.maskguard.train.example.MaskDesign.Opening;

/// Cuts the front off a head's own triangles and thickens it inwards along smoothed normals, with a closed rim.
public final class CutAndOffset implements MaskMaker {

    /// Rims up to this length, mm, are eyes, nostrils and mouths; a neck is longer.
    static final double SMALL_RIM = 230;

    static final double LID_BULGE = 3.5;

    @Override
    public String way() {
        return "cut";
    }

    @Override
    public Mesh make(Head head, MaskDesign design) {
        Mesh front = front(head, design);
        Mesh shell = design.wall() > 0 ? Thickening.inwards(front, design.wall()) : front;
        return design.straps() ? Meshes.join(shell, Straps.loops(front, head)) : shell;
    }

    /// The outer surface only.
    static Mesh front(Head head, MaskDesign design) {
        Mesh skin = head.skin();
        if (design.eyes() != Opening.KEPT || design.mouth() != Opening.KEPT) {
            skin = Holes.fill(skin, SMALL_RIM, head, LID_BULGE);
        }
        double[] field = new double[skin.vertices()];
        for (int v = 0; v < field.length; v++) {
            field[v] = design.inside(head, Meshes.vertex(skin, v));
        }
        return Meshes.bodyAt(Meshes.clip(skin, field), new Vec(0, 0, 0));
    }
}
