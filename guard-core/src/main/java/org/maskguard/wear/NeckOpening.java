package org.maskguard.wear;

import org.maskguard.io.Mesh;
import org.maskguard.landmark.FaceFrame;
import org.maskguard.surface.Box;
import org.maskguard.surface.Thinning;
import org.maskguard.surface.Vec;

/// Whether a head passes into the hollow behind a face from below or from above.
///
/// The hollow is followed level by level from the bridge of the nose, down and up. It must never be narrower than a
/// slender neck, and 100 mm wide and 90 mm deep where it opens: where a good part of it has no wall at two of its four
/// sides any more. So the skin of a head and shoulders counts by the size of its rim, and a neck that leans does not
/// matter. A dome, or a chin, closes the hollow by growing narrow; a floor thicker than 3 mm is met by some level and
/// closes it; a thinner one falls between two levels.
final class NeckOpening {

    /// Least width and depth of the opening, mm (design, section 2).
    private static final double WIDTH = 100;

    private static final double DEPTH = 90;

    /// Least width and depth of the hollow anywhere above the opening, mm: necks of the slenderest parametric
    /// people,
    /// 85 by 105 outside, with a wall of 6 mm.
    private static final double NECK = 70;

    /// A section must have four fifths of the area of an oval of its least width and depth.
    private static final double FILLED = 0.8 * Math.PI / 4;

    /// Height of a level, mm: material that is thicker than this closes the way.
    private static final double STEP = BackOpening.THIN;

    /// The hollow is open where this share of it has two sides without a wall. Eyes, a mouth, a zip are less.
    private static final double OPENED = 0.3;

    /// Over this many levels the opening may slant: 30 mm, 12° on a head's depth.
    private static final int SLANT = 10;

    /// The hollow is closed where this share of it is solid on the next level.
    private static final double CLOSED = 0.5;

    /// Height of the first level above the tip of the nose as a share of the sellion's.
    private static final double START = 0.4;

    private final Rays rays;
    private final Reading reading;
    private final double lowest;
    private final double highest;

    private NeckOpening(Mesh head, Reading reading) {
        this.reading = reading;
        rays = new Rays(head);
        double low = 0;
        double high = 0;
        for (int v = 1; v < head.xyz().length; v += 3) {
            low = Math.min(low, head.xyz()[v]);
            high = Math.max(high, head.xyz()[v]);
        }
        lowest = low;
        highest = high;
    }

    /// @param reading how the crossings of the face were read; a sheet has no hollow
    /// @param sellionY height of the sellion above the tip of the nose, mm
    /// @param behind depth of the inside of the face's wall, mm
    static boolean isOpen(Mesh body, FaceFrame frame, Reading reading, double sellionY, double behind) {
        if (reading == Reading.SHEET) {
            return false;
        }
        double all = Double.POSITIVE_INFINITY;
        double half = HollowLevel.HALF;
        Box box = new Box(-half, -all, -HollowLevel.REAR, half, all, HollowLevel.FRONT);
        Mesh coarse = Thinning.thin(Crop.of(body, frame, box), new Vec(0, 0, 1), FaceLines.TRIANGLES);
        NeckOpening opening = new NeckOpening(coarse, reading);
        boolean[] hollow = new HollowLevel(opening.rays, reading, START * sellionY).around(0, behind - DEPTH / 2);
        return opening.opens(hollow, START * sellionY, -STEP) || opening.opens(hollow, START * sellionY, STEP);
    }

    private boolean opens(boolean[] start, double from, double step) {
        boolean[] hollow = start;
        // The number of the level on which a cell came to lie open.
        int[] openedOn = new int[start.length];
        int number = 0;
        for (double y = from + step; y > lowest && y < highest; y += step) {
            boolean[] way = way(hollow, openedOn, number);
            if (!HollowLevel.holds(way, NECK, NECK, FILLED * NECK * NECK)) {
                return false;
            }
            number++;
            HollowLevel level = new HollowLevel(rays, reading, y);
            if (level.solidShare(hollow) > CLOSED) {
                return false;
            }
            boolean[] next = level.under(hollow);
            level.markOpen(hollow, next, openedOn, number);
            hollow = next;
            if (share(openedOn, number, hollow) > OPENED) {
                break;
            }
        }
        return HollowLevel.holds(way(hollow, openedOn, number), WIDTH, DEPTH, FILLED * WIDTH * DEPTH);
    }

    /// The hollow, and what of it came to lie open on the last levels.
    private static boolean[] way(boolean[] hollow, int[] openedOn, int number) {
        boolean[] way = hollow.clone();
        for (int i = 0; i < way.length; i++) {
            way[i] |= isOpen(openedOn[i], number);
        }
        return way;
    }

    private static boolean isOpen(int openedOn, int number) {
        return openedOn > Math.max(0, number - SLANT);
    }

    /// How much of the way lies open.
    private static double share(int[] openedOn, int number, boolean[] hollow) {
        int all = 0;
        int some = 0;
        for (int i = 0; i < hollow.length; i++) {
            boolean open = isOpen(openedOn[i], number);
            all += hollow[i] || open ? 1 : 0;
            some += open ? 1 : 0;
        }
        return some / (double) Math.max(1, all);
    }
}
