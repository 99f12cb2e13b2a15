package org.maskguard.train.example;

import java.util.Arrays;
import org.maskguard.io.Mesh;
import org.maskguard.surface.Vec;
import org.maskguard.train.example.MaskDesign.Opening;

/// Takes a depth map of the face from the front, makes a height field of it, another one behind it, and sews the two
/// together.
public final class DepthRelief implements MaskMaker {
    /// Distance of the map's points, mm.
    private static final double CELL = 1.4;

    /// A wall too thin for slicers to print is made this thick, mm.
    static final double THINNEST = 0.8;

    private static final double MARGIN = 12;

    private static final double UNDER_FLOOR = 3;

    @Override
    public String way() {
        return "depth";
    }

    @Override
    public Mesh make(Head head, MaskDesign design) {
        double wall = Math.max(design.wall(), THINNEST);
        Raster front = map(head, design);
        Mesh surface = cut(front, head, design);
        Raster back = Heights.smoothedBelow(Heights.below(front, wall), 2.5);
        Mesh shell = sew(surface, back, wall);
        return design.straps() ? Meshes.join(shell, Straps.loops(surface, head)) : shell;
    }

    /// The depth map over the outline's box.
    static Raster map(Head head, MaskDesign design) {
        Outline.Region region = design.outline().of(head);
        Mesh skin = Holes.fill(head.skin(), CutAndOffset.SMALL_RIM, head, CutAndOffset.LID_BULGE);
        if (design.eyes() == Opening.KEPT) {
            skin = Meshes.join(skin, head.eyeballs());
        }
        double halfWidth = region.halfWidth() + MARGIN;
        double halfHeight = region.halfHeight() + MARGIN;
        int width = (int) (2 * halfWidth / CELL) + 1;
        int height = (int) (2 * halfHeight / CELL) + 1;
        float[] z = new float[width * height];
        Arrays.fill(z, Float.NEGATIVE_INFINITY);
        Raster raster = new Raster(z, width, height, region.middle() - halfWidth, region.centre() - halfHeight, CELL);
        raster.draw(skin);
        raiseToFloor(raster, region);
        return raster;
    }

    /// What lies behind the depth of the outline, or is seen past the head, becomes a floor just under that depth,
    /// so that the mask ends in a smooth rim.
    private static void raiseToFloor(Raster raster, Outline.Region region) {
        for (int at = 0; at < raster.z().length; at++) {
            double floor = region.back(Heights.y(raster, at)) - UNDER_FLOOR;
            raster.z()[at] = (float) Math.max(raster.z()[at], floor);
        }
    }

    /// The map's surface inside the design.
    static Mesh cut(Raster map, Head head, MaskDesign design) {
        Mesh grid = Heights.mesh(map);
        double[] field = new double[grid.vertices()];
        for (int v = 0; v < field.length; v++) {
            field[v] = design.inside(head, Meshes.vertex(grid, v));
        }
        return Meshes.bodyAt(Meshes.clip(grid, field), new Vec(0, 0, 0));
    }

    /// The surface, a second one at the heights of `back` but at least `wall` mm behind, and a rim between.
    static Mesh sew(Mesh front, Raster back, double wall) {
        double lowest = Meshes.bounds(front)[2] - 3 * wall;
        MeshBuilder out = new MeshBuilder();
        out.add(front);
        float[] p = front.xyz();
        int count = front.vertices();
        for (int v = 0; v < count; v++) {
            double behind = Heights.at(back, p[3 * v], p[3 * v + 1]);
            double highest = p[3 * v + 2] - wall;
            out.vertex(p[3 * v], p[3 * v + 1], behind > lowest ? Math.min(behind, highest) : highest);
        }
        Thickening.stitch(front, count, out);
        return out.build();
    }
}
