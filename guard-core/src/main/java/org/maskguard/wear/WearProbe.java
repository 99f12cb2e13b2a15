package org.maskguard.wear;

import java.util.function.DoubleBinaryOperator;
import org.maskguard.io.Mesh;
import org.maskguard.landmark.FaceFrame;

/// Measures whether a head can be behind a face (design, section 2, "Wearable").
///
/// Lines 2 mm apart go through the face's outline from the front to the back. Depths are z in the face's frame: 0 at
/// the tip of the nose, negative behind it, so the inside of the nose root of a mask lies near -20 and its rim near
/// -60. What a line crosses is read by the winding of the surface, by pairs, or as a sheet, whichever makes sense for
/// most lines; files that are inside out, doubled, or of random winding come out the same.
///
/// Safe to use from any thread.
public final class WearProbe {

    /// Thickest wall, mm, and the least share of the outline where the wall must be no thicker.
    private static final double WALL = 25;

    private static final double WALL_SHARE = 0.6;

    /// Least cavity, mm.
    private static final double ROOM = 15;

    /// Least share of the width that is free to the back.
    private static final double OPEN_SHARE = 0.6;

    /// The exit depth at the rim is this quantile of the exit depths over the outline: the deepest but for a strap
    /// or a hook.
    private static final double RIM = 0.05;

    /// Fewer cells with a wall than this are no face that could be measured.
    private static final int FEWEST = 60;

    /// Fewer cells than this say nothing of the place where they are.
    private static final int FEWEST_OF_PLACE = 20;

    private WearProbe() {}

    /// What is behind a face, where nothing is known of the face's surface but its frame: on each line the first
    /// surface not more than 32 mm before the tip of the nose counts as the face's.
    ///
    /// @see #measure(Mesh, FaceFrame, double[], double[], double, DoubleBinaryOperator)
    public static Wear measure(Mesh body, FaceFrame frame, double[] outlineX, double[] outlineY, double sellionY) {
        return measure(body, frame, outlineX, outlineY, sellionY, null);
    }

    /// What is behind a face.
    ///
    /// @param body the face's own connected body, or the bodies that make it up; nothing that only lies behind it.
    ///     Triangles may have any winding and any order; a mesh of any size is thinned for this
    /// @param frame the face's, in the mesh's coordinates
    /// @param outlineX corners of the face's outline, forehead to chin and ear to ear, in the frame's x, mm
    /// @param outlineY the same in the frame's y
    /// @param sellionY height of the sellion above the tip of the nose, mm
    /// @param expectedZ depth of the fitted face at (x, y) of the frame, mm, or NaN where it says nothing: on each
    ///     line the surface nearest to it, within 15 mm, is the face's, and a plate in front is not; or null
    /// @return every figure; figures of a place where there is no surface are 0. A face is never wearable on fewer
    ///     than 60 lines (240 mm²)
    public static Wear measure(
            Mesh body,
            FaceFrame frame,
            double[] outlineX,
            double[] outlineY,
            double sellionY,
            DoubleBinaryOperator expectedZ) {
        FaceLines lines = FaceLines.cast(body, frame, new Grid(outlineX, outlineY, FaceLines.STEP), expectedZ);
        Quantiles walls = walls(lines);
        boolean sheet = lines.reading() == Reading.SHEET;
        if (walls.size() < FEWEST) {
            return new Wear(0, 0, 0, 0, false, sheet, false);
        }
        double wallShare = walls.shareUpTo(WALL);
        double room = room(lines, sellionY);
        double openBack = new BackOpening(lines).share();
        boolean fits = wallShare >= WALL_SHARE && room >= ROOM;
        boolean openBelow = fits
                && openBack < OPEN_SHARE
                && NeckOpening.isOpen(body, frame, lines.reading(), sellionY, exitOfNose(lines, sellionY));
        boolean wearable = fits && (openBack >= OPEN_SHARE || openBelow);
        return new Wear(walls.at(0.5), wallShare, room, openBack, openBelow, sheet, wearable);
    }

    /// How deep a hollow face is, for moulds: how far the tip of the nose lies from the rim, along the face's
    /// front.
    ///
    /// The frame is that of the face that would be cast: its front points into the mould, and the mould is open to
    /// the back.
    ///
    /// @param body the mould's connected body
    /// @param expectedZ depth of the fitted face at (x, y) of the frame, mm; not null
    /// @return mm; 0 where less than half of the surface is free to the back
    public static double mouldDepth(
            Mesh body, FaceFrame frame, double[] outlineX, double[] outlineY, DoubleBinaryOperator expectedZ) {
        Grid grid = new Grid(outlineX, outlineY, FaceLines.STEP);
        return new MouldLines(body, frame, grid, expectedZ).depth();
    }

    private static Quantiles walls(FaceLines lines) {
        Quantiles walls = new Quantiles();
        for (int cell = 0; cell < lines.grid().size(); cell++) {
            if (lines.hasWall(cell)) {
                walls.add(lines.front(cell) - lines.exit(cell));
            }
        }
        return walls;
    }

    /// The exit behind the nose root lies in front of the exits at the rim when a face fits behind. Behind a flat
    /// back all exits are alike; behind a head the middle ones lie deepest.
    private static double room(FaceLines lines, double sellionY) {
        double all = Double.POSITIVE_INFINITY;
        double room =
                exitOfNose(lines, sellionY) - exits(lines, 0, all, -all, all).at(RIM);
        return Double.isNaN(room) ? 0 : room;
    }

    /// Depth of the inside behind the nose root; where that is cut away behind the bridge, or else the cheeks; NaN
    /// where nothing of them is there.
    private static double exitOfNose(FaceLines lines, double sellionY) {
        Quantiles place = exits(lines, 0, 18, 15, 50);
        if (place.size() < FEWEST_OF_PLACE) {
            place = exits(lines, 0, 12, 0.1 * sellionY, 0.6 * sellionY);
        }
        if (place.size() < FEWEST_OF_PLACE) {
            place = exits(lines, 20, 50, -20, 20);
        }
        return place.size() < FEWEST_OF_PLACE ? Double.NaN : place.at(0.5);
    }

    private static Quantiles exits(FaceLines lines, double minX, double maxX, double minY, double maxY) {
        Grid grid = lines.grid();
        Quantiles exits = new Quantiles();
        for (int cell = 0; cell < grid.size(); cell++) {
            double x = Math.abs(grid.x(cell));
            if (lines.hasWall(cell) && x >= minX && x <= maxX && grid.y(cell) >= minY && grid.y(cell) <= maxY) {
                exits.add(lines.exit(cell));
            }
        }
        return exits;
    }
}
