package org.maskguard.wear;

/// How much of a face's width is free to the back.
///
/// Material closes it where it is thicker than 3 mm. Thinner material closes it only where it is the far side of a
/// hollow body: it then bulges like the back of a head. A plate or a brim lies in a plane and closes nothing.
final class BackOpening {

    /// Material up to this thickness, along the line, can be broken away, mm (design, section 2).
    static final double THIN = 3;

    /// A wall as thick as this is no wall: the thing is solid there and not free to the back, mm. Twice the wall
    /// that
    /// a mask may have, since walls are met aslant at the sides.
    private static final double SOLID = 50;

    /// Deviation (root mean square) from a plane over which what lies behind is no plate, mm. The back of a head,
    /// a sphere of 90 mm, has 6 to 12 mm over a face's outline; a plate's noise and ribs have 1.
    private static final double BULGE = 4;

    /// Share of the cells that must have something behind before its shape is asked for.
    private static final double ENOUGH = 0.3;

    private final FaceLines lines;
    private final boolean bulging;

    BackOpening(FaceLines lines) {
        this.lines = lines;
        bulging = lines.reading() != Reading.SHEET && bulges();
    }

    /// Share of the columns of the outline, 0 to 1, of which at least half is free.
    double share() {
        Grid grid = lines.grid();
        int[] free = new int[grid.columns()];
        int[] all = new int[grid.columns()];
        for (int cell = 0; cell < grid.size(); cell++) {
            if (lines.isSound(cell)) {
                all[grid.column(cell)]++;
                free[grid.column(cell)] += isClosed(cell) ? 0 : 1;
            }
        }
        int columns = 0;
        int open = 0;
        for (int i = 0; i < all.length; i++) {
            columns += all[i] > 0 ? 1 : 0;
            open += all[i] > 0 && 2 * free[i] >= all[i] ? 1 : 0;
        }
        return columns == 0 ? 0 : open / (double) columns;
    }

    private boolean isClosed(int cell) {
        if (lines.front(cell) - lines.exit(cell) > SOLID) {
            return true;
        }
        Solids solids = lines.solids(cell);
        for (int i = firstBehind(solids, cell); i < solids.count(); i++) {
            if (lines.reading() == Reading.SHEET || bulging || solids.to(i) - solids.from(i) > THIN) {
                return true;
            }
        }
        return false;
    }

    /// The first stretch behind the face's wall, or behind where the wall would be in a hole of it.
    private int firstBehind(Solids solids, int cell) {
        double wall = lines.origin() - lines.depth(cell);
        int i = 0;
        while (i < solids.count() && solids.from(i) <= wall) {
            i++;
        }
        return i;
    }

    private boolean bulges() {
        Grid grid = lines.grid();
        PlaneFit plane = new PlaneFit();
        for (int cell = 0; cell < grid.size(); cell++) {
            Solids solids = lines.solids(cell);
            int behind = firstBehind(solids, cell);
            if (lines.isSound(cell) && behind < solids.count()) {
                plane.add(grid.x(cell), grid.y(cell), lines.origin() - solids.from(behind));
            }
        }
        return plane.size() >= ENOUGH * grid.size() && plane.deviation() > BULGE;
    }
}
