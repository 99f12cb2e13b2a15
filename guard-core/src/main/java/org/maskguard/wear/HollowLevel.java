package org.maskguard.wear;

/// One horizontal section of a hollow head: what is solid, where walls are, and how many walls are round a cell.
///
/// Cells lie in columns to the left and rows to the back; a set of cells is an array of flags over them.
final class HollowLevel {

    /// Half the width of the section, how far it reaches behind the tip of the nose and before it, mm: the largest
    /// heads with hair, and a helmet's wall.
    static final double HALF = 135;

    static final double REAR = 300;

    static final double FRONT = 40;

    /// Edge of a cell, mm.
    private static final double CELL = 5;

    private static final int COLUMNS = (int) (2 * HALF / CELL);

    private static final int ROWS = (int) ((REAR + FRONT) / CELL);

    /// Slope of the lines, so that they meet no vertex of a regular grid.
    private static final double SLOPE = 1.9e-4;

    /// A cell with walls at this many of its four sides lies in the hollow.
    private static final int ENCLOSED = 3;

    private final boolean[] solid = new boolean[ROWS * COLUMNS];
    private final int[] sides = new int[ROWS * COLUMNS];

    /// Whether a wall that cannot be broken away lies between a cell and the next one to the left, or to the back.
    private final boolean[] wallLeft = new boolean[ROWS * COLUMNS];

    private final boolean[] wallBack = new boolean[ROWS * COLUMNS];

    /// @param y height of the section above the tip of the nose, mm
    HollowLevel(Rays rays, Reading reading, double y) {
        Crossings back = new Crossings(COLUMNS);
        for (int column = 0; column < COLUMNS; column++) {
            back.add(rays, rays.cast(x(column), y, FRONT, SLOPE, SLOPE, -1));
        }
        Solids solids = new Solids(back, reading);
        for (int column = 0; column < COLUMNS; column++) {
            mark(solids, column, column, COLUMNS, ROWS, wallBack);
        }
        Crossings left = new Crossings(ROWS);
        for (int row = 0; row < ROWS; row++) {
            left.add(rays, rays.cast(-HALF, y, z(row), 1, SLOPE, SLOPE));
        }
        solids = new Solids(left, reading);
        for (int row = 0; row < ROWS; row++) {
            mark(solids, row, row * COLUMNS, 1, COLUMNS, wallLeft);
        }
    }

    /// The hollow in which a place lies.
    boolean[] around(double x, double z) {
        boolean[] hollow = new boolean[ROWS * COLUMNS];
        int column = (int) ((x + HALF) / CELL);
        int row = (int) ((FRONT - z) / CELL);
        boolean[] seed = new boolean[ROWS * COLUMNS];
        if (column >= 0 && column < COLUMNS && row >= 0 && row < ROWS) {
            seed[row * COLUMNS + column] = true;
        }
        spread(seed, hollow);
        return hollow;
    }

    /// The hollow of this level that lies under, or over, that of another level.
    boolean[] under(boolean[] other) {
        boolean[] hollow = new boolean[ROWS * COLUMNS];
        spread(other, hollow);
        return hollow;
    }

    /// Share of a set of cells that is solid on this level.
    double solidShare(boolean[] cells) {
        int all = 0;
        int some = 0;
        for (int i = 0; i < cells.length; i++) {
            all += cells[i] ? 1 : 0;
            some += cells[i] && solid[i] ? 1 : 0;
        }
        return some / (double) Math.max(1, all);
    }

    /// Share of a set of cells that has two sides or more without a wall on this level.
    double openShare(boolean[] cells) {
        int all = 0;
        int some = 0;
        for (int i = 0; i < cells.length; i++) {
            all += cells[i] ? 1 : 0;
            some += cells[i] && !solid[i] && sides[i] < ENCLOSED ? 1 : 0;
        }
        return some / (double) Math.max(1, all);
    }

    /// Whether a set of cells is as wide, deep and large as asked, mm and mm².
    static boolean holds(boolean[] cells, double width, double depth, double area) {
        int minColumn = COLUMNS;
        int maxColumn = -1;
        int minRow = ROWS;
        int maxRow = -1;
        int size = 0;
        for (int i = 0; i < cells.length; i++) {
            if (cells[i]) {
                size++;
                minColumn = Math.min(minColumn, i % COLUMNS);
                maxColumn = Math.max(maxColumn, i % COLUMNS);
                minRow = Math.min(minRow, i / COLUMNS);
                maxRow = Math.max(maxRow, i / COLUMNS);
            }
        }
        return (maxColumn - minColumn + 1) * CELL >= width
                && (maxRow - minRow + 1) * CELL >= depth
                && size * CELL * CELL >= area;
    }

    /// Marks the cells on one line, and the walls between them. A line that makes no sense counts as walled.
    private void mark(Solids solids, int line, int first, int stride, int cells, boolean[] walls) {
        boolean sound = solids.read(line);
        int count = solids.count();
        for (int k = 0; k < cells; k++) {
            int cell = first + k * stride;
            double at = (k + 0.5) * CELL;
            if (!sound) {
                sides[cell] += 2;
                continue;
            }
            sides[cell] += count > 0 && solids.from(0) < at ? 1 : 0;
            sides[cell] += count > 0 && solids.to(count - 1) > at ? 1 : 0;
            for (int i = 0; i < count; i++) {
                boolean thick = solids.to(i) - solids.from(i) > BackOpening.THIN;
                solid[cell] |= solids.from(i) <= at && solids.to(i) >= at;
                walls[cell] |= thick && solids.from(i) < at + CELL && solids.to(i) > at;
            }
        }
    }

    /// Fills the enclosed cells that hang together with the seeds among them.
    private void spread(boolean[] seeds, boolean[] filled) {
        int[] stack = new int[filled.length];
        int top = 0;
        for (int i = 0; i < filled.length; i++) {
            if (seeds[i]) {
                top = push(filled, stack, top, i);
            }
        }
        while (top > 0) {
            int cell = stack[--top];
            int column = cell % COLUMNS;
            if (column < COLUMNS - 1 && !wallLeft[cell]) {
                top = push(filled, stack, top, cell + 1);
            }
            if (column > 0 && !wallLeft[cell - 1]) {
                top = push(filled, stack, top, cell - 1);
            }
            if (cell + COLUMNS < filled.length && !wallBack[cell]) {
                top = push(filled, stack, top, cell + COLUMNS);
            }
            if (cell >= COLUMNS && !wallBack[cell - COLUMNS]) {
                top = push(filled, stack, top, cell - COLUMNS);
            }
        }
    }

    private int push(boolean[] filled, int[] stack, int top, int cell) {
        if (filled[cell] || solid[cell] || sides[cell] < ENCLOSED) {
            return top;
        }
        filled[cell] = true;
        stack[top] = cell;
        return top + 1;
    }

    private static double x(int column) {
        return (column + 0.5) * CELL - HALF;
    }

    private static double z(int row) {
        return FRONT - (row + 0.5) * CELL;
    }
}
