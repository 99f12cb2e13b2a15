package org.maskguard.train.example;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.maskguard.io.Mesh;
import org.maskguard.landmark.Landmark;
import org.maskguard.surface.Vec;
import org.maskguard.train.example.MaskDesign.Part;

/// Masks cut up for printing.
final class Pieces {
    private static final double GAP = 0.3;

    /// Columns and rows of the cuts.
    private static final int[][] GRIDS = {{2, 1}, {1, 2}, {1, 3}, {2, 2}, {2, 3}, {2, 4}};

    /// So many of them make 2 to 4 pieces.
    private static final int FEW = 4;

    private Pieces() {}

    /// The pieces where they belong, 0.3 mm apart.
    static Mesh inPlace(MaskMaker maker, Head head, MaskDesign design, Dice dice) {
        MeshBuilder out = new MeshBuilder();
        for (Mesh piece : cut(maker, head, design, GRIDS, dice)) {
            out.add(piece);
        }
        return out.build();
    }

    /// The pieces beside one another on the plate, each turned at random about z.
    static Mesh laidOut(MaskMaker maker, Head head, MaskDesign design, Dice dice) {
        return laidOut(maker, head, design, GRIDS, dice);
    }

    /// The same in 2 to 4 pieces.
    static Mesh laidOutFew(MaskMaker maker, Head head, MaskDesign design, Dice dice) {
        return laidOut(maker, head, design, Arrays.copyOf(GRIDS, FEW), dice);
    }

    /// The same in 6 or 8 pieces.
    static Mesh laidOutMany(MaskMaker maker, Head head, MaskDesign design, Dice dice) {
        return laidOut(maker, head, design, Arrays.copyOfRange(GRIDS, FEW, GRIDS.length), dice);
    }

    private static Mesh laidOut(MaskMaker maker, Head head, MaskDesign design, int[][] grids, Dice dice) {
        MeshBuilder out = new MeshBuilder();
        double edge = 0;
        for (Mesh piece : cut(maker, head, design, grids, dice)) {
            double angle = dice.between(0, 2 * Math.PI);
            double c = StrictMath.cos(angle);
            double s = StrictMath.sin(angle);
            Meshes.Turn turn = new Meshes.Turn(new Vec(c, s, 0), new Vec(-s, c, 0), new Vec(0, 0, 1));
            Mesh turned = Meshes.move(piece, new Vec(0, 0, 0), turn, 1, new Vec(0, 0, 0));
            double[] b = Meshes.bounds(turned);
            out.add(Meshes.shift(turned, edge - b[0], -0.5 * (b[1] + b[4]), -b[2]));
            edge += b[3] - b[0] + dice.between(5.0, 20.0);
        }
        return out.build();
    }

    private static List<Mesh> cut(MaskMaker maker, Head head, MaskDesign design, int[][] grids, Dice dice) {
        int[] grid = grids[dice.between(0, grids.length - 1)];
        double high = head.mark(Landmark.SELLION).y() + 0.5 * design.outline().above();
        double low = head.mark(Landmark.MENTON).y();
        double wide = 80 * head.size();
        double[] x = cuts(grid[0], -wide, wide, dice);
        double[] y = cuts(grid[1], low, high, dice);
        List<Mesh> pieces = new ArrayList<>();
        for (int i = 0; i < grid[0]; i++) {
            for (int j = 0; j < grid[1]; j++) {
                Part part = new Part(x[i] + GAP / 2, y[j] + GAP / 2, x[i + 1] - GAP / 2, y[j + 1] - GAP / 2);
                Mesh piece = maker.make(head, design.piece(part));
                if (piece.triangles() > 0) {
                    pieces.add(piece);
                }
            }
        }
        return pieces;
    }

    /// Borders of so many strips: even but for some chance; the outer ones far away.
    private static double[] cuts(int strips, double low, double high, Dice dice) {
        double[] cuts = new double[strips + 1];
        cuts[0] = -1e6;
        cuts[strips] = 1e6;
        double width = (high - low) / strips;
        for (int i = 1; i < strips; i++) {
            cuts[i] = low + width * (i + dice.between(-0.15, 0.15));
        }
        return cuts;
    }
}
