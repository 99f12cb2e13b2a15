package org.maskguard.wear;

import java.util.Arrays;
import org.maskguard.io.Mesh;
import org.maskguard.landmark.FaceFrame;
import org.maskguard.surface.Box;
import org.maskguard.surface.Thinning;
import org.maskguard.surface.Vec;

/// Whether a head passes into the hollow behind a face from below or from above.
///
/// The hollow is cut across at the level of the bridge of the nose: in each column it reaches from the inside of the
/// face's wall to the next material behind. From every cell of that section the way down and the way up are followed;
/// the cells with a free way must make up one patch through which an oval of 100 mm by 90 mm goes.
final class NeckOpening {

    /// Least width and depth of the patch, mm (design, section 2).
    private static final double WIDTH = 100;

    private static final double DEPTH = 90;

    /// Least area of the patch: four fifths of an oval of that width and depth, mm².
    private static final double AREA = 0.8 * Math.PI / 4 * WIDTH * DEPTH;

    /// Edge of a cell, mm.
    private static final double STEP = 5;

    /// Half the width of the section and how far it reaches behind the tip of the nose, mm: the largest heads with
    /// hair and a helmet's wall.
    private static final double HALF = 135;

    private static final double REAR = 300;

    /// In front of the tip of the nose nothing belongs to the head, mm.
    private static final double AHEAD = 10;

    /// Height of the section above the tip of the nose as a share of the sellion's.
    private static final double LEVEL = 0.4;

    /// Thin material in one level this thick is a floor that can be broken away, mm.
    private static final double FLOOR = 4;

    private static final double SLOPE = 1.9e-4;

    private static final int COLUMNS = (int) (2 * HALF / STEP);

    private static final int ROWS = (int) (REAR / STEP);

    private final Rays rays;
    private final Reading reading;
    private final double level;
    private final double above;

    /// Distance from the line's origin at which thin material stands in the way; NaN where it is free; infinite
    /// where it is closed or outside the hollow. Rows go back, columns go left.
    private final double[] down = new double[ROWS * COLUMNS];

    private final double[] up = new double[ROWS * COLUMNS];

    private NeckOpening(Mesh head, Reading reading, double sellionY) {
        this.reading = reading;
        rays = new Rays(head);
        level = LEVEL * sellionY;
        above = highest(head) + 1;
        Arrays.fill(down, Double.POSITIVE_INFINITY);
        Arrays.fill(up, Double.POSITIVE_INFINITY);
    }

    /// @param reading how the crossings of the face were read; a sheet has no hollow
    /// @param sellionY height of the sellion above the tip of the nose, mm
    static boolean isOpen(Mesh body, FaceFrame frame, Reading reading, double sellionY) {
        if (reading == Reading.SHEET) {
            return false;
        }
        double all = Double.POSITIVE_INFINITY;
        Mesh head = Crop.of(body, frame, new Box(-HALF, -all, -REAR, HALF, all, AHEAD + 30));
        Mesh coarse = Thinning.thin(head, new Vec(0, 0, 1), FaceLines.TRIANGLES);
        NeckOpening opening = new NeckOpening(coarse, reading, sellionY);
        opening.follow();
        return opening.passes(opening.down) || opening.passes(opening.up);
    }

    private void follow() {
        Crossings along = new Crossings(COLUMNS);
        for (int column = 0; column < COLUMNS; column++) {
            along.add(rays, rays.cast(x(column), level, AHEAD + 40, SLOPE, SLOPE, -1));
        }
        Solids solids = new Solids(along, reading);
        for (int column = 0; column < COLUMNS; column++) {
            if (solids.read(column) && solids.count() > 0) {
                double from = AHEAD + 40 - solids.to(0);
                double to = solids.count() > 1 ? AHEAD + 40 - solids.from(1) : -REAR;
                followColumn(column, from, to);
            }
        }
    }

    private void followColumn(int column, double from, double to) {
        int first = Math.max(0, (int) Math.ceil(-from / STEP - 0.5));
        int last = Math.min(ROWS - 1, (int) Math.floor(-to / STEP - 0.5));
        Crossings across = new Crossings(Math.max(1, last - first + 1));
        for (int row = first; row <= last; row++) {
            across.add(rays, rays.cast(x(column), above, z(row), SLOPE, -1, SLOPE));
        }
        Solids solids = new Solids(across, reading);
        for (int row = first; row <= last; row++) {
            if (solids.read(row - first)) {
                measure(solids, row * COLUMNS + column);
            }
        }
    }

    /// What stands in the way from the section down and up.
    private void measure(Solids solids, int cell) {
        down[cell] = Double.NaN;
        up[cell] = Double.NaN;
        double start = above - level;
        for (int i = 0; i < solids.count(); i++) {
            boolean thick = solids.to(i) - solids.from(i) > BackOpening.THIN;
            double way = thick ? Double.POSITIVE_INFINITY : solids.from(i);
            if (solids.to(i) < start) {
                up[cell] = worse(up[cell], way);
            } else if (solids.from(i) > start) {
                down[cell] = worse(down[cell], way);
            } else {
                down[cell] = Double.POSITIVE_INFINITY;
                up[cell] = Double.POSITIVE_INFINITY;
            }
        }
    }

    private static double worse(double a, double b) {
        return Double.isNaN(a) ? b : Math.max(a, b);
    }

    private boolean passes(double[] way) {
        double floor = floor(way);
        boolean[] free = new boolean[way.length];
        for (int i = 0; i < way.length; i++) {
            free[i] = Double.isNaN(way[i]) || Math.abs(way[i] - floor) < FLOOR / 2;
        }
        int[] stack = new int[way.length];
        for (int i = 0; i < way.length; i++) {
            if (free[i] && patchPasses(free, i, stack)) {
                return true;
            }
        }
        return false;
    }

    /// The level at which most thin material lies; NaN where there is none. The thin skin of a chin or a shoulder
    /// slopes and stays in the way, but for the little of it that lies in the same level.
    private static double floor(double[] way) {
        double[] thin = Arrays.stream(way).filter(Double::isFinite).sorted().toArray();
        int most = 0;
        double floor = Double.NaN;
        for (int i = 0, j = 0; i < thin.length; i++) {
            while (thin[i] - thin[j] > FLOOR) {
                j++;
            }
            if (i - j + 1 > most) {
                most = i - j + 1;
                floor = (thin[i] + thin[j]) / 2;
            }
        }
        return floor;
    }

    /// Empties one patch of free cells that hang together by their edges.
    private static boolean patchPasses(boolean[] free, int seed, int[] stack) {
        int minColumn = COLUMNS;
        int maxColumn = 0;
        int minRow = ROWS;
        int maxRow = 0;
        int size = 0;
        int top = 0;
        stack[top++] = seed;
        free[seed] = false;
        while (top > 0) {
            int cell = stack[--top];
            int row = cell / COLUMNS;
            int column = cell % COLUMNS;
            size++;
            minColumn = Math.min(minColumn, column);
            maxColumn = Math.max(maxColumn, column);
            minRow = Math.min(minRow, row);
            maxRow = Math.max(maxRow, row);
            top = push(free, stack, top, column > 0, cell - 1);
            top = push(free, stack, top, column < COLUMNS - 1, cell + 1);
            top = push(free, stack, top, row > 0, cell - COLUMNS);
            top = push(free, stack, top, row < ROWS - 1, cell + COLUMNS);
        }
        return (maxColumn - minColumn + 1) * STEP >= WIDTH
                && (maxRow - minRow + 1) * STEP >= DEPTH
                && size * STEP * STEP >= AREA;
    }

    private static int push(boolean[] free, int[] stack, int top, boolean within, int cell) {
        if (!within || !free[cell]) {
            return top;
        }
        free[cell] = false;
        stack[top] = cell;
        return top + 1;
    }

    private static double x(int column) {
        return (column + 0.5) * STEP - HALF;
    }

    private static double z(int row) {
        return -(row + 0.5) * STEP;
    }

    private static double highest(Mesh mesh) {
        double y = 0;
        for (int v = 1; v < mesh.xyz().length; v += 3) {
            y = Math.max(y, mesh.xyz()[v]);
        }
        return y;
    }
}
