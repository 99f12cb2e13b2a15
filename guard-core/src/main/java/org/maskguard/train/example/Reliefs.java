package org.maskguard.train.example;

import java.util.Arrays;
import org.maskguard.io.Mesh;
import org.maskguard.surface.Vec;
import org.maskguard.train.example.MaskDesign.Part;

/// Things made of a depth map of the face that are no plain masks: reliefs, blocks, moulds, flanges, blank shells.
final class Reliefs {
    /// A rectangle with some room around the face.
    private static final double SQUARE = 30;

    private Reliefs() {}

    /// The face down to 15 to 30 mm below the nose tip, on a plate of 2 to 8 mm.
    static Mesh relief(Head head, Dice dice) {
        return plate(head, dice.between(15.0, 30.0), dice.between(2.0, 8.0), dice.chance(0.6) ? SQUARE : 2.2, dice);
    }

    /// The face down to 50 to 90 mm below the nose tip, solid behind.
    static Mesh block(Head head, Dice dice) {
        return plate(head, dice.between(50.0, 90.0), dice.between(5.0, 40.0), dice.chance(0.6) ? SQUARE : 2.5, dice);
    }

    private static Mesh plate(Head head, double depth, double base, double power, Dice dice) {
        MaskDesign design = frame(dice, depth, power);
        Raster map = DepthRelief.map(head, design);
        raise(map, -depth);
        return DepthRelief.sew(cutFlat(map, head, design), flat(map, -depth - base), 0.5 * base);
    }

    /// A block with the face sunk into its back, deep enough for the eyes (38 to 45 mm behind the tip of the nose):
    /// what
    /// is shallower casts a nose and lips.
    static Mesh mould(Head head, Dice dice) {
        return mould(head, dice, Part.WHOLE);
    }

    static Mesh mouldHalf(Head head, Dice dice) {
        boolean left = dice.chance(0.5);
        return mould(head, dice, new Part(left ? 0 : -1e6, -1e6, left ? 1e6 : 0, 1e6));
    }

    private static Mesh mould(Head head, Dice dice, Part part) {
        double depth = dice.between(48.0, 75.0);
        MaskDesign design = frame(dice, depth, SQUARE).piece(part);
        Raster map = DepthRelief.map(head, design);
        raise(map, -depth);
        Mesh cavity = cutFlat(map, head, design);
        double top = dice.between(5.0, 20.0);
        MeshBuilder out = new MeshBuilder();
        Mesh facing = new Mesh(cavity.xyz(), Meshes.flip(cavity.corners()));
        out.add(facing);
        for (int v = 0; v < cavity.vertices(); v++) {
            Vec p = Meshes.vertex(cavity, v);
            out.vertex(p.x(), p.y(), top);
        }
        Thickening.stitch(facing, cavity.vertices(), out);
        return out.build();
    }

    /// A mask whose rim runs out into a flat rectangular plate.
    static Mesh flanged(Head head, Dice dice) {
        double depth = dice.between(50.0, 80.0);
        MaskDesign design = frame(dice, depth, SQUARE);
        Raster map = DepthRelief.map(head, design);
        raise(map, -depth);
        double wall = dice.between(1.5, 4.0);
        Raster back = Heights.smoothedBelow(Heights.below(map, wall), 2.5);
        return DepthRelief.sew(cutFlat(map, head, design), back, wall);
    }

    /// A mask's shell whose features a Gaussian of 14 to 20 mm took away; half of them with round eyes, some with
    /// rows of holes.
    static Mesh blank(Head head, Dice dice) {
        MaskDesign design = MaskDesign.draw(dice.seed());
        MaskDesign cut = dice.chance(0.5) ? design.withCutEyes() : design;
        Raster smooth = Heights.smooth(DepthRelief.map(head, design), dice.between(14.0, 20.0));
        double wall = Math.max(cut.wall(), DepthRelief.THINNEST);
        Mesh surface = DepthRelief.cut(smooth, head, cut);
        return DepthRelief.sew(surface, Heights.below(smooth, wall), wall);
    }

    private static MaskDesign frame(Dice dice, double depth, double power) {
        Outline outline = new Outline(
                dice.between(75.0, 100.0), dice.between(50.0, 90.0), dice.between(5.0, 25.0), depth + 40, power, 0);
        return MaskDesign.draw(dice.seed()).withOutline(outline);
    }

    private static void raise(Raster map, double floor) {
        for (int at = 0; at < map.z().length; at++) {
            map.z()[at] = (float) Math.max(map.z()[at], floor);
        }
    }

    /// The whole map inside the design's outline and part; eyes and mouth stay as they are.
    private static Mesh cutFlat(Raster map, Head head, MaskDesign design) {
        Mesh grid = Heights.mesh(map);
        Outline.Region region = design.outline().of(head);
        double[] field = new double[grid.vertices()];
        for (int v = 0; v < field.length; v++) {
            Vec p = Meshes.vertex(grid, v);
            Vec flat = new Vec(p.x(), p.y(), 0);
            field[v] = Math.min(region.inside(flat), design.part().inside(p));
        }
        return Meshes.clip(grid, field);
    }

    private static Raster flat(Raster like, double level) {
        float[] z = new float[like.z().length];
        Arrays.fill(z, (float) level);
        return new Raster(z, like.width(), like.height(), like.left(), like.low(), like.cell());
    }
}
