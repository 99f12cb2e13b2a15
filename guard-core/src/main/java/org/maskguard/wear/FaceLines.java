package org.maskguard.wear;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import org.maskguard.io.Mesh;
import org.maskguard.landmark.FaceFrame;
import org.maskguard.surface.Thinning;
import org.maskguard.surface.Vec;

/// Lines cast through a face from the front to the back, one a cell of a grid, and the face's own wall on each.
///
/// Depths are z in the face's frame: 0 at the tip of the nose, negative behind it.
final class FaceLines {

    /// Edge of a cell, mm (design, section 2).
    static final double STEP = 2;

    /// Triangles that are enough for depths within some tenths of a mm.
    static final int TRIANGLES = 20_000;

    /// How far the face's surface may lie from where the fitted face is, mm: fits are good to 1.5 mm, hair, beards
    /// and the steep edge of the face to about this.
    private static final double REACH = 15;

    /// Where a face's surface can be when nothing is known of its fit, mm in front of the tip of the nose.
    private static final double NEAREST = 32;

    private static final double FARTHEST = -120;

    /// Where the wall should be in a hole when nothing is known of the fit, mm.
    private static final double HOLE = -30;

    /// Layers of material that lie closer behind one another than this are one wall: no face fits between. It is
    /// also
    /// more than a false front keeps from the face, mm.
    private static final double LAYER_GAP = 6;

    /// Slope of the lines against the front, so that they meet no vertex of a regular grid.
    private static final double SLOPE_X = 2.1e-4;

    private static final double SLOPE_Y = -1.7e-4;

    /// A line that makes no sense is cast once more so far beside, mm.
    private static final double ASIDE_X = 0.37;

    private static final double ASIDE_Y = 0.23;

    private final Grid grid;
    private final double origin;
    private final Crossings crossings;
    private final Reading reading;
    private final Solids solids;
    private final int[] lineOfCell;
    private final double[] front;
    private final double[] exit;
    private final double[] depth;
    private final boolean[] sound;

    private FaceLines(Mesh prism, Grid grid) {
        this.grid = grid;
        origin = nearest(prism) + 1;
        crossings = new Crossings(grid.size());
        lineOfCell = new int[grid.size()];
        front = new double[grid.size()];
        exit = new double[grid.size()];
        depth = new double[grid.size()];
        sound = new boolean[grid.size()];
        Rays rays = new Rays(prism);
        for (int cell = 0; cell < grid.size(); cell++) {
            cast(rays, cell, 0);
        }
        reading = crossings.reading();
        solids = new Solids(crossings, reading);
        for (int cell = 0; cell < grid.size(); cell++) {
            if (!solids.read(cell)) {
                cast(rays, cell, 1);
            }
        }
    }

    /// Casts the lines and finds the face's wall on each.
    ///
    /// @param expected where the face's surface should be, z at (x, y); NaN or null where that is unknown
    static FaceLines cast(Mesh body, FaceFrame frame, Grid grid, DoubleBinaryOperator expected) {
        Mesh prism = Crop.of(body, frame, grid.prism());
        Mesh coarse = Thinning.thin(prism, new Vec(0, 0, 1), TRIANGLES);
        FaceLines lines = new FaceLines(coarse, grid);
        lines.findWalls(expected);
        return lines;
    }

    Grid grid() {
        return grid;
    }

    Reading reading() {
        return reading;
    }

    /// Whether the line makes sense at all. What is unsound is left out of every figure.
    boolean isSound(int cell) {
        return sound[cell];
    }

    /// Whether the face's own surface is there.
    boolean hasWall(int cell) {
        return !Double.isNaN(front[cell]);
    }

    /// Depth at which the line enters the face's wall; NaN where there is none.
    double front(int cell) {
        return front[cell];
    }

    /// Depth at which the line leaves the face's wall; NaN where there is none.
    double exit(int cell) {
        return exit[cell];
    }

    /// Depth behind which nothing belongs to the face's wall: its exit, or in a hole of it where it should be.
    double depth(int cell) {
        return depth[cell];
    }

    /// The stretches of material on a line, as distances from [#origin()]. Valid until the next call.
    Solids solids(int cell) {
        solids.read(lineOfCell[cell]);
        return solids;
    }

    /// Depth at which all lines begin, mm.
    double origin() {
        return origin;
    }

    private void cast(Rays rays, int cell, double aside) {
        double norm = Math.sqrt(1 + SLOPE_X * SLOPE_X + SLOPE_Y * SLOPE_Y);
        double x = grid.x(cell) + aside * ASIDE_X;
        double y = grid.y(cell) + aside * ASIDE_Y;
        int count = rays.cast(x, y, origin, SLOPE_X / norm, SLOPE_Y / norm, -1 / norm);
        lineOfCell[cell] = crossings.lines();
        crossings.add(rays, count);
    }

    private void findWalls(DoubleBinaryOperator expected) {
        Arrays.fill(front, Double.NaN);
        Arrays.fill(exit, Double.NaN);
        for (int cell = 0; cell < grid.size(); cell++) {
            sound[cell] = solids.read(lineOfCell[cell]);
            double z = expected == null ? Double.NaN : expected.applyAsDouble(grid.x(cell), grid.y(cell));
            int wall = Double.isNaN(z) ? first() : closest(z);
            if (wall >= 0) {
                front[cell] = origin - solids.from(wall);
                exit[cell] = origin - endOfWall(wall);
            }
            depth[cell] = wall >= 0 ? exit[cell] : (Double.isNaN(z) ? HOLE : z) - LAYER_GAP;
        }
    }

    private int first() {
        for (int i = 0; i < solids.count(); i++) {
            double z = origin - solids.from(i);
            if (z <= NEAREST) {
                return z >= FARTHEST ? i : -1;
            }
        }
        return -1;
    }

    private int closest(double expected) {
        int closest = -1;
        double least = REACH;
        for (int i = 0; i < solids.count(); i++) {
            double off = Math.abs(origin - solids.from(i) - expected);
            if (off < least) {
                least = off;
                closest = i;
            }
        }
        return closest;
    }

    private double endOfWall(int wall) {
        double end = solids.to(wall);
        for (int i = wall + 1; i < solids.count() && solids.from(i) - end < LAYER_GAP; i++) {
            end = solids.to(i);
        }
        return end;
    }

    private static double nearest(Mesh mesh) {
        double z = 0;
        for (int v = 2; v < mesh.xyz().length; v += 3) {
            z = Math.max(z, mesh.xyz()[v]);
        }
        return z;
    }
}
